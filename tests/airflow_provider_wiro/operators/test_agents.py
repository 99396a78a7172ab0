from __future__ import annotations

import json
from typing import Any

import pytest
from airflow.providers.common.compat.sdk import DAG, AirflowException, AirflowFailException, TaskDeferred

from airflow_provider_wiro.operators.agents import (
    WiroAgentTeardownOperator,
    WiroConfigureAgentOperator,
    WiroStartAgentOperator,
    WiroStopAgentOperator,
)
from tests.support.agent_operators import GMAIL, connect, context_of, execute, resumed, status_of
from wiro import Wiro

CANARY = "canary-app-password"


@pytest.fixture
def wiro(wiro_sandbox, monkeypatch):
    connect(monkeypatch, wiro_sandbox)
    with Wiro(wiro_sandbox.api_key, base_url=wiro_sandbox.base_url, socket_url=wiro_sandbox.socket_url) as client:
        yield client


def deployed(wiro: Wiro, title: str = "Bot", **more: Any) -> Any:
    return wiro.agents.deploy(**{"title": title, "skills": ["int-gmail-check"], "credentials": GMAIL, **more})


def start_of(agent: Any, **more: Any) -> WiroStartAgentOperator:
    return WiroStartAgentOperator(task_id="start", agent=agent, **more)


def count(sandbox, operation):
    return sandbox.books.counts.get(operation, 0)


class TestStart:
    def test_stopped_agent_runs_afterwards(self, wiro, wiro_sandbox):
        agent = deployed(wiro)
        context = context_of()
        result = execute(start_of(agent.guid), context)
        assert (result["agent_guid"], result["title"], result["status"]) == (agent.guid, "Bot", "running")
        assert context["pushed"]["agent_guid"] == agent.guid
        assert context["pushed"]["_link_WiroAgentLink"].startswith("https://wiro.ai/")
        assert status_of(wiro_sandbox, agent.guid) == "running"

    def test_running_agent_is_left_alone(self, wiro, wiro_sandbox):
        agent = deployed(wiro)
        execute(start_of(agent.guid))
        execute(start_of(agent.guid))
        assert count(wiro_sandbox, "user_agents_start") == 1

    @pytest.mark.parametrize("reference", ["Bot", "newsletter-manager", {"agent_guid": "of the result"}])
    def test_agent_is_found_by_title_slug_and_result(self, wiro, reference):
        if reference == "newsletter-manager":
            agent = wiro.agents.deploy(reference, title="News", credentials={"brevo": {"apiKey": "x"}})
        else:
            agent = deployed(wiro)
        deployed(wiro, "Another")
        named = {"agent_guid": agent.guid} if isinstance(reference, dict) else reference
        assert execute(start_of(named))["agent_guid"] == agent.guid

    def test_several_of_the_same_title_are_told_apart_by_guid(self, wiro):
        first, second = deployed(wiro), deployed(wiro)
        with pytest.raises(AirflowFailException, match="2 agents are called that; name one by its guid") as caught:
            execute(start_of("Bot"))
        assert first.guid in str(caught.value)
        assert second.guid in str(caught.value)

    @pytest.mark.parametrize("reference", ["Nobody", "00000000-0000-4000-8000-000000000000"])
    def test_unknown_agent_is_named(self, wiro, reference):
        with pytest.raises(AirflowFailException, match=r"no agent with the title or slug 'Nobody'|not found"):
            execute(start_of(reference))

    def test_missing_setup_is_named(self, wiro, wiro_sandbox):
        agent = deployed(wiro, credentials=None)
        with pytest.raises(AirflowFailException, match=r"needs more setup \(gmail\)"):
            execute(start_of(agent.guid))
        assert count(wiro_sandbox, "user_agents_start") == 0

    def test_without_waiting(self, wiro):
        agent = deployed(wiro)
        assert execute(start_of(agent.guid, wait=False))["status"] in ("queued", "starting", "running")

    async def test_stopping_agent_is_started_once_it_has_stopped(self, wiro, wiro_sandbox):
        agent = deployed(wiro)
        execute(start_of(agent.guid))
        wiro_sandbox.clock.scale = 1.0
        agent.stop()
        operator, context = start_of(agent.guid, inline_wait=0), context_of()
        with pytest.raises(TaskDeferred) as first:
            execute(operator, context)
        assert (first.value.trigger.wanted, first.value.timeout) == ("stopped", None)
        wiro_sandbox.clock.scale = 50.0
        with pytest.raises(TaskDeferred) as second:
            await resumed(operator, first.value, context)
        assert second.value.trigger.wanted == "running"
        # The whole way has one deadline.
        assert second.value.trigger.deadline == first.value.trigger.deadline
        assert (await resumed(operator, second.value, context))["status"] == "running"

    async def test_stopping_agent_is_started_without_waiting_until_it_runs(self, wiro, wiro_sandbox):
        agent = deployed(wiro)
        execute(start_of(agent.guid))
        wiro_sandbox.clock.scale = 1.0
        agent.stop()
        operator, context = start_of(agent.guid, wait=False, inline_wait=0), context_of()
        with pytest.raises(TaskDeferred) as deferral:
            execute(operator, context)
        assert deferral.value.trigger.wanted == "stopped"
        wiro_sandbox.clock.scale = 50.0
        assert (await resumed(operator, deferral.value, context))["status"] == "queued"
        assert count(wiro_sandbox, "user_agents_start") == 2

    def test_stop_that_is_not_waited_for_ends_at_once(self, wiro, wiro_sandbox):
        agent = deployed(wiro)
        execute(start_of(agent.guid))
        wiro_sandbox.clock.scale = 0.01
        operator = WiroStopAgentOperator(task_id="stop", agent=agent.guid, wait=False, inline_wait=0)
        execute(operator)
        assert status_of(wiro_sandbox, agent.guid) == "stopping"

    def test_crashed_container_is_started_again(self, wiro, wiro_sandbox):
        agent = deployed(wiro)
        execute(start_of(agent.guid))
        agents = wiro_sandbox._world.agents
        wiro_sandbox._server.loop.call_soon_threadsafe(agents.supervisor.fail, agents.instances.find(agent.guid))
        agent.wait_until_stopped(30)
        assert execute(start_of(agent.guid))["status"] == "running"

    def test_deadline(self, wiro, wiro_sandbox):
        agent = deployed(wiro)
        wiro_sandbox.clock.scale = 0.1
        with pytest.raises(AirflowException, match=r"was not running within 0\.\d+ s\. It goes on"):
            execute(start_of(agent.guid, timeout=0.2, deferrable=False))

    async def test_failed_wait_may_be_retried(self, wiro):
        operator = start_of("x")
        for event in (None, {"version": 1, "status": "failed", "remote_id": "g", "message": "it is stopped"}):
            with pytest.raises(AirflowException) as caught:
                operator.execute_complete(context_of(), event)
            assert not isinstance(caught.value, AirflowFailException)

    def test_somebody_else_may_start_it_meanwhile(self, wiro, monkeypatch):
        agent = deployed(wiro)
        monkeypatch.setattr("wiro.agents.Agent.refresh", first_stale(agent))
        assert execute(start_of(agent.guid))["status"] == "running"


