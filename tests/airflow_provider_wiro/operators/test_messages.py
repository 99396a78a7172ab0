from __future__ import annotations

import hashlib
import json
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from airflow.providers.common.compat.sdk import AirflowException, AirflowFailException, TaskDeferred

from airflow_provider_wiro.files import WiroFile
from airflow_provider_wiro.operators.messages import WiroAgentMessageOperator
from tests.support.agent_operators import GMAIL, connect, context_of, execute, resumed, status_of
from wiro import Wiro

_KEY = "wiro_submission"


@pytest.fixture
def wiro(wiro_sandbox, monkeypatch):
    connect(monkeypatch, wiro_sandbox)
    # A lost answer is looked for at once.
    monkeypatch.setattr("airflow_provider_wiro.operators._starting._LOOK_UP_PAUSES", (0.0, 0.05))
    with Wiro(wiro_sandbox.api_key, base_url=wiro_sandbox.base_url, socket_url=wiro_sandbox.socket_url) as client:
        yield client


def deployed(wiro: Wiro, title: str = "Bot", **more: Any) -> Any:
    return wiro.agents.deploy(**{"title": title, "skills": ["int-gmail-check"], "credentials": GMAIL, **more})


@pytest.fixture
def agent(wiro):
    agent = deployed(wiro)
    agent.start()
    agent.wait_until_running(30)
    return agent


def ask(agent: Any, message: str = "What is new?", **more: Any) -> WiroAgentMessageOperator:
    return WiroAgentMessageOperator(task_id="ask", agent=agent, message=message, **more)


def messages_of(sandbox, agent):
    return sandbox._world.agents.messages.of_agent(agent.guid)


def sends(sandbox):
    return sandbox.books.counts.get("user_agent_messages_send", 0)


class TestAnswer:
    def test_inline(self, agent, wiro_sandbox):
        context = context_of()
        result = execute(ask(agent.guid, session="user-42"), context)
        assert "What is new?" in result["text"]
        assert result["thinking"]
        assert (result["status"], result["agent_guid"], result["session"]) == ("agent_end", agent.guid, "user-42")
        assert result["credits"] == 10.0
        assert result["metadata"]["wordCount"] > 0
        assert result["quoted_usd"] > 0
        assert result["quote_certainty"] == "estimate"
        assert result["resumed_at"] is None
        (message,) = messages_of(wiro_sandbox, agent)
        assert (message.guid, message.session) == (result["message_guid"], "user-42")
        assert context["stored"][_KEY]["remote_id"] == message.guid
        assert message.token not in json.dumps([result, context["stored"], context["pushed"]])

    async def test_deferred(self, agent, wiro_sandbox):
        operator, context = ask("Bot", inline_wait=0), context_of()
        with pytest.raises(TaskDeferred) as deferral:
            execute(operator, context)
        trigger = deferral.value.trigger
        assert (trigger.agent_guid, deferral.value.timeout) == (agent.guid, None)
        (message,) = messages_of(wiro_sandbox, agent)
        assert message.token not in json.dumps(trigger.serialize())
        result = await resumed(ask("Bot", inline_wait=0), deferral.value, context)
        assert (result["message_guid"], result["credits"], result["session"]) == (message.guid, 10.0, "default")
        assert result["resumed_at"] >= result["finished_at"]
        assert sends(wiro_sandbox) == 1

    def test_long_answer_is_saved(self, agent, tmp_path):
        long = "word " * 20_000
        result = execute(ask(agent.guid, long, output_path=str(tmp_path)))
        assert result["text_truncated"] is True
        saved = Path(result["text_path"])
        assert saved == tmp_path / result["message_guid"] / "answer.txt"
        assert long.strip() in saved.read_text()
        assert result["text_sha256"] == hashlib.sha256(saved.read_bytes()).hexdigest()

    async def test_long_answer_is_saved_after_a_deferral(self, agent, tmp_path):
        operator = ask(agent.guid, "word " * 20_000, output_path=str(tmp_path), inline_wait=0)
        context = context_of()
        with pytest.raises(TaskDeferred) as deferral:
            execute(operator, context)
        result = await resumed(operator, deferral.value, context)
        assert result["text_size"] > 64 * 1024
        assert result["text_path"].startswith(str(tmp_path))

    def test_files(self, agent, wiro_sandbox, tmp_path):
        note = tmp_path / "note.txt"
        note.write_text("hello")
        execute(ask(agent.guid, "", files=[note, WiroFile(str(note))]))
        (message,) = messages_of(wiro_sandbox, agent)
        assert [file["name"] for file in message.attachments] == ["note.txt", "note.txt"]

    def test_missing_file_is_named_before_anything_is_recorded(self, agent, wiro_sandbox, tmp_path):
        context = context_of()
        with pytest.raises(AirflowFailException, match="nothing-here"):
            execute(ask(agent.guid, files=[WiroFile(str(tmp_path / "nothing-here"))]), context)
        assert (context["stored"], sends(wiro_sandbox)) == ({}, 0)

    @pytest.mark.parametrize("deferrable", [True, False])
    def test_without_waiting(self, agent, wiro_sandbox, deferrable):
        context = context_of()
        operator = ask(agent.guid, "/wait 600 a", wait=False, inline_wait=0, deferrable=deferrable)
        result = execute(operator, context)
        (message,) = messages_of(wiro_sandbox, agent)
        assert (result["message_guid"], result["agent_guid"], result["text"]) == (message.guid, agent.guid, "")
        assert result["status"] == "agent_queue"
        again = execute(ask(agent.guid, "/wait 600 a", wait=False), context_of(try_number=2, store=context["stored"]))
        assert (again["message_guid"], sends(wiro_sandbox)) == (message.guid, 1)


