from __future__ import annotations

import asyncio
import sys
from datetime import UTC, datetime, timedelta

import pytest
from airflow.providers.common.compat.sdk import DAG

from airflow_provider_wiro.notifications.agents import WiroAgentNotifier


@pytest.fixture
def context():
    with DAG("notifying", start_date=datetime(2026, 1, 1, tzinfo=UTC), schedule=None) as dag:
        return {"dag": dag, "run_id": "manual", "reason": "no more fish"}


class _Log(list):
    """Lines of a log: Airflow 2 writes with logging and Airflow 3 with structlog."""

    def info(self, message, *arguments, **_):
        self.append(message % arguments)

    debug = warning = error = info

    def exception(self, message, *arguments, **_):
        error = sys.exc_info()[1]
        self.append(f"{message % arguments} {type(error).__name__}: {error}")


@pytest.fixture
def log(monkeypatch):
    lines = _Log()
    monkeypatch.setattr(WiroAgentNotifier, "log", lines)
    return lines


def notifier_of(agent, **arguments):
    return WiroAgentNotifier(**{"message": "{{ run_id }} failed: {{ reason }}", **arguments}, agent=agent)


def sends(sandbox):
    return sandbox.books.counts.get("user_agent_messages_send", 0)


def test_message_is_rendered_and_sent_once_without_waiting(connected_sandbox, running_agent, context):
    notifier_of("{{ 'Inbox bot' }}", session="{{ dag.dag_id }}")(context)
    (message,) = running_agent.history("notifying")
    assert message.row["content"] == "manual failed: no more fish"
    assert sends(connected_sandbox) == 1


def test_one_notifier_serves_many_tasks(running_agent, context):
    notifier = notifier_of(running_agent.guid)
    notifier(dict(context))
    notifier({**context, "reason": "no more bread"})
    assert [message.row["content"] for message in running_agent.history()] == [
        "manual failed: no more bread",
        "manual failed: no more fish",
    ]
    assert notifier.message == "{{ run_id }} failed: {{ reason }}"


def test_answer_is_logged_if_somebody_waits(running_agent, context, log):
    notifier_of(running_agent.guid, wait=timedelta(seconds=20))(context)
    assert "It answered: " in log[-1]


async def test_it_is_awaitable_where_airflow_has_that(running_agent, context):
    notifier = notifier_of("Inbox bot", session="deadline", wait=20)
    notifier.message = "rendered"
    await notifier.async_notify(context)
    (message,) = await asyncio.to_thread(lambda: list(running_agent.history("deadline")))
    assert message.row["content"] == "rendered"


async def test_airflow_3_awaits_it(running_agent, context):
    if not hasattr(WiroAgentNotifier, "__await__"):
        return
    notifier = notifier_of(running_agent.guid, context=context)
    await notifier
    (message,) = await asyncio.to_thread(lambda: list(running_agent.history()))
    assert message.row["content"] == "manual failed: no more fish"


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        ({"agent": "nobody"}, "there is no agent with the title or slug 'nobody'"),
        ({"message": "{{ ' ' }}"}, "message is ' '; accepted: a text that is not empty"),
        ({"message": "{{ missing.attribute }}"}, "missing"),
        ({"wiro_conn_id": "nowhere"}, "nowhere"),
    ],
)
def test_whatever_goes_wrong_is_logged_and_goes_no_further(connected_sandbox, agent, context, log, arguments, words):
    notifier_of(**{"agent": agent.guid, **arguments})(context)
    assert any(words in line for line in log)
    assert sends(connected_sandbox) == 0


def test_agent_that_rests_is_no_reason_to_fail(connected_sandbox, agent, context, log):
    notifier_of(agent.guid)(context)
    assert any("AgentNotRunningError" in line for line in log)


@pytest.mark.parametrize("kind", ["drop_after_accept", "status"])
def test_it_is_sent_once_whatever_becomes_of_the_answer(connected_sandbox, running_agent, context, log, kind):
    connected_sandbox.faults.add(operation="user_agent_messages_send", kind=kind, times=1)
    notifier_of(running_agent.guid)(context)
    assert sends(connected_sandbox) == 1
    assert any("Error: user_agent_messages_send" in line for line in log)


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        ({"agent": ""}, "agent is ''; accepted: the guid"),
        ({"message": " "}, "message is ' '; accepted: a text"),
        ({"wait": -1}, "wait is -1; accepted"),
        ({"session": 5}, "session is 5; accepted: a text"),
    ],
)
def test_wrong_argument_fails_at_parse(arguments, words):
    with pytest.raises(ValueError, match=f"^{words}"):
        notifier_of(**{"agent": "x", **arguments})