def first_stale(agent: Any) -> Any:
    """Start the agent right after its first look, so that what was read is outdated."""
    from wiro.agents import Agent

    original, looks = Agent.refresh, []

    def refresh(self: Any) -> Any:
        row = original(self)
        looks.append(row)
        if len(looks) == 1:
            agent.start()
        return row

    return refresh


class TestStop:
    def test_running_agent_rests_afterwards(self, wiro, wiro_sandbox):
        agent = deployed(wiro)
        execute(start_of(agent.guid))
        result = execute(WiroStopAgentOperator(task_id="stop", agent=agent.guid))
        assert (result["status"], result["subscription"]["cancelled"]) == ("stopped", False)

    @pytest.mark.parametrize("credentials", [GMAIL, None])
    def test_resting_agent_is_left_alone(self, wiro, wiro_sandbox, credentials):
        agent = deployed(wiro, credentials=credentials)
        execute(WiroStopAgentOperator(task_id="stop", agent=agent.guid))
        assert count(wiro_sandbox, "user_agents_stop") == 0

    def test_agent_in_the_queue_stops(self, wiro, wiro_sandbox):
        agent = deployed(wiro)
        wiro_sandbox.clock.scale = 0.01
        agent.start()
        assert execute(WiroStopAgentOperator(task_id="stop", agent="Bot"))["status"] == "stopped"

    def test_restart_is_stopped(self, wiro, wiro_sandbox):
        agent = deployed(wiro)
        execute(start_of(agent.guid))
        agent.configure(GMAIL)
        assert execute(WiroStopAgentOperator(task_id="stop", agent="Bot"))["status"] == "stopped"
        assert status_of(wiro_sandbox, agent.guid) == "stopped"


