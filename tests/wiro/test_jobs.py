"""Tasks and messages to agents on one socket: what differs between the kinds."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, Any

import pytest
from attrs import evolve

from tests.support.runs import SETTINGS
from tests.support.socket_server import SocketServer, until
from wiro._jobs import KINDS, MESSAGES, TASKS
from wiro.errors import InvalidArgumentError, NotFoundError, WaitTimeoutError
from wiro.hub import Hub, Subscription
from wiro.protocol import message_event_from_frame

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from wiro.agent_lifecycle import MessageOutcome

ANSWER = {"type": "progressGenerate", "raw": "<think>hm</think>hello", "thinking": ["hm"], "answer": ["hello"]}


@pytest.fixture
async def server() -> AsyncIterator[SocketServer]:
    async with SocketServer() as running:
        yield running


@pytest.fixture
async def hub(server: SocketServer) -> AsyncIterator[Hub]:
    current = Hub.current(server.url, SETTINGS)
    yield current
    await current.aclose()


def follow(hub: Hub, server: SocketServer, token: str) -> Subscription[MessageOutcome]:
    return hub.subscribe(MESSAGES, token=token, job_id=f"guid-{token}", fetch_detail=server.detail(token))


def test_kinds_are_told_apart_by_their_frames() -> None:
    assert KINDS == (TASKS, MESSAGES)
    assert {kind.frame_prefix for kind in KINDS} == {"task_", "agent_"}
    assert MESSAGES.row_id({"guid": "g"}) == "g"
    assert MESSAGES.row_id({"guid": 5}) is None
    assert MESSAGES.row_id({"guid": ""}) is None
    assert MESSAGES.frame_id({"id": "5"}) is None


async def test_a_message_costs_no_call_when_the_socket_tells_all(server: SocketServer) -> None:
    hub = Hub.current(server.url, evolve(SETTINGS, socket_down_poll_seconds=(0.7,)))
    server.add_message("m")
    with follow(hub, server, "m") as subscription:
        await until(lambda: subscription.confirmed)
        # Longer than the poll that was planned in case the socket would not open.
        await asyncio.sleep(0.9)
        await server.emit("m", "agent_start", "")
        await server.emit("m", "agent_output", ANSWER)
        await until(lambda: subscription.lifecycle.status == "agent_output")
        await server.emit("m", "agent_end", ANSWER)
        outcome = await subscription.outcome(5)
    assert (outcome.kind, outcome.text, outcome.thinking) == ("succeeded", "hello", ("hm",))
    assert server.detail_calls["m"] == 0
    assert server.frames_in == [{"type": "agent_info", "agenttoken": "m"}]
    await hub.aclose()


async def test_finished_before_the_subscription(server: SocketServer, hub: Hub) -> None:
    server.add_message("m", status="agent_end", debugoutput="hello")
    with follow(hub, server, "m") as subscription:
        assert (await subscription.outcome(5)).text == "hello"
    assert server.detail_calls["m"] == 0


async def test_a_token_that_the_socket_does_not_know_is_looked_up(server: SocketServer, hub: Hub) -> None:
    server.answers_snapshot = False
    server.add_message("m", status="agent_end", response="hello")
    with follow(hub, server, "m") as subscription:
        assert (await subscription.outcome(5)).text == "hello"
    assert server.detail_calls["m"] == 1


async def test_a_message_that_nobody_knows_is_an_error(server: SocketServer, hub: Hub) -> None:
    with follow(hub, server, "m") as subscription, pytest.raises(NotFoundError):
        await subscription.outcome(5)


async def test_known_by_its_guid_alone(server: SocketServer, hub: Hub) -> None:
    server.add_message("m")
    with hub.subscribe(MESSAGES, job_id="guid-m", fetch_detail=server.detail("m")) as subscription:
        await until(lambda: subscription.confirmed)
        assert subscription.token == "m"
        await server.emit("m", "agent_end", ANSWER)
        assert (await subscription.outcome(5)).kind == "succeeded"
    assert server.detail_calls["m"] == 1


async def test_cancelled_in_the_queue_is_found_by_polling(server: SocketServer) -> None:
    hub = Hub.current(server.url, evolve(SETTINGS, safety_poll_seconds=0.05))
    server.add_message("m")
    with follow(hub, server, "m") as subscription:
        await until(lambda: subscription.confirmed)
        server.add_message("m", status="agent_cancel")  # nothing is broadcast
        assert (await subscription.outcome(5)).kind == "cancelled"
    await hub.aclose()


async def test_a_cut_socket_closes_the_gap_again(server: SocketServer, hub: Hub) -> None:
    server.add_message("m")
    with follow(hub, server, "m") as subscription:
        await until(lambda: subscription.confirmed)
        await server.cut()
        server.add_message("m", status="agent_end", debugoutput="while it was cut")
        assert (await subscription.outcome(5)).text == "while it was cut"
    assert server.opened == 2


async def test_messages_and_tasks_share_a_socket(server: SocketServer, hub: Hub) -> None:
    server.add_message("m")
    server.add("t")
    with (
        follow(hub, server, "m") as message,
        hub.subscribe(TASKS, token="t", job_id="id-t", fetch_detail=server.detail("t")) as task,
    ):
        await until(lambda: message.confirmed and task.confirmed)
        await server.until_detail("t", 1)
        await until(lambda: not task.under_way)
        await server.finish("t")
        assert (await task.outcome(5)).kind == "succeeded"
        assert not message.done
        # A task's frame with a message's token is nobody's.
        await server.say('{"type":"task_cancel","tasktoken":"m"}')
        await server.say('{"type":"agent_end","tasktoken":"m","agenttoken":"other","message":"x"}')
        await until(lambda: hub.counts["foreign"] == 2)
        assert not message.done
        await server.emit("m", "agent_cancel", "AbortError")
        assert (await message.outcome(5)).kind == "cancelled"
    assert server.opened == 1


async def test_a_last_frame_of_nobody_makes_only_its_kind_ask(server: SocketServer, hub: Hub) -> None:
    for token in ("m", "n"):
        server.add_message(token)
    server.add("t")
    with (
        follow(hub, server, "m") as one,
        follow(hub, server, "n"),
        hub.subscribe(TASKS, token="t", fetch_detail=server.detail("t")) as task,
    ):
        await until(lambda: one.confirmed and task.confirmed)
        await server.until_detail("t", 1)
        server.add_message("m", status="agent_end", response="hello")
        await server.say('{"type":"agent_end","message":"hello"}')
        assert (await one.outcome(5)).text == "hello"
        await asyncio.sleep(0.05)
        assert server.detail_calls == {"m": 1, "n": 1, "t": 1}


async def test_bare_audio_belongs_to_the_only_one(server: SocketServer, hub: Hub) -> None:
    server.add("t")
    heard: list[Any] = []
    with hub.subscribe(TASKS, token="t", fetch_detail=server.detail("t"), on_frame=heard.append) as task:
        await until(lambda: task.confirmed)
        await server.say(b"\x00|\x01")
        await until(lambda: bool(heard))
        assert (heard[0].token, heard[0].audio) == (None, b"\x00|\x01")


async def test_errors_name_the_kind(server: SocketServer, hub: Hub) -> None:
    with pytest.raises(InvalidArgumentError, match="A message is found"):
        hub.subscribe(MESSAGES, fetch_detail=server.detail("m"))
    server.add_message("m")
    with follow(hub, server, "m") as subscription, pytest.raises(WaitTimeoutError, match="Message guid-m did not end"):
        await subscription.outcome(0.05)


def test_events_of_messages_are_typed() -> None:
    event = message_event_from_frame({"type": "agent_output", "agenttoken": "m", "message": ANSWER, "new": 1})
    assert type(event).__name__ == "AgentOutputFrame"
    assert event.to_dict()["new"] == 1
    assert type(message_event_from_frame({"type": "task_output"})).__name__ == "SocketFrame"
    assert type(message_event_from_frame({"type": "agent_news"})).__name__ == "SocketFrame"