class TestAgentThatDoesNotRun:
    def test_resting_agent_is_told(self, wiro, wiro_sandbox):
        agent, context = deployed(wiro), context_of()
        with pytest.raises(AirflowFailException, match=r"is stopped\. Start it before, or set if_not_running='start'"):
            execute(ask(agent.guid), context)
        assert (context["stored"], sends(wiro_sandbox)) == ({}, 0)

    def test_starting_agent_is_waited_for(self, wiro):
        agent = deployed(wiro)
        agent.start()
        assert execute(ask(agent.guid))["status"] == "agent_end"

    def test_starting_agent_fails_if_told_so(self, wiro, wiro_sandbox):
        agent = deployed(wiro)
        wiro_sandbox.clock.scale = 0.1
        agent.start()
        with pytest.raises(AirflowFailException, match="is queued"):
            execute(ask(agent.guid, if_not_running="fail"))

    async def test_waiting_for_the_agent_holds_no_worker(self, wiro, wiro_sandbox):
        agent = deployed(wiro)
        operator, context = ask(agent.guid, if_not_running="start", inline_wait=0), context_of()
        with pytest.raises(TaskDeferred) as first:
            execute(operator, context)
        assert (first.value.trigger.wanted, first.value.method_name) == ("running", "execute_when_running")
        assert context["stored"] == {}
        with pytest.raises(TaskDeferred) as second:
            await resumed(operator, first.value, context)
        assert second.value.trigger.deadline == first.value.trigger.deadline
        assert (await resumed(operator, second.value, context))["status"] == "agent_end"
        assert (sends(wiro_sandbox), status_of(wiro_sandbox, agent.guid)) == (1, "running")

    def test_agent_that_did_not_come_to_run(self, wiro):
        event = {"version": 1, "status": "failed", "remote_id": "g", "message": "its container failed"}
        with pytest.raises(AirflowException, match="Nothing was sent: its container failed"):
            ask("Bot").execute_when_running(context_of(), event)

    def test_missing_setup_is_named(self, wiro):
        agent = deployed(wiro, credentials=None)
        with pytest.raises(AirflowFailException, match="needs more setup"):
            execute(ask(agent.guid, if_not_running="start"))