class TestTeardown:
    def teardown_of(self, agent, **more):
        return WiroAgentTeardownOperator(task_id="give_up", agent=agent, **more)

    def test_subscription_ends_and_agent_stops(self, wiro):
        agent = deployed(wiro)
        execute(start_of(agent.guid))
        result = execute(self.teardown_of(agent.guid))
        assert (result["status"], result["subscription"]["cancelled"]) == ("stopped", True)

    def test_again_changes_nothing(self, wiro, wiro_sandbox):
        agent = deployed(wiro)
        for _ in range(2):
            assert execute(self.teardown_of(agent.guid))["subscription"]["cancelled"] is True
        assert count(wiro_sandbox, "user_agents_cancel_subscription") == 1

    @pytest.mark.parametrize("reference", ["Nobody", "00000000-0000-4000-8000-000000000000", "None", "", None, {}])
    def test_agent_that_is_not_there_is_fine(self, wiro, reference):
        operator = self.teardown_of("x")
        operator.agent = reference
        assert execute(operator)["status"] == "gone"

    def test_parts_of_it(self, wiro):
        agent = deployed(wiro)
        execute(start_of(agent.guid))
        kept = execute(self.teardown_of(agent.guid, cancel_subscription=False))
        assert (kept["status"], kept["subscription"]["cancelled"]) == ("stopped", False)
        execute(start_of(agent.guid))
        running = execute(self.teardown_of(agent.guid, stop=False))
        assert (running["status"], running["subscription"]["cancelled"]) == ("running", True)

    def test_expired_subscription_is_fine(self, wiro, wiro_sandbox):
        agent = deployed(wiro)
        agent.billing.cancel()
        wiro_sandbox._world.agents.advance(40)
        assert execute(self.teardown_of(agent.guid))["subscription"]["status"] == "expired"

    def test_is_a_teardown_of_airflow(self):
        with DAG("d", schedule=None) as dag:
            setup = start_of("Bot").as_setup()
            give_up = self.teardown_of("Bot").as_teardown(setups=setup)
        assert dag.get_task("give_up").is_teardown
        assert give_up.upstream_task_ids == {"start"}


