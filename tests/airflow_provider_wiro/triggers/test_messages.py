from __future__ import annotations

import asyncio
import json
import time
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any

import pytest

from airflow_provider_wiro.events import checked_event
from airflow_provider_wiro.triggers.messages import WiroMessageTrigger
from tests.support.agent_operators import GMAIL, connect
from tests.support.task_states import let_airflow_say
from wiro import AsyncWiro

if TYPE_CHECKING:
    from wiro.messages import AsyncMessage


@pytest.fixture
async def agent(wiro_sandbox, monkeypatch):
    connect(monkeypatch, wiro_sandbox)
    async with AsyncWiro(
        wiro_sandbox.api_key, base_url=wiro_sandbox.base_url, socket_url=wiro_sandbox.socket_url
    ) as client:
        agent = await client.agents.deploy(title="Bot", skills=["int-gmail-check"], credentials=GMAIL)
        await agent.start()
        await agent.wait_until_running(30)
        yield agent


def trigger_of(agent: Any, message: AsyncMessage, seconds: float = 30.0, **more: Any) -> WiroMessageTrigger:
    return WiroMessageTrigger(message.guid, agent.guid, time.time() + seconds, **more)


async def event_of(trigger: WiroMessageTrigger) -> dict[str, Any]:
    (event,) = [event.payload async for event in trigger.run()]
    return checked_event(json.loads(json.dumps(event)))


async def test_answer(agent):
    message = await agent.send("Hello", session="user-42")
    before = time.time()
    event = await event_of(trigger_of(agent, message))
    assert (event["status"], event["remote_id"]) == ("success", message.guid)
    result = event["result"]
    assert "Hello" in result["text"]
    assert (result["message_guid"], result["agent_guid"], result["session"]) == (message.guid, agent.guid, "user-42")
    assert (result["credits"], result["resumed_at"]) == (10.0, None)
    assert before <= result["finished_at"] <= time.time()
    assert message.token not in json.dumps(event)


async def test_answer_that_was_there_before(agent):
    message = await agent.send("Hello")
    await message.wait(30)
    assert "Hello" in (await event_of(trigger_of(agent, message, seconds=-60)))["result"]["text"]


async def test_progress_is_told_at_a_bounded_rate(agent, wiro_sandbox, monkeypatch):
    lines = []
    log = SimpleNamespace(info=lambda text, *arguments: lines.append(text % arguments))
    monkeypatch.setattr(WiroMessageTrigger, "log", log)
    for rate, told in ((60.0, 1), (0.0, 3)):
        lines.clear()
        monkeypatch.setattr("airflow_provider_wiro.progress.PROGRESS_SECONDS", rate)
        wiro_sandbox.clock.scale = 5.0
        await event_of(trigger_of(agent, await agent.send("Tell me a lot about everything that there is")))
        found = [line for line in lines if "words so far" in line]
        assert len(found) == told if rate else len(found) >= told
        assert agent.guid in found[0]


async def test_agent_that_fails(agent):
    event = await event_of(trigger_of(agent, await agent.send("/fail the reason")))
    assert event["status"] == "failed"
    assert "the reason" in event["message"]


async def test_message_that_is_cancelled(agent):
    message = await agent.send("/wait 600 a")
    waiting = asyncio.create_task(event_of(trigger_of(agent, message)))
    await asyncio.sleep(0.3)
    await message.cancel()
    assert (await waiting)["status"] == "cancelled"


async def test_deadline_cancels_the_message(agent, wiro_sandbox):
    wiro_sandbox.clock.scale = 1.0
    message = await agent.send("/wait 600 a")
    event = await event_of(trigger_of(agent, message, seconds=0.3))
    assert event["status"] == "timeout"
    assert "did not end in time and was stopped" in event["message"]
    assert wiro_sandbox._world.agents.messages.find(message.guid, None).status == "agent_cancel"


async def test_message_that_is_gone(agent):
    trigger = WiroMessageTrigger("nothing", agent.guid, time.time() + 10)
    event = await event_of(trigger)
    assert (event["status"], event["remote_id"]) == ("error", "nothing")


async def test_cost_that_cannot_be_read_fails_nothing(agent, wiro_sandbox):
    message = await agent.send("Hello")
    await message.wait(30)
    wiro_sandbox.faults.add(operation="user_agents_transaction_list", kind="garbage", times=None)
    event = await event_of(trigger_of(agent, message))
    assert (event["status"], event["result"]["credits"]) == ("success", None)


@pytest.mark.parametrize(("state", "status"), [("failed", "agent_cancel"), ("deferred", None)])
async def test_kill_cancels_only_if_the_task_ended(agent, wiro_sandbox, monkeypatch, state, status):
    let_airflow_say(monkeypatch, state)
    wiro_sandbox.clock.scale = 1.0
    message = await agent.send("/wait 600 a")
    trigger = trigger_of(agent, message)
    trigger.task_instance = SimpleNamespace(
        dag_id="dag", task_id="ask", run_id="run", map_index=-1, try_number=1, id="1"
    )
    await trigger.on_kill()
    found = wiro_sandbox._world.agents.messages.find(message.guid, None).status
    assert (found == "agent_cancel") is (status == "agent_cancel")
    # Once more is fine: it has ended.
    await trigger.on_kill()


async def test_many_share_one_socket(agent, wiro_sandbox):
    messages = [await agent.send(f"Hello {number}", session=str(number)) for number in range(10)]
    before = wiro_sandbox.books.sockets_opened
    events = await asyncio.gather(*(event_of(trigger_of(agent, message)) for message in messages))
    assert {event["status"] for event in events} == {"success"}
    assert wiro_sandbox.books.sockets_opened - before <= 1


def test_arguments_are_json_and_hold_nothing_secret():
    _, kwargs = WiroMessageTrigger("message", "agent", 1.5).serialize()
    assert json.loads(json.dumps(kwargs)) == kwargs
    assert set(kwargs) == {"version", "wiro_conn_id", "deadline", "not_before", "message_guid", "agent_guid"}