class TestMoney:
    def test_retry_waits_for_the_message_that_was_sent(self, agent, wiro_sandbox):
        context = context_of()
        wiro_sandbox.clock.scale = 1.0
        with pytest.raises(AirflowException, match="did not end within"):
            execute(
                Unstoppable(task_id="ask", agent=agent.guid, message="/wait 2 a", timeout=0.3, deferrable=False),
                context,
            )
        retry = context_of(try_number=2, store=context["stored"])
        result = execute(ask(agent.guid, "/wait 2 a", timeout=60), retry)
        assert (result["message_guid"], sends(wiro_sandbox)) == (context["stored"][_KEY]["remote_id"], 1)

    def test_lost_answer_is_adopted_at_once(self, agent, wiro_sandbox):
        wiro_sandbox.faults.add(operation="user_agent_messages_send", kind="drop_after_accept")
        result = execute(ask(agent.guid))
        (message,) = messages_of(wiro_sandbox, agent)
        assert result["message_guid"] == message.guid

    def test_lost_answer_among_others_of_the_conversation(self, agent, wiro_sandbox):
        for text in ("Something else", "What is new? "):
            agent.send(text)
        agent.send("What is new?", session="another")
        wiro_sandbox.faults.add(operation="user_agent_messages_send", kind="drop_after_accept")
        result = execute(ask(agent.guid))
        assert result["message_guid"] == messages_of(wiro_sandbox, agent)[0].guid

    def test_several_that_may_be_it_are_left_to_a_person(self, agent, wiro_sandbox):
        agent.send("What is new?")
        wiro_sandbox.faults.add(operation="user_agent_messages_send", kind="drop_after_accept")
        before = sends(wiro_sandbox)
        context = context_of()
        with pytest.raises(AirflowFailException, match="not submit again by itself"):
            execute(ask(agent.guid), context)
        with pytest.raises(AirflowFailException, match="on_ambiguous='resubmit'"):
            execute(ask(agent.guid), context_of(try_number=2, store=context["stored"]))
        assert sends(wiro_sandbox) == before + 1

    def test_request_that_never_arrived_may_be_sent_again_if_told_so(self, agent, wiro_sandbox):
        wiro_sandbox.faults.add(operation="user_agent_messages_send", kind="drop_before_accept")
        context = context_of()
        with pytest.raises(AirflowException):
            execute(ask(agent.guid, on_ambiguous="resubmit"), context)
        again = context_of(try_number=2, store=context["stored"])
        assert execute(ask(agent.guid, on_ambiguous="resubmit"), again)["status"] == "agent_end"
        assert len(messages_of(wiro_sandbox, agent)) == 1

    def test_worker_that_died_while_sending(self, agent, wiro_sandbox):
        """The intent is recorded, the id is not: the message is found by what it says."""
        operator, context = ask(agent.guid), context_of()
        execute(operator, context)
        record = {**context["stored"][_KEY], "state": "intent", "remote_id": None}
        result = execute(ask(agent.guid), context_of(try_number=2, store={_KEY: record}))
        assert (result["message_guid"], sends(wiro_sandbox)) == (messages_of(wiro_sandbox, agent)[0].guid, 1)

    def test_refused_message_leaves_no_record(self, agent, wiro_sandbox):
        wiro_sandbox._world.agents.instances.find(agent.guid).credits.used = Decimal(10**6)
        context = context_of()
        with pytest.raises(AirflowFailException, match="no remaining credits"):
            execute(ask(agent.guid), context)
        assert context["stored"] == {}

    def test_agent_that_fails_to_answer_is_not_asked_again(self, agent, wiro_sandbox):
        context = context_of()
        for attempt in (1, 2):
            with pytest.raises(AirflowFailException, match=r"the reason|of an earlier try failed"):
                execute(ask(agent.guid, "/fail the reason"), context_of(try_number=attempt, store=context["stored"]))
        assert sends(wiro_sandbox) == 1

    def test_agent_that_fails_to_answer_is_asked_again_if_told_so(self, agent, wiro_sandbox):
        context = context_of()
        for attempt in (1, 2):
            with pytest.raises(AirflowException) as caught:
                execute(
                    ask(agent.guid, "/fail the reason", resubmit_on_failure=True),
                    context_of(try_number=attempt, store=context["stored"]),
                )
            assert not isinstance(caught.value, AirflowFailException)
        assert sends(wiro_sandbox) == 2

    def test_deadline_cancels_the_message(self, agent, wiro_sandbox):
        wiro_sandbox.clock.scale = 1.0
        with pytest.raises(AirflowException, match="it was stopped"):
            execute(ask(agent.guid, "/wait 60 a", timeout=0.5, deferrable=False))
        assert messages_of(wiro_sandbox, agent)[0].status == "agent_cancel"

    async def test_deadline_of_the_trigger_cancels_the_message(self, agent, wiro_sandbox):
        wiro_sandbox.clock.scale = 1.0
        operator, context = ask(agent.guid, "/wait 60 a", timeout=0.5, inline_wait=0), context_of()
        with pytest.raises(TaskDeferred) as deferral:
            execute(operator, context)
        with pytest.raises(AirflowException, match="did not end in time and was stopped"):
            await resumed(operator, deferral.value, context)
        assert messages_of(wiro_sandbox, agent)[0].status == "agent_cancel"

    async def test_message_that_somebody_cancels(self, agent, wiro_sandbox):
        operator, context = ask(agent.guid, "/wait 600 a", inline_wait=0), context_of()
        with pytest.raises(TaskDeferred) as deferral:
            execute(operator, context)
        agent.message(deferral.value.trigger.message_guid).cancel()
        with pytest.raises(AirflowFailException, match="was cancelled"):
            await resumed(operator, deferral.value, context)

    @pytest.mark.parametrize(("limit", "is_sent"), [("0.001", False), (100, True)])
    def test_price_has_a_limit(self, agent, wiro_sandbox, limit, is_sent):
        operator = ask(agent.guid, max_cost_usd=limit)
        if is_sent:
            execute(operator)
        else:
            with pytest.raises(AirflowFailException, match=r"an action of agent .* may cost"):
                execute(operator)
        assert sends(wiro_sandbox) == is_sent

    def test_unknown_price_is_refused_where_there_is_a_limit(self, agent, wiro_sandbox, monkeypatch):
        from wiro.agents import Agent

        refresh = Agent.refresh
        monkeypatch.setattr(Agent, "row", property(lambda self: {"guid": agent.guid, "status": 4}))
        monkeypatch.setattr(Agent, "refresh", lambda self: refresh(self))
        with pytest.raises(AirflowFailException, match="does not say what agent"):
            execute(ask(agent.guid, max_cost_usd=1))
        assert sends(wiro_sandbox) == 0

    def test_delivered_message_of_a_cleared_task_is_sent_anew(self, agent, wiro_sandbox):
        operator, context = ask(agent.guid), context_of()
        result = execute(operator, context)
        operator.post_execute(context, result)
        cleared = context_of(try_number=2, max_tries=3, store=context["stored"])
        assert execute(ask(agent.guid), cleared)["message_guid"] != result["message_guid"]
        assert sends(wiro_sandbox) == 2


