from __future__ import annotations

import json
from typing import Any

import pytest
from airflow.providers.common.compat.sdk import DAG, AirflowException, AirflowFailException, TaskDeferred

from airflow_provider_wiro.operators.agents import WiroAgentTeardownOperator
from airflow_provider_wiro.operators.deploy import WiroDeployAgentOperator
from tests.support.agent_operators import GMAIL, connect, context_of, execute, resumed, status_of
from wiro import Wiro
from wiro_client.models import UserAgentPricingPreviewResponse

_KEY = "wiro_submission"
CANARY = "canary-app-password"
BREVO = {"brevo": {"apiKey": "x"}}


@pytest.fixture
def wiro(wiro_sandbox, monkeypatch):
    connect(monkeypatch, wiro_sandbox)
    monkeypatch.setattr("airflow_provider_wiro.operators._starting._LOOK_UP_PAUSES", (0.0, 0.05))
    with Wiro(wiro_sandbox.api_key, base_url=wiro_sandbox.base_url, socket_url=wiro_sandbox.socket_url) as client:
        yield client


def build(**more: Any) -> WiroDeployAgentOperator:
    """Deploy a custom build."""
    return WiroDeployAgentOperator(
        **{"task_id": "t", "title": "Bot", "skills": ["int-gmail-check"], "credentials": GMAIL, **more}
    )


def news(**more: Any) -> WiroDeployAgentOperator:
    """Deploy from a template."""
    return WiroDeployAgentOperator(
        **{"task_id": "t", "title": "News", "template": "newsletter-manager", "credentials": BREVO, **more}
    )


def deploys(sandbox):
    return sandbox.books.counts.get("user_agents_deploy", 0)


def paid(sandbox):
    return [float(payment.amount_usd) for payment in sandbox.books.payments]


class TestDeployment:
    @pytest.mark.parametrize("operator_of", [build, news])
    def test_agent_is_deployed_set_up_and_runs(self, wiro, wiro_sandbox, operator_of):
        context = context_of()
        result = execute(operator_of(), context)
        assert (result["status"], result["missing_credentials"], result["reused"]) == ("running", [], False)
        assert status_of(wiro_sandbox, result["agent_guid"]) == "running"
        assert [result["quoted_usd"]] == paid(wiro_sandbox)
        assert result["quote_certainty"] == "exact"
        assert context["pushed"]["agent_guid"] == result["agent_guid"] == context["stored"][_KEY]["remote_id"]
        assert deploys(wiro_sandbox) == 1
        text = json.dumps([result, context["pushed"], context["stored"]])
        assert "xxxx" not in text
        assert "me@example.com" not in text

    def test_tier_description_strategies_and_schedules(self, wiro):
        result = execute(
            news(
                tier="pro",
                description="Of Acme",
                strategies={"newsletter-strategy": "Short."},
                schedules={"cron-newsletter-sender": "0 8 * * 1"},
            )
        )
        row = wiro.agents.get(result["agent_guid"]).refresh()
        assert (row["tier"], row["description"]) == ("pro", "Of Acme")
        assert [skill["value"] for skill in row["customskills"]] == ["Short."]
        assert "0 8 * * 1" in [skill["interval"] for skill in row["scheduledskills"]]

    async def test_start_is_waited_for_by_the_trigger(self, wiro, wiro_sandbox):
        operator, context = build(inline_wait=0), context_of()
        with pytest.raises(TaskDeferred) as deferral:
            execute(operator, context)
        trigger = deferral.value.trigger
        assert (trigger.wanted, trigger.agent_guid) == ("running", context["pushed"]["agent_guid"])
        assert "xxxx" not in json.dumps(trigger.serialize())
        before = wiro_sandbox.books.counts.copy()
        result = await resumed(build(inline_wait=0), deferral.value, context)
        assert (result["status"], result["quoted_usd"]) == ("running", paid(wiro_sandbox)[0])
        written = wiro_sandbox.books.counts - before
        # Writing the credentials again would restart it.
        assert not {"user_agents_credential_upsert", "user_agents_deploy", "user_agents_start"} & set(written)

    def test_without_start(self, wiro):
        assert execute(build(start=False, inline_wait=0))["status"] == "stopped"

    def test_missing_setup_is_told_in_the_result(self, wiro):
        result = execute(build(credentials=None, wait_for_setup=False))
        assert (result["status"], result["missing_credentials"], result["connect_links"]) == (
            "setup_required",
            ["gmail"],
            {},
        )

    def test_price_has_a_limit(self, wiro, wiro_sandbox):
        context = context_of()
        for operator in (news(max_cost_usd="8.99"), build(max_cost_usd=8.99), news(tier="pro", max_cost_usd=28)):
            with pytest.raises(AirflowFailException, match=r"max_cost_usd is .*, but agent '.*' costs \d+"):
                execute(operator, context)
        assert (deploys(wiro_sandbox), context["stored"]) == (0, {})
        assert execute(news(max_cost_usd=9))["quoted_usd"] == 9

    def test_unknown_template_is_named(self, wiro, wiro_sandbox):
        with pytest.raises(AirflowFailException, match=r"there is no agent 'nothing'|not found"):
            execute(news(template="nothing"))
        assert deploys(wiro_sandbox) == 0

    def test_unknown_skills_are_named_and_not_paid_for(self, wiro, wiro_sandbox):
        context = context_of()
        with pytest.raises(AirflowFailException, match=r"skills names 'int-gmial-check', which Wiro does not have"):
            execute(build(skills=["int-gmial-check", "int-brevo-email"], max_cost_usd=50), context)
        assert (deploys(wiro_sandbox), paid(wiro_sandbox), context["stored"]) == (0, [], {})

    def test_skills_are_not_judged_by_an_answer_that_lists_none(self, wiro, monkeypatch):
        answer = UserAgentPricingPreviewResponse.from_dict({"totalPriceUsd": 12})
        monkeypatch.setattr("wiro.agents.Agents.pricing_preview", lambda *_, **__: answer)
        assert execute(build())["quoted_usd"] == 12

    @pytest.mark.parametrize("wiro_sandbox", [{"balance": 5}], indirect=True)
    def test_empty_wallet_leaves_no_record(self, wiro):
        context = context_of()
        with pytest.raises(AirflowFailException, match="Insufficient wallet balance"):
            execute(build(), context)
        assert context["stored"] == {}


