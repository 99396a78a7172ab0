"""Handles of messages against the small Wiro of the tests: what the sandbox does not do on demand."""

from __future__ import annotations

import asyncio
import json
from typing import TYPE_CHECKING, Any

import pytest

from tests.support.runs import SETTINGS
from tests.support.socket_server import SocketServer, until
from wiro import messages
from wiro.config import resolve_config
from wiro.errors import (
    InvalidArgumentError,
    MessageCancelledError,
    MessageFailedError,
    NotFoundError,
    WaitTimeoutError,
    api_error,
)
from wiro.messages import AsyncMessage
from wiro_client.api import AsyncApi
from wiro_client.exchange import decode

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from wiro_client.calls import Call, RequestOptions

ANSWER = {"type": "progressGenerate", "thinking": ["hm"], "answer": ["hello"], "wordCount": 2}


@pytest.fixture
async def server() -> AsyncIterator[SocketServer]:
    async with SocketServer() as running:
        yield running


class Transport:
    """Answers Message/Detail and Message/Cancel from the rows of a server."""

    def __init__(self, server: SocketServer) -> None:
        self.server = server
        self.calls: list[tuple[str, dict[str, Any], Any]] = []
        self.refuses = False

    async def send(self, call: Call[Any], options: RequestOptions | None = None) -> Any:
        body: dict[str, Any] = dict(call.json)  # type: ignore[arg-type]
        self.calls.append((call.operation.id, body, options))
        known = [row for row in self.server.rows.values() if any(value in row.values() for value in body.values())]
        row = known[0] if known else None
        document: dict[str, Any] = {"result": True, "errors": [], "data": row or {}}
        if call.operation.id.endswith("_cancel"):
            if self.refuses or row is None:
                document = {"result": False, "errors": [{"code": 1, "message": "not cancellable"}]}
            else:
                row["status"] = "agent_cancel"
        return decode(call, 200, {}, json.dumps(document).encode(), error_factory=api_error)

    def made(self, operation: str) -> int:
        return sum(name == operation for name, _, _ in self.calls)


def make(server: SocketServer, **known: Any) -> tuple[AsyncMessage, Transport]:
    transport = Transport(server)
    config = resolve_config("key", base_url="http://127.0.0.1:1/v1", socket_url=server.url, wait_settings=SETTINGS)
    return AsyncMessage(AsyncApi(transport), config, **known), transport


async def confirmed(message: AsyncMessage) -> None:
    await until(lambda: message._follower.subscription is not None and message._follower.subscription.confirmed)


def test_public_names() -> None:
    assert sorted(messages.__all__) == ["AsyncMessage", "Message", "MessageResult"]


async def test_the_socket_alone_brings_the_answer(server: SocketServer) -> None:
    server.add_message("m")
    message, transport = make(server, guid="guid-m", token="m")
    waiting = asyncio.create_task(message.wait(5))
    await confirmed(message)
    await server.emit("m", "agent_end", ANSWER)
    result = await waiting
    assert (result.text, result.thinking, result.metadata["wordCount"]) == ("hello", "hm", 2)
    assert await message.wait() is result
    assert transport.calls == []
    assert "m'" not in repr(message).replace("guid-m'", "")


async def test_the_reason_of_a_failure_is_read_from_the_row(server: SocketServer) -> None:
    server.add_message("m")
    message, transport = make(server, guid="guid-m", token="m", options={"headers": {"teamGUID": "t"}})
    waiting = asyncio.create_task(message.wait(5))
    await confirmed(message)
    server.add_message("m", status="agent_error", response="no endpoint")
    await server.emit("m", "agent_error", "Agent is temporarily unavailable.", result=False)
    with pytest.raises(MessageFailedError, match="no endpoint") as caught:
        await waiting
    assert caught.value.reason == "no endpoint"
    assert transport.calls[-1][2] == {"headers": {"teamGUID": "t"}}


async def test_a_failure_is_told_though_the_row_cannot_be_read(server: SocketServer) -> None:
    server.add_message("m")
    message, _ = make(server, guid="guid-m", token="m")
    waiting = asyncio.create_task(message.wait(5))
    await confirmed(message)
    server.rows["m"] |= {"guid": "other", "agenttoken": "other"}
    await server.emit("m", "agent_error", "unavailable")
    with pytest.raises(MessageFailedError, match="unavailable"):
        await waiting


async def test_cancelling_in_the_queue_is_noticed_at_once(server: SocketServer) -> None:
    server.add_message("m")
    message, transport = make(server, guid="guid-m", token="m")
    waiting = asyncio.create_task(message.wait(5))
    await confirmed(message)
    await message.cancel()  # nothing is broadcast
    with pytest.raises(MessageCancelledError):
        await waiting
    assert transport.made("user_agent_messages_cancel") == 1


@pytest.mark.parametrize(("wanted", "refuses"), [(True, False), (True, True), (False, False)])
async def test_an_interrupted_wait(server: SocketServer, wanted: bool, refuses: bool) -> None:
    server.add_message("m")
    message, transport = make(server, guid="guid-m", token="m")
    transport.refuses = refuses
    caught: list[BaseException] = []

    async def wait() -> None:
        try:
            await message.wait(5, cancel_on_interrupt=wanted)
        except asyncio.CancelledError as error:
            caught.append(error)
            raise

    waiting = asyncio.create_task(wait())
    await confirmed(message)
    waiting.cancel()
    with pytest.raises(asyncio.CancelledError):
        await waiting
    assert transport.made("user_agent_messages_cancel") == int(wanted)
    assert bool(getattr(caught[0], "__notes__", ())) is refuses


async def test_events_end_with_a_terminal_one_though_only_the_snapshot_tells(server: SocketServer) -> None:
    server.add_message("m", status="agent_end", debugoutput="hello")
    message, _ = make(server, token="m")
    events = [event async for event in message.events(5)]
    assert [event.type_ for event in events] == ["agent_subscribed", "agent_end"]
    assert [delta.text async for delta in message.deltas(5)] == ["hello"]
    assert message.status == "agent_end"


async def test_stretches_of_the_row_are_kept_apart(server: SocketServer) -> None:
    server.answers_snapshot = False
    metadata = {"thinking": [], "answer": ["one", "two"]}
    server.add_message("m", status="agent_end", response="one\n\ntwo", metadata=metadata)
    message, _ = make(server, guid="guid-m", token="m")
    assert [(delta.text, delta.part) async for delta in message.deltas(5)] == [("one", 0), ("two", 1)]


async def test_time_outs_and_unknown_messages(server: SocketServer) -> None:
    server.add_message("m")
    message, _ = make(server, guid="guid-m")
    with pytest.raises(WaitTimeoutError, match="Message guid-m"):
        await message.wait(0.1)
    assert message.token == "m"
    with pytest.raises(InvalidArgumentError):
        await message.wait(0)
    unknown, _ = make(server, guid="nobody")
    with pytest.raises(NotFoundError, match="there is no such message"):
        await unknown.wait(5)
    with pytest.raises(InvalidArgumentError, match="neither was given"):
        make(server)