class TestConfigure:
    def configure_of(self, agent, **more):
        return WiroConfigureAgentOperator(task_id="configure", agent=agent, **more)

    def test_credentials_complete_the_setup(self, wiro):
        agent = deployed(wiro, credentials=None)
        context = context_of()
        result = execute(self.configure_of(agent.guid, credentials=GMAIL), context)
        assert (result["status"], result["changed"]) == ("stopped", ["credentials.gmail"])
        assert result["missing_credentials"] == []
        assert "xxxx" not in json.dumps([result, context["pushed"]])

    def test_nested_credentials(self, wiro):
        apps = [{"platform": "ios", "id": "1"}]
        accounts = [{"appname": "A", "serviceaccountjsonbase64": "e30=", "apps": apps}]
        agent = deployed(wiro, skills=["int-firebase-push"], credentials=None)
        execute(self.configure_of(agent.guid, credentials={"firebase": {"accounts": accounts}}))
        assert agent.refresh()["credentials"]["firebase"]["accounts"][0]["apps"] == apps

    def test_running_agent_restarts(self, wiro):
        agent = deployed(wiro)
        execute(start_of(agent.guid))
        before = agent.refresh()["runningat"]
        result = execute(self.configure_of(agent.guid, strategies={"content-tone": "friendly"}))
        assert (result["status"], result["changed"]) == ("running", ["strategies.content-tone"])
        assert agent.refresh()["queuedat"] >= before

    async def test_restart_is_waited_for_by_the_trigger(self, wiro):
        agent = deployed(wiro)
        execute(start_of(agent.guid))
        operator, context = self.configure_of(agent.guid, credentials=GMAIL, inline_wait=0), context_of()
        with pytest.raises(TaskDeferred) as deferral:
            execute(operator, context)
        # A resumed task is a new process.
        again = self.configure_of(agent.guid, credentials=GMAIL, inline_wait=0)
        result = await resumed(again, deferral.value, context)
        assert (result["status"], result["changed"]) == ("running", ["credentials.gmail"])

    def test_what_is_there_is_not_written_again(self, wiro, wiro_sandbox):
        agent = deployed(wiro)
        settings = {
            "strategies": {"tone": {"value": "friendly", "description": "how"}},
            "schedules": {"digest": {"interval": "0 9 * * *", "value": "Send a digest"}, "weekly": "0 9 * * 1"},
            "skills": {"int-gmail-check": True, "int-calendarific": True},
        }
        first = execute(self.configure_of(agent.guid, **settings))
        assert first["changed"] == [
            "skills.int-calendarific",
            "strategies.tone",
            "schedules.digest",
            "schedules.weekly",
        ]
        before = wiro_sandbox.books.counts.copy()
        assert execute(self.configure_of(agent.guid, **settings))["changed"] == []
        written = wiro_sandbox.books.counts - before
        assert set(written) == {"user_agents_detail"}

    def test_preset_schedule_is_changed(self, wiro):
        agent = wiro.agents.deploy("newsletter-manager", title="News", credentials={"brevo": {"apiKey": "x"}})
        wish = {"cron-newsletter-sender": {"interval": "0 8 * * 1", "enabled": False}}
        execute(self.configure_of(agent.guid, schedules=wish))
        (row,) = [row for row in agent.refresh()["scheduledskills"] if row["key"].endswith("newsletter-sender")]
        assert (row["interval"], row["enabled"]) == ("0 8 * * 1", False)
        assert execute(self.configure_of(agent.guid, schedules=wish))["changed"] == []

    def test_change_of_skills_that_was_rolled_back_is_repeated(self, wiro, wiro_sandbox):
        agent = deployed(wiro)
        wiro_sandbox._world.agents.rollbacks = 1
        operator = self.configure_of(agent.guid, skills=["int-calendarific"])
        assert execute(operator)["changed"] == ["skills.int-calendarific"]
        assert count(wiro_sandbox, "user_agents_skills_apply") == 2

    def test_lost_answer_to_a_change_of_skills_is_not_paid_twice(self, wiro, wiro_sandbox):
        agent = deployed(wiro)
        wiro_sandbox.faults.add(operation="user_agents_skills_apply", kind="drop_after_accept")
        operator = self.configure_of(agent.guid, skills=["int-brevo-email"])
        with pytest.raises(AirflowException) as caught:
            execute(operator)
        assert not isinstance(caught.value, AirflowFailException)
        paid = len(wiro_sandbox.books.payments)
        execute(operator)
        assert len(wiro_sandbox.books.payments) == paid

    def test_price_of_skills_has_a_limit(self, wiro, wiro_sandbox):
        agent = deployed(wiro)
        price = wiro.agents.get(agent.guid).skills.pricing_preview({"int-brevo-email": True}).total_price_usd
        added = price - agent.row["monthlypriceusd"]
        assert added > 0
        with pytest.raises(AirflowFailException, match=f"would add {added:.2f} USD .* max_cost_usd=0.01"):
            execute(self.configure_of(agent.guid, skills=["int-brevo-email"], max_cost_usd="0.01"))
        assert count(wiro_sandbox, "user_agents_skills_apply") == 0
        execute(self.configure_of(agent.guid, skills=["int-brevo-email"], max_cost_usd=added))
        assert count(wiro_sandbox, "user_agents_skills_apply") == 1

    def test_refused_fields_are_told_without_their_values(self, wiro):
        agent = deployed(wiro)
        with pytest.raises(AirflowFailException, match="1 of 1 fields were not written") as caught:
            execute(self.configure_of(agent.guid, credentials={"gmail": {"pin": CANARY}}))
        assert CANARY not in str(caught.value)