class TestAgentThatExists:
    def test_reuse_sets_up_and_starts_without_paying(self, wiro, wiro_sandbox):
        first = execute(news(credentials=None, wait_for_setup=False))
        second = execute(news())
        assert (second["agent_guid"], second["status"], second["reused"]) == (first["agent_guid"], "running", True)
        assert second["quoted_usd"] == 0
        assert len(paid(wiro_sandbox)) == 1

    def test_template_may_be_named_by_guid_or_slug(self, wiro, wiro_sandbox):
        guid = wiro.agents.template("newsletter-manager").guid
        first = execute(news(template=guid))
        assert execute(news())["agent_guid"] == first["agent_guid"]

    def test_same_title_of_another_template_is_another_agent(self, wiro, wiro_sandbox):
        execute(build(title="News"))
        assert execute(news())["reused"] is False
        assert deploys(wiro_sandbox) == 2

    def test_fail(self, wiro, wiro_sandbox):
        guid = execute(news())["agent_guid"]
        with pytest.raises(AirflowFailException, match=f"title is 'News', .*: {guid}"):
            execute(news(if_exists="fail"))
        assert deploys(wiro_sandbox) == 1

    def test_new(self, wiro, wiro_sandbox):
        guids = {execute(news(if_exists="new"))["agent_guid"] for _ in range(2)}
        assert len(guids) == deploys(wiro_sandbox) == 2
        with pytest.raises(AirflowFailException, match="these agents are called"):
            execute(news())

    def test_given_up_agent_is_taken_back_at_no_cost(self, wiro, wiro_sandbox):
        guid = execute(news())["agent_guid"]
        execute(WiroAgentTeardownOperator(task_id="give_up", agent="News"))
        again = execute(news())
        assert (again["agent_guid"], again["status"]) == (guid, "running")
        assert again["subscription"]["cancelled"] is False
        assert len(paid(wiro_sandbox)) == 1

    def test_ended_subscription_is_bought_again_within_the_limit(self, wiro, wiro_sandbox):
        guid = execute(news())["agent_guid"]
        execute(WiroAgentTeardownOperator(task_id="give_up", agent="News"))
        wiro_sandbox._world.agents.advance(40)
        with pytest.raises(AirflowFailException, match="costs 9 USD"):
            execute(news(max_cost_usd=1))
        again = execute(news(max_cost_usd=9))
        assert (again["agent_guid"], again["status"], again["quoted_usd"]) == (guid, "running", 9)
        assert paid(wiro_sandbox) == [9.0, 9.0]

    def test_skills_that_a_build_lacks_are_added_within_the_limit(self, wiro, wiro_sandbox):
        execute(build())
        more = {"skills": ["int-gmail-check", "int-brevo-email"], "credentials": {**GMAIL, **BREVO}}
        with pytest.raises(AirflowFailException, match=r"is there, but was not set up: .* would add"):
            execute(build(**more, max_cost_usd=0))
        result = execute(build(**more))
        assert (result["reused"], deploys(wiro_sandbox)) == (True, 1)
        names = {skill["name"] for skill in wiro.agents.get(result["agent_guid"]).refresh()["skills"]}
        assert names >= {"int-gmail-check", "int-brevo-email"}


