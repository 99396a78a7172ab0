from __future__ import annotations

import asyncio
from typing import Any

import pytest

from tests.support.recorded_api import RecordedApi
from wiro._agent_handle import Agent, AsyncAgent
from wiro.agent_lifecycle import AgentStatus
from wiro.config import Config, WaitSettings
from wiro.errors import AgentNotRunningError, InvalidArgumentError, NotFoundError, WaitTimeoutError

CONFIG = Config(api_key="key", wait=WaitSettings(agent_poll_seconds=(0.01,), agent_restart_grace_seconds=0.2))


def handle(recorded: RecordedApi, **known: Any) -> AsyncAgent:
    return AsyncAgent(recorded.api, CONFIG, "g", **known)


def detail(**row: Any) -> dict[str, Any]:
    return {"useragents": [{"guid": "g", **row}]}


def test_what_is_known_without_asking() -> None:
    agent = handle(RecordedApi(), row={"title": "Bot", "status": 4}, team_guid="t")
    assert (agent.guid, agent.title, agent.status, agent.team_guid) == ("g", "Bot", AgentStatus.RUNNING, "t")
    assert repr(agent) == "AsyncAgent(guid='g', title='Bot', status='RUNNING')"
    assert repr(Agent(agent)) == "Agent(guid='g', title='Bot', status='RUNNING')"
    nothing = handle(RecordedApi())
    assert (nothing.title, nothing.status, nothing.row, nothing.missing_credentials) == ("", None, {}, ())


@pytest.mark.parametrize("guid", ["", None, 5])
def test_what_is_no_guid(guid: Any) -> None:
    with pytest.raises(InvalidArgumentError, match="guid is"):
        AsyncAgent(RecordedApi().api, CONFIG, guid)


@pytest.mark.parametrize("row", [{"title": 5, "status": "x"}, {"credentials": []}, {"credentials": {"a": 1}}])
def test_odd_rows_are_nothing_known(row: dict[str, Any]) -> None:
    agent = handle(RecordedApi(), row=row)
    assert (agent.title, agent.missing_credentials) == ("", ())
    assert agent.status is None or isinstance(agent.status, AgentStatus)


def test_missing_credentials() -> None:
    rows = {
        "gmail": {"_required_missing": True},
        "slack": {"_required_missing": True, "optional": True},
        "var": {"_required_missing": False},
        "x": "odd",
    }
    assert handle(RecordedApi(), row={"credentials": rows}).missing_credentials == ("gmail",)


async def test_refresh() -> None:
    recorded = RecordedApi(user_agents_detail=detail(title="New", status=0))
    agent = handle(recorded)
    assert await agent.refresh() == agent.row == {"guid": "g", "title": "New", "status": 0}
    recorded.answers = {"user_agents_detail": {"useragents": []}}
    with pytest.raises(NotFoundError):
        await agent.refresh()


async def test_starting_and_stopping() -> None:
    recorded = RecordedApi()
    agent = handle(recorded, row={"status": 0})
    await agent.start()
    assert agent.status is AgentStatus.QUEUED
    await agent.stop()
    assert recorded.calls == [("user_agents_start", {"guid": "g"}, None), ("user_agents_stop", {"guid": "g"}, None)]


async def test_waiting_through_a_restart() -> None:
    recorded = RecordedApi(user_agents_detail=detail(status=int(AgentStatus.STOPPING)))
    agent = handle(recorded)
    waiting = asyncio.create_task(agent.wait_until_running(10))
    for status in (AgentStatus.STOPPED, AgentStatus.QUEUED, AgentStatus.STARTING, AgentStatus.RUNNING):
        await asyncio.sleep(0.05)
        assert not waiting.done()
        recorded.answers = {"user_agents_detail": detail(status=int(status))}
    await waiting
    assert agent.status is AgentStatus.RUNNING


async def test_an_agent_that_will_not_run() -> None:
    agent = handle(RecordedApi(user_agents_detail=detail(status=int(AgentStatus.STOPPED))))
    with pytest.raises(AgentNotRunningError, match="it is stopped"):
        await agent.wait_until_running(10)
    await agent.wait_until_stopped(10)


async def test_waiting_has_a_limit() -> None:
    agent = handle(RecordedApi(user_agents_detail=detail(status=int(AgentStatus.QUEUED))))
    with pytest.raises(WaitTimeoutError, match=r"was not running within 0\.05 s") as caught:
        await agent.wait_until_running(0.05)
    assert caught.value.task_id == "g"
    with pytest.raises(InvalidArgumentError, match="timeout"):
        await agent.wait_until_running(0)