class Unstoppable(WiroAgentMessageOperator):
    """A worker that dies stops nothing."""

    _stops_remote = False


class TestArguments:
    @pytest.mark.parametrize(
        ("arguments", "named"),
        [
            ({"agent": ""}, "agent is ''"),
            ({"message": ""}, "message is ''; accepted: a non-empty string, or files"),
            ({"message": 7}, "message is 7"),
            ({"session": ""}, "session is ''"),
            ({"files": "a.txt"}, "files is 'a.txt'; accepted: a list of WiroFile"),
            ({"files": ["a.txt"]}, r"files is \['a.txt'\]"),
            ({"if_not_running": "pray"}, "if_not_running is 'pray'; accepted: 'wait', 'start', 'fail'"),
            ({"wait": "no"}, "wait is 'no'; accepted: True or False"),
            ({"timeout": 0}, "timeout is 0"),
            ({"max_cost_usd": -1}, "max_cost_usd is -1"),
            ({"on_ambiguous": "guess"}, "on_ambiguous is 'guess'"),
        ],
    )
    def test_mistake_is_named_at_parse(self, arguments, named):
        with pytest.raises(ValueError, match=named):
            WiroAgentMessageOperator(**{"task_id": "t", "agent": "Bot", "message": "Hi", **arguments})

    def test_rendered_mistake_is_named_before_anything_is_sent(self, wiro, wiro_sandbox):
        operator = ask("{{ a }}", "{{ b }}")
        operator.agent, operator.message = "Bot", "None"
        with pytest.raises(AirflowFailException, match="Nothing was submitted: message is 'None'"):
            execute(operator)
        assert sum(wiro_sandbox.books.counts.values()) == 0