class TestMoney:
    @pytest.mark.parametrize("if_exists", ["reuse", "fail", "new"])
    def test_retry_goes_on_with_the_agent_that_was_deployed(self, wiro, wiro_sandbox, if_exists):
        context = context_of()
        wiro_sandbox.faults.add(operation="user_agents_credential_upsert", kind="garbage")
        with pytest.raises(AirflowException, match="submitted, but could not be set up") as caught:
            execute(build(if_exists=if_exists), context)
        assert not isinstance(caught.value, AirflowFailException)
        guid = context["pushed"]["agent_guid"]
        result = execute(build(if_exists=if_exists), context_of(try_number=2, store=context["stored"]))
        assert (result["agent_guid"], result["status"], deploys(wiro_sandbox)) == (guid, "running", 1)

    @pytest.mark.parametrize("kind", ["drop_after_accept", "garbage"])
    @pytest.mark.parametrize("operator_of", [build, news])
    def test_lost_answer_is_adopted_at_once(self, wiro, wiro_sandbox, kind, operator_of):
        more = {"accepted": True} if kind == "garbage" else {}
        wiro_sandbox.faults.add(operation="user_agents_deploy", kind=kind, **more)
        result = execute(operator_of(if_exists="new"))
        assert (result["status"], deploys(wiro_sandbox), len(paid(wiro_sandbox))) == ("running", 1, 1)

    def test_worker_that_died_while_deploying(self, wiro, wiro_sandbox):
        context = context_of()
        guid = execute(build(if_exists="new"), context)["agent_guid"]
        record = {**context["stored"][_KEY], "state": "intent", "remote_id": None}
        result = execute(build(if_exists="new"), context_of(try_number=2, store={_KEY: record}))
        assert (result["agent_guid"], deploys(wiro_sandbox)) == (guid, 1)

    def test_request_that_never_arrived_is_left_to_a_person(self, wiro, wiro_sandbox):
        wiro_sandbox.faults.add(operation="user_agents_deploy", kind="drop_before_accept")
        context = context_of()
        with pytest.raises(AirflowFailException, match="not submit again by itself"):
            execute(build(), context)
        with pytest.raises(AirflowFailException, match="on_ambiguous='resubmit'"):
            execute(build(), context_of(try_number=2, store=context["stored"]))
        again = context_of(try_number=3, store=context["stored"])
        assert execute(build(on_ambiguous="resubmit"), again)["status"] == "running"
        assert len(paid(wiro_sandbox)) == 1

    def test_older_agents_of_the_same_name_are_not_taken_for_it(self, wiro, wiro_sandbox):
        older = execute(build(start=False))["agent_guid"]
        wiro_sandbox._world.agents.instances.find(older).created_at -= 60
        wiro_sandbox.faults.add(operation="user_agents_deploy", kind="drop_after_accept")
        result = execute(build(if_exists="new"))
        assert result["agent_guid"] != older

    def test_crashed_container_is_started_by_the_retry(self, wiro, wiro_sandbox):
        context = context_of()
        guid = execute(build(), context)["agent_guid"]
        agents = wiro_sandbox._world.agents
        wiro_sandbox._server.loop.call_soon_threadsafe(agents.supervisor.fail, agents.instances.find(guid))
        wiro.agents.get(guid).wait_until_stopped(30)
        again = context_of(try_number=2, store=context["stored"])
        assert execute(build(), again)["status"] == "running"

    def test_kill_leaves_the_agent_alone(self, wiro, wiro_sandbox):
        operator = build()
        result = execute(operator)
        operator.on_kill()
        assert status_of(wiro_sandbox, result["agent_guid"]) == "running"

    def test_deadline_leaves_the_agent_alone(self, wiro, wiro_sandbox):
        context = context_of()
        with pytest.raises(AirflowException, match="did not end within 1 s; it goes on"):
            execute(build(credentials=None, timeout=1, deferrable=False), context)
        guid = context["pushed"]["agent_guid"]
        assert wiro.agents.get(guid).refresh()["subscription"]["pendingdowngrade"] is None