async def test_changing_it() -> None:
    recorded = RecordedApi()
    agent = handle(recorded, team_guid="t")
    await agent.update(title="New")
    await agent.update(description="")
    await agent.pin()
    await agent.pin(False)
    assert [body for _, body, _ in recorded.calls] == [
        {"guid": "g", "title": "New"},
        {"guid": "g", "description": ""},
        {"useragentguid": "g", "pinned": True},
        {"useragentguid": "g", "pinned": False},
    ]
    assert recorded.teams == {"t"}


async def test_sending() -> None:
    recorded = RecordedApi(
        user_agent_messages_send={"messageguid": "m", "agenttoken": "canary-token", "status": "agent_queue"}
    )
    agent = handle(recorded)
    message = await agent.send("hi", session="s", callback_url="https://me.example/hook")
    assert (message.guid, message.token, message.status) == ("m", "canary-token", "agent_queue")
    assert "canary" not in repr(message)
    await agent.send("", files=[b"%PDF-1"])
    await agent.send("", files=[b"%PDF-1", b"%PDF-2"])
    bodies = [body for _, body, _ in recorded.calls]
    assert bodies[0] == {
        "useragentguid": "g",
        "message": "hi",
        "sessionkey": "s",
        "callbackurl": "https://me.example/hook",
    }
    assert bodies[1]["attachment"].payload == b"%PDF-1"
    assert bodies[2]["attachments[]"].payload == b"%PDF-2"
    assert "attachment" not in bodies[2]


async def test_what_is_no_file_is_not_sent() -> None:
    recorded = RecordedApi()
    with pytest.raises(InvalidArgumentError, match="files"):
        await handle(recorded).send("hi", files="report.pdf")
    assert recorded.calls == []


async def test_conversations() -> None:
    recorded = RecordedApi(
        user_agent_messages_history={
            "data": {"messages": [{"guid": "m2", "agenttoken": "t"}, {"guid": "m1"}], "hasmore": False}
        },
        user_agent_messages_sessions={"data": {"sessions": [{"sessionkey": "s"}]}},
    )
    agent = handle(recorded)
    assert [message.guid async for message in agent.history("s", page_size=2)] == ["m2", "m1"]
    assert [session.sessionkey for session in await agent.sessions()] == ["s"]
    await agent.delete_session("s")
    await agent.delete_messages("m1", "m2", side="user")
    assert recorded.calls[0][1] == {"useragentguid": "g", "sessionkey": "s", "limit": 2}
    assert recorded.calls[-2][1] == {"useragentguid": "g", "sessionkey": "s"}
    assert recorded.calls[-1][1] == {
        "useragentguid": "g",
        "items": [{"messageguid": "m1", "side": "user"}, {"messageguid": "m2", "side": "user"}],
    }
    assert await handle(RecordedApi()).sessions() == []


async def test_a_message_is_taken_up_again() -> None:
    message = handle(RecordedApi()).message("m")
    assert (message.guid, message.token) == ("m", None)
    with pytest.raises(InvalidArgumentError, match="neither"):
        handle(RecordedApi()).message()


async def test_credentials() -> None:
    recorded = RecordedApi(user_agents_credential_upsert={"applied": 2, **detail(status=0)})
    agent = handle(recorded, row={"title": "Bot", "status": 6})
    assert await agent.configure({"gmail": {"account": "a", "apppassword": "canary"}}) == 2
    assert (agent.title, agent.status) == ("Bot", AgentStatus.STOPPED)
    await agent.credential_history("gmail")
    assert recorded.calls[-1][:2] == (
        "user_agents_credential_field_history",
        {"useragentguid": "g", "credentialkey": "gmail"},
    )
    with pytest.raises(InvalidArgumentError) as caught:
        await agent.configure({"gmail": {"account": object()}})
    assert "canary" not in str(caught.value)


def test_the_same_for_synchronous_code() -> None:
    recorded = RecordedApi(
        user_agents_detail=detail(title="Bot", status=int(AgentStatus.RUNNING)),
        user_agent_messages_send={"messageguid": "m", "agenttoken": "t"},
        user_agent_messages_history={"data": {"messages": [{"guid": "m"}], "hasmore": False}},
    )
    agent = Agent(handle(recorded, team_guid="t"))
    assert agent.refresh()["title"] == agent.title == "Bot"
    agent.start()
    agent.wait_until_running(10)
    assert agent.send("hi").guid == agent.message("m").guid == "m"
    assert [message.guid for message in agent.history()] == ["m"]
    agent.stop()
    assert (agent.guid, agent.team_guid, agent.missing_credentials) == ("g", "t", ())
    assert recorded.teams == {"t"}
