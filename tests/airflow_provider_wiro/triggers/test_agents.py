from __future__ import annotations

import asyncio
import json
import time
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any

import pytest

from airflow_provider_wiro.events import checked_event
from airflow_provider_wiro.triggers.agents import WiroAgentStatusTrigger
from tests.support.agent_operators import GMAIL, connect
from wiro import AsyncWiro

if TYPE_CHECKING:
    from wiro.agents import AsyncAgent


@pytest.fixture
async def wiro(wiro_sandbox, monkeypatch):
    connect(monkeypatch, wiro_sandbox)
    async with AsyncWiro(
        wiro_sandbox.api_key, base_url=wiro_sandbox.base_url, socket_url=wiro_sandbox.socket_url
    ) as client:
        yield client


async def deployed(wiro: AsyncWiro, title: str = "Bot", **more: Any) -> AsyncAgent:
    return await wiro.agents.deploy(**{"title": title, "skills": ["int-gmail-check"], "credentials": GMAIL, **more})


def trigger_of(agent: AsyncAgent, wanted: str, seconds: float = 30.0, **more: Any) -> WiroAgentStatusTrigger:
    return WiroAgentStatusTrigger(agent.guid, wanted, time.time() + seconds, **more)


async def event_of(trigger: WiroAgentStatusTrigger) -> dict[str, Any]:
    (event,) = [event.payload async for event in trigger.run()]
    return checked_event(json.loads(json.dumps(event)))


async def test_agent_that_starts(wiro, monkeypatch):
    agent = await deployed(wiro)
    await agent.start()
    trigger = trigger_of(agent, "running")
    lines = []
    log = SimpleNamespace(info=lambda text, *arguments: lines.append(text % arguments))
    monkeypatch.setattr(WiroAgentStatusTrigger, "log", log)
    event = await event_of(trigger)
    assert (event["status"], event["remote_id"]) == ("success", agent.guid)
    assert event["result"] == {
        "agent_guid": agent.guid,
        "title": "Bot",
        "status": "running",
        "template": None,
        "tier": "starter",
        "monthly_price_usd": event["result"]["monthly_price_usd"],
        "remaining_credits": event["result"]["remaining_credits"],
        "subscription": {
            "status": "active",
            "ends_at": event["result"]["subscription"]["ends_at"],
            "cancelled": False,
        },
        "missing_credentials": [],
        "deadline": trigger.deadline,
    }
    assert event["result"]["remaining_credits"] > 0
    assert f"Wiro agent {agent.guid} is running." in lines


async def test_restart_is_waited_through(wiro):
    agent = await deployed(wiro)
    await agent.start()
    await agent.wait_until_running(30)
    await agent.configure(GMAIL)
    assert (await event_of(trigger_of(agent, "running")))["result"]["status"] == "running"


async def test_agent_that_stops(wiro):
    agent = await deployed(wiro)
    await agent.start()
    await agent.stop()
    assert (await event_of(trigger_of(agent, "stopped")))["result"]["status"] == "stopped"


async def test_set_up_by_somebody_else(wiro):
    agent = await deployed(wiro, credentials=None)
    waiting = asyncio.create_task(event_of(trigger_of(agent, "set_up")))
    await asyncio.sleep(0.1)
    assert not waiting.done()
    await agent.configure(GMAIL)
    event = await waiting
    assert (event["result"]["status"], event["result"]["missing_credentials"]) == ("stopped", [])


async def test_container_that_crashes_is_told(wiro, wiro_sandbox):
    agent = await deployed(wiro)
    await agent.start()
    await agent.wait_until_running(30)
    agents = wiro_sandbox._world.agents
    wiro_sandbox._server.loop.call_soon_threadsafe(agents.supervisor.fail, agents.instances.find(agent.guid))
    await agent.wait_until_stopped(30)
    event = await event_of(trigger_of(agent, "running"))
    assert event["status"] == "failed"
    assert "its container failed; start it to try again" in event["message"]


async def test_agent_that_is_gone(wiro):
    trigger = WiroAgentStatusTrigger("nobody", "running", time.time() + 5)
    event = await event_of(trigger)
    assert (event["status"], event["remote_id"]) == ("failed", "nobody")


async def test_deadline_leaves_the_agent_alone(wiro):
    agent = await deployed(wiro, credentials=None)
    event = await event_of(trigger_of(agent, "set_up", seconds=-60))
    assert event["status"] == "timeout"
    assert event["message"] == f"the set-up of Wiro agent {agent.guid} did not end in time and goes on."


async def test_newer_arguments_and_unknown_wishes_are_errors(wiro):
    agent = await deployed(wiro)
    assert (await event_of(trigger_of(agent, "running", version=2)))["status"] == "error"
    assert "KeyError: 'dancing'" in (await event_of(trigger_of(agent, "dancing")))["message"]


async def test_many_wait_with_one_list(wiro, wiro_sandbox):
    agents = [await deployed(wiro, f"Bot {number}") for number in range(8)]
    triggers = [trigger_of(agent, "running") for agent in agents for _ in range(3)]
    before = dict(wiro_sandbox.books.counts)
    waiting = [asyncio.create_task(event_of(trigger)) for trigger in triggers]
    for agent in agents:
        await agent.start()
    events = await asyncio.gather(*waiting)
    # Those that looked before the start were told that the agent does not run.
    assert {event["status"] for event in events} <= {"success", "failed"}
    lists = wiro_sandbox.books.counts["user_agents_my_agents"] - before.get("user_agents_my_agents", 0)
    assert 0 < lists <= 10


async def test_triggers_that_end_do_not_disturb_others(wiro):
    """Each closes its client as soon as it has its event, while others wait through the same poller."""
    agents = [await deployed(wiro, f"Bot {number}") for number in range(4)]
    waiting = []
    for agent in agents:
        await agent.start()
        waiting.append(asyncio.create_task(event_of(trigger_of(agent, "running"))))
        await asyncio.sleep(0.02)
    assert [(await one)["status"] for one in waiting] == ["success"] * 4


def test_arguments_are_json_and_hold_nothing_secret():
    _, kwargs = WiroAgentStatusTrigger("guid", "running", 1.5).serialize()
    assert json.loads(json.dumps(kwargs)) == kwargs
    assert set(kwargs) == {"version", "wiro_conn_id", "deadline", "not_before", "agent_guid", "wanted"}


async def test_kill_asks_nobody_and_stops_nothing(wiro, wiro_sandbox):
    agent = await deployed(wiro)
    before = wiro_sandbox.books.counts.copy()
    await trigger_of(agent, "running").on_kill()
    assert wiro_sandbox.books.counts == before