class TestPeople:
    """A customer connects an account while the task is deferred."""

    def social(self, **more):
        return WiroDeployAgentOperator(
            **{
                "task_id": "t",
                "title": "Acme social",
                "template": "social-manager",
                "redirect_url": "https://example.com/back",
                "inline_wait": 0,
                **more,
            }
        )

    async def test_links_are_in_xcom_while_the_customer_is_awaited(self, wiro, wiro_sandbox):
        context = context_of()
        with pytest.raises(TaskDeferred) as first:
            execute(self.social(), context)
        assert first.value.trigger.wanted == "set_up"
        links = context["pushed"]["connect_links"]
        assert set(links) == {"twitter"}
        assert links["twitter"].startswith("http")
        agents = wiro_sandbox._world.agents
        found = agents.instances.find(context["pushed"]["agent_guid"])
        wiro_sandbox._server.loop.call_soon_threadsafe(agents.connect, found, "twitter", {"username": "acme"})
        with pytest.raises(TaskDeferred) as second:
            await resumed(self.social(), first.value, context)
        assert second.value.trigger.wanted == "running"
        assert second.value.trigger.deadline == first.value.trigger.deadline
        result = await resumed(self.social(), second.value, context)
        assert (result["status"], result["connect_links"], deploys(wiro_sandbox)) == ("running", links, 1)

    def test_nobody_is_awaited_if_told_so(self, wiro):
        result = execute(self.social(wait_for_setup=False))
        assert (result["status"], set(result["connect_links"])) == ("setup_required", {"twitter"})

    async def test_customer_who_never_comes(self, wiro):
        operator, context = self.social(timeout=0.5), context_of()
        with pytest.raises(TaskDeferred) as deferral:
            execute(operator, context)
        with pytest.raises(AirflowException, match=r"set-up of Wiro agent .* did not end in time and goes on"):
            await resumed(operator, deferral.value, context)

    def test_provider_that_cannot_ask_is_left_out(self, wiro):
        result = execute(
            WiroDeployAgentOperator(
                task_id="t",
                title="Meta",
                template="meta-ads-manager",
                redirect_url="https://example.com/back",
                wait_for_setup=False,
            )
        )
        assert (result["missing_credentials"], result["connect_links"]) == (["meta-ads"], {})


class TestArguments:
    @pytest.mark.parametrize(
        ("arguments", "named"),
        [
            ({"title": ""}, "title is ''"),
            ({"title": None}, "title is None"),
            ({"template": "a"}, "template and skills are both given"),
            ({"skills": None}, "both missing; accepted: exactly one"),
            ({"skills": []}, r"skills is \[\]; accepted: a list of at least one"),
            ({"skills": {"a": False}}, "at least one skill"),
            ({"tier": "gold"}, "tier is 'gold'; accepted: 'starter', 'pro'"),
            ({"credentials": {"gmail": 1}}, r"credentials\['gmail'\] is a int"),
            ({"strategies": 1}, "strategies is 1"),
            ({"schedules": {"a": 1}}, r"schedules\['a'\] is 1"),
            ({"if_exists": "replace"}, "if_exists is 'replace'; accepted: 'reuse', 'fail', 'new'"),
            ({"start": "no"}, "start is 'no'"),
            ({"wait_for_setup": 1}, "wait_for_setup is 1"),
            ({"redirect_url": ""}, "redirect_url is ''"),
            ({"max_cost_usd": "much"}, "max_cost_usd is 'much'"),
            ({"timeout": -1}, "timeout is -1"),
            ({"output_path": "/tmp/x"}, "output_path is '/tmp/x'; accepted: None"),
            ({"resubmit_on_failure": True}, "resubmit_on_failure is True; accepted: False"),
        ],
    )
    def test_mistake_is_named_at_parse(self, arguments, named):
        with pytest.raises(ValueError, match=named):
            build(**arguments)

    def test_rendered_mistake_is_named_before_anything_is_paid(self, wiro, wiro_sandbox):
        operator = build(title="{{ t }}", tier="{{ x }}")
        operator.title, operator.tier = "Bot", "gold"
        with pytest.raises(AirflowFailException, match="Nothing was submitted: tier is 'gold'"):
            execute(operator)
        assert deploys(wiro_sandbox) == 0

    def test_credentials_are_hidden_and_rendered(self):
        with DAG("d", schedule=None):
            operator = build(credentials={"gmail": {"apppassword": "{{ secret }}", "account": CANARY}})
        task = operator.prepare_for_execution()
        task.render_template_fields({"secret": "s3cret"})
        assert task.credentials.reveal() == {"gmail": {"apppassword": "s3cret", "account": CANARY}}
        assert CANARY not in str(operator.credentials)
        assert CANARY not in repr(task._request())