class TestSecrets:
    def test_serialized_and_rendered_fields_show_names_only(self):
        operator = WiroConfigureAgentOperator(
            task_id="c", agent="Bot", credentials={"gmail": {"account": "a", "apps": [{"id": CANARY}]}}
        )
        shown = {"gmail": {"account": "***", "apps": [{"id": "***"}]}}
        assert operator.credentials.serialize() == shown
        assert json.loads(str(operator.credentials)) == shown
        assert CANARY not in repr(operator.credentials)

    def test_templates_render_into_a_copy(self):
        with DAG("d", schedule=None):
            operator = WiroConfigureAgentOperator(
                task_id="c", agent="{{ name }}", credentials={"gmail": {"apppassword": "{{ secret }}"}}
            )
        for secret in ("one", "two"):
            task = operator.prepare_for_execution()
            task.render_template_fields({"name": "Bot", "secret": secret})
            assert task.credentials.reveal() == {"gmail": {"apppassword": secret}}
            assert task.agent == "Bot"
        assert operator.credentials.value == {"gmail": {"apppassword": "{{ secret }}"}}

    def test_output_of_another_task_makes_a_dependency(self):
        with DAG("d", schedule=None):
            source = start_of("Bot")
            operator = WiroConfigureAgentOperator(task_id="c", agent="Bot", credentials=source.output)
        assert operator.upstream_task_ids == {"start"}

    def test_text_of_credentials_is_in_no_message(self, wiro):
        agent = deployed(wiro)
        operator = WiroConfigureAgentOperator(task_id="c", agent=agent.guid, credentials="{{ x }}")
        operator.credentials.value = f"{{not json {CANARY}"
        with pytest.raises(AirflowFailException, match="credentials is not JSON") as caught:
            execute(operator)
        assert CANARY not in str(caught.value)


class TestArguments:
    @pytest.mark.parametrize(
        ("kind", "arguments", "named"),
        [
            (WiroStartAgentOperator, {"agent": ""}, "agent is ''; accepted: the guid, the title"),
            (WiroStartAgentOperator, {"agent": None}, "agent is None"),
            (WiroStartAgentOperator, {"agent": {"guid": 1}}, "agent is {'guid': 1}"),
            (WiroStartAgentOperator, {"timeout": 0}, "timeout is 0"),
            (WiroStartAgentOperator, {"inline_wait": -1}, "inline_wait is -1"),
            (WiroStopAgentOperator, {"wait": "false"}, "wait is 'false'; accepted: True or False"),
            (WiroStopAgentOperator, {"deferrable": 1}, "deferrable is 1"),
            (WiroAgentTeardownOperator, {"stop": False, "cancel_subscription": False}, "both False"),
            (WiroConfigureAgentOperator, {}, "at least one of credentials, skills, strategies, schedules"),
            (WiroConfigureAgentOperator, {"credentials": {}, "skills": []}, "nothing is to be configured; accepted"),
            (WiroConfigureAgentOperator, {"strategies": "{}"}, "nothing is to be configured; accepted: at least one"),
            (WiroConfigureAgentOperator, {"credentials": ["gmail"]}, "credentials is a list"),
            (WiroConfigureAgentOperator, {"credentials": {"gmail": "x"}}, r"credentials\['gmail'\] is a str"),
            (WiroConfigureAgentOperator, {"credentials": {"gmail": {"a": {"b": 1}}}}, "credential field gmail.a"),
            (WiroConfigureAgentOperator, {"skills": {"a": "yes"}}, r"skills\['a'\] is 'yes'"),
            (WiroConfigureAgentOperator, {"skills": 7}, "skills is 7"),
            (WiroConfigureAgentOperator, {"skills": "{"}, "skills is not JSON"),
            (WiroConfigureAgentOperator, {"strategies": {"a": 1}}, r"strategies\['a'\] is 1"),
            (WiroConfigureAgentOperator, {"strategies": ["a"]}, "strategies is"),
            (WiroConfigureAgentOperator, {"strategies": {"a": {"interval": "x"}}}, r"strategies\['a'\]"),
            (WiroConfigureAgentOperator, {"schedules": {"a": {"enabled": "x"}}}, r"schedules\['a'\]\['enabled'\]"),
            (WiroConfigureAgentOperator, {"skills": ["a"], "max_cost_usd": -1}, "max_cost_usd is -1"),
            (WiroConfigureAgentOperator, {"skills": ["a"], "max_cost_usd": "cheap"}, "max_cost_usd is 'cheap'"),
        ],
    )
    def test_mistake_is_named_at_parse(self, kind, arguments, named):
        with pytest.raises(ValueError, match=named):
            kind(**{"task_id": "t", "agent": "Bot", **arguments})

    def test_templates_wait_until_they_are_rendered(self, wiro):
        operator = WiroConfigureAgentOperator(
            task_id="t", agent="{{ a }}", skills="{{ b }}", timeout="{{ c }}", max_cost_usd="{{ d }}"
        )
        operator.agent, operator.timeout, operator.skills, operator.max_cost_usd = "Bot", "soon", ["a"], None
        with pytest.raises(AirflowFailException, match="timeout is 'soon'"):
            execute(operator)
