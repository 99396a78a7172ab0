from __future__ import annotations

import asyncio
import json
import logging
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

import pytest

from tests.support.http_server import FaultyServer, Reply, Seen
from wiro import AsyncWiro, _callback_receiver
from wiro._callback_receiver import CallbackEvent, CallbackReceiver
from wiro._callback_stores import FolderStore
from wiro._callback_urls import signed_callback_url
from wiro.errors import CallbackError, InvalidArgumentError

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Iterator
    from pathlib import Path

SECRET = "canary-secret-of-32-characters.."
ROW = {"id": "7", "socketaccesstoken": "t", "status": "task_postprocess_end", "pexit": "0", "totalcost": "0.5"}
MESSAGE = {"messageguid": "g", "status": "agent_end"}


class Handler:
    """Notes what it gets."""

    def __init__(self) -> None:
        self.events: list[CallbackEvent] = []
        self.errors: list[tuple[str, Exception]] = []
        self.failing = False
        self.gate = asyncio.Event()
        self.gate.set()

    async def __call__(self, event: CallbackEvent) -> None:
        self.events.append(event)
        await self.gate.wait()
        if self.failing:
            raise OSError("the database is away")

    def failed(self, callback: Any, error: Exception) -> None:
        self.errors.append((callback.key, error))


@pytest.fixture
def handler() -> Handler:
    return Handler()


class Service:
    """What Wiro says when it is asked."""

    def __init__(self) -> None:
        self.rows: list[dict[str, Any]] = [ROW]
        self.message: Any = {"guid": "g", "status": "agent_end", "response": "yes"}

    def __call__(self, seen: Seen) -> Reply:
        if seen.path == "/v1/UserAgent/Message/Detail":
            return Reply(body={"result": True, "data": self.message})
        row = self.rows.pop(0) if len(self.rows) > 1 else self.rows[0]
        return Reply(body={"result": True, "tasklist": [row] if row else []})


@pytest.fixture
def service() -> Service:
    return Service()


@pytest.fixture
def server(service: Service) -> Iterator[FaultyServer]:
    with FaultyServer(service) as running:
        yield running


@pytest.fixture
async def client(server: FaultyServer) -> AsyncIterator[AsyncWiro]:
    async with AsyncWiro("key", base_url=server.url, timeout=5, max_retries=0) as opened:
        yield opened


@pytest.fixture(autouse=True)
def quick_rechecks(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(_callback_receiver, "_RECHECK_SECONDS", (0.01, 0.01))


async def post(receiver: Any, body: Any, *, query: str = "", method: str = "POST", **options: Any) -> Any:
    """Send one request and return its status and headers."""
    content = body if isinstance(body, bytes) else json.dumps(body).encode()
    size = options.get("chunk", len(content) or 1)
    chunks = [content[start : start + size] for start in range(0, len(content), size)] or [b""]
    incoming = [{"type": "http.request", "body": chunk, "more_body": True} for chunk in chunks]
    incoming[-1]["more_body"] = False
    if options.get("leave"):
        incoming[-1] = {"type": "http.disconnect"}
    answered: list[dict[str, Any]] = []

    async def receive() -> Any:
        return incoming.pop(0)

    async def send(message: Any) -> None:
        answered.append(message)

    scope = {"type": "http", "method": method, "query_string": query.encode(), "headers": options.get("headers", [])}
    await receiver(scope, receive, send)
    if not answered:
        return None, {}
    return answered[0]["status"], dict(answered[0]["headers"])


async def test_a_run_is_confirmed_and_handled(handler: Handler, client: AsyncWiro, server: FaultyServer) -> None:
    receiver = CallbackReceiver(handler, client=client)
    assert (await post(receiver, {"id": "7", "status": "task_cancel", "pexit": "1"}))[0] == 200
    await receiver.aclose()
    (event,) = handler.events
    assert event.result is not None
    # What Wiro says, not what was posted.
    assert (event.result.status, event.result.exit_code, event.result.task_id) == ("task_postprocess_end", 0, "7")
    assert event.signed is None
    assert [seen.json() for seen in server.requests] == [{"taskid": "7"}]


async def test_a_message_is_confirmed_and_handled(handler: Handler, client: AsyncWiro) -> None:
    receiver = CallbackReceiver(handler, client=client)
    await post(receiver, MESSAGE)
    await receiver.aclose()
    (event,) = handler.events
    assert event.message is not None
    assert event.message.response == "yes"
    assert event.result is None


async def test_each_is_handled_once(handler: Handler, client: AsyncWiro) -> None:
    receiver = CallbackReceiver(handler, client=client)
    bodies = [ROW, {"tasklist": [ROW]}, {"taskid": 7}, {"tasktoken": "t"}, MESSAGE]
    assert {(await post(receiver, body))[0] for body in bodies * 5} == {200}
    await receiver.aclose()
    await post(receiver, ROW)
    await receiver.aclose()
    assert sorted(event.callback.key for event in handler.events) == ["message:g", handler.events[0].callback.key]
    assert len(handler.events) == 2


async def test_each_is_handled_once_also_without_a_client(handler: Handler) -> None:
    receiver = CallbackReceiver(handler, secrets=SECRET)
    for expected in (1, 2):
        query = urlsplit(signed_callback_url("https://x/", SECRET)).query
        for body in ({"taskid": 7}, {"tasktoken": "t"}):
            await post(receiver, body, query=query)
        await receiver.aclose()
        assert len(handler.events) == expected
    for guid in ("g", "h"):
        await post(receiver, {**MESSAGE, "messageguid": guid}, query=query)
    await receiver.aclose()
    assert len(handler.events) == 4


async def test_the_answer_does_not_wait_for_the_handler(handler: Handler) -> None:
    handler.gate.clear()
    receiver = CallbackReceiver(handler, secrets=SECRET)
    query = urlsplit(signed_callback_url("https://x/", SECRET, parameters={"order": "17"})).query
    assert (await asyncio.wait_for(post(receiver, ROW, query=query), 1))[0] == 200
    await asyncio.sleep(0)
    assert len(handler.events) == 1
    handler.gate.set()
    await receiver.aclose()
    signed = handler.events[0].signed
    assert signed is not None
    assert signed.parameters == {"order": "17"}
    assert handler.events[0].result is None


async def test_unsigned_addresses_are_refused(handler: Handler) -> None:
    receiver = CallbackReceiver(handler, secrets=[SECRET])
    expired = urlsplit(signed_callback_url("https://x/", SECRET, expires_in=1e-9)).query
    for query in ("", "wiro-signature=x", "\xff", expired + "0"):
        assert (await post(receiver, ROW, query=query))[0] == 403
    await receiver.aclose()
    assert not handler.events


@pytest.mark.parametrize("body", [b"", b"{", [], {"status": "task_end"}, {"messageguid": "g", "status": "agent_queue"}])
async def test_bodies_that_are_no_callback(handler: Handler, client: AsyncWiro, body: Any) -> None:
    assert (await post(CallbackReceiver(handler, client=client), body))[0] == 400


@pytest.mark.parametrize("options", [{"headers": [(b"content-length", b"101")]}, {"chunk": 30}, {}])
async def test_large_bodies_are_refused(handler: Handler, client: AsyncWiro, options: Any) -> None:
    receiver = CallbackReceiver(handler, client=client, max_body_bytes=100)
    assert (await post(receiver, b"x" * 101, **options))[0] == 413
    assert (await post(receiver, b'{"id": 7}', chunk=2))[0] == 200
    await receiver.aclose()


async def test_other_methods_and_channels(handler: Handler, client: AsyncWiro) -> None:
    receiver = CallbackReceiver(handler, client=client)
    status, headers = await post(receiver, b"", method="GET")
    assert (status, headers[b"allow"]) == (405, b"POST")
    sent: list[Any] = []

    async def send(message: Any) -> None:
        sent.append(message)

    await receiver({"type": "websocket"}, None, send)  # type: ignore[arg-type]
    assert sent == [{"type": "websocket.close", "code": 1008}]


async def test_a_sender_that_leaves_is_not_answered(handler: Handler, client: AsyncWiro) -> None:
    assert await post(CallbackReceiver(handler, client=client), ROW, chunk=10, leave=True) == (None, {})
    assert not handler.events


async def test_too_many_at_once(handler: Handler) -> None:
    handler.gate.clear()
    receiver = CallbackReceiver(handler, secrets=SECRET, max_pending=2)
    queries = [urlsplit(signed_callback_url("https://x/", SECRET)).query for _ in range(4)]
    answers = [await post(receiver, {"id": number}, query=queries[number]) for number in range(3)]
    assert [status for status, _ in answers] == [200, 200, 503]
    assert answers[2][1][b"retry-after"] == b"2"
    handler.gate.set()
    await receiver.aclose()
    assert (await post(receiver, {"id": 3}, query=queries[3]))[0] == 200
    await receiver.aclose()
    assert len(handler.events) == 3


async def test_a_callback_may_be_ahead_of_the_detail(handler: Handler, client: AsyncWiro, service: Service) -> None:
    service.rows = [{}, {**ROW, "status": "task_end"}, ROW]
    receiver = CallbackReceiver(handler, client=client)
    await post(receiver, ROW)
    await receiver.aclose()
    assert len(handler.events) == 1


async def test_a_forged_end_is_not_believed_and_does_not_hide_the_true_one(
    handler: Handler, client: AsyncWiro, service: Service
) -> None:
    service.rows = [{**ROW, "status": "task_start"}]
    service.message = {"guid": "g", "status": "agent_start"}
    receiver = CallbackReceiver(handler, client=client, on_error=handler.failed)
    await post(receiver, ROW)
    await post(receiver, MESSAGE)
    await receiver.aclose()
    assert not handler.events
    assert {key for key, _ in handler.errors} == {"task:7", "message:g"}
    assert all(isinstance(error, CallbackError) and error.retryable for _, error in handler.errors)
    service.rows, service.message = [ROW], {"guid": "g", "status": "agent_end"}
    await post(receiver, ROW)
    await post(receiver, MESSAGE)
    await receiver.aclose()
    assert len(handler.events) == 2


async def test_other_refusals_are_not_asked_again(handler: Handler, client: AsyncWiro, server: FaultyServer) -> None:
    server.default = Reply(403)
    receiver = CallbackReceiver(handler, client=client, on_error=handler.failed)
    await post(receiver, ROW)
    await receiver.aclose()
    assert len(server.requests) == len(handler.errors) == 1


async def test_a_handler_that_raises_is_not_called_again(
    handler: Handler, client: AsyncWiro, caplog: pytest.LogCaptureFixture
) -> None:
    handler.failing = True
    receiver = CallbackReceiver(handler, client=client)
    with caplog.at_level(logging.ERROR, "wiro.webhooks"):
        for _ in range(2):
            await post(receiver, {**ROW, "socketaccesstoken": "canary"})
            await receiver.aclose()
    assert len(handler.events) == 1
    assert "the database is away" in caplog.text
    assert "canary" not in caplog.text


async def test_the_end_of_the_application_waits_for_handlers(handler: Handler, client: AsyncWiro) -> None:
    receiver = CallbackReceiver(handler, client=client)
    await post(receiver, ROW)
    incoming = [{"type": "lifespan.startup"}, {"type": "lifespan.shutdown"}]
    sent: list[str] = []

    async def receive() -> Any:
        return incoming.pop(0)

    async def send(message: Any) -> None:
        sent.append(message["type"])

    await receiver({"type": "lifespan"}, receive, send)
    assert sent == ["lifespan.startup.complete", "lifespan.shutdown.complete"]
    assert len(handler.events) == 1


async def test_handlers_that_do_not_end_are_cancelled(handler: Handler, client: AsyncWiro) -> None:
    handler.gate.clear()
    receiver = CallbackReceiver(handler, client=client, on_error=handler.failed)
    await post(receiver, ROW)
    await asyncio.wait_for(receiver.aclose(timeout=0.2), 5)
    assert not receiver._pending
    # It was acknowledged and is not posted again: somebody must know of it.
    ((key, error),) = handler.errors
    assert key == "task:7"
    assert isinstance(error, CallbackError)
    assert error.retryable
    assert "closed" in str(error)


async def test_a_store_of_ones_own(handler: Handler, client: AsyncWiro) -> None:
    class Store:
        def __init__(self) -> None:
            self.keys: list[str] = []

        async def add(self, key: str) -> bool:
            self.keys.append(key)
            return False

    store = Store()
    receiver = CallbackReceiver(handler, client=client, store=store)
    await post(receiver, ROW)
    await receiver.aclose()
    assert store.keys == ["task:7"]
    assert not handler.events


@pytest.mark.parametrize("arguments", [{}, {"secrets": ""}, {"secrets": []}, {"secrets": "short"}])
def test_a_receiver_that_trusts_anybody_is_refused(handler: Handler, arguments: Any) -> None:
    with pytest.raises(InvalidArgumentError):
        CallbackReceiver(handler, **arguments)


async def test_each_is_handled_once_in_spite_of_concurrency_and_restarts(
    handler: Handler, client: AsyncWiro, tmp_path: Path
) -> None:
    for _ in range(3):
        # Two processes of one service, and then the same after a restart.
        receivers = [CallbackReceiver(handler, client=client, store=FolderStore(tmp_path / "seen")) for _ in range(2)]
        posted = [post(receiver, body) for receiver in receivers for body in (ROW, {"taskid": 7}, MESSAGE) * 10]
        assert {status for status, _ in await asyncio.gather(*posted)} == {200}
        for receiver in receivers:
            await receiver.aclose()
    assert len(handler.events) == 2
    assert handler.errors == []


async def test_a_store_that_fails_is_told_of_and_nothing_is_handled(
    handler: Handler, client: AsyncWiro, tmp_path: Path
) -> None:
    (tmp_path / "seen").write_bytes(b"")
    receiver = CallbackReceiver(handler, client=client, store=FolderStore(tmp_path / "seen"), on_error=handler.failed)
    await post(receiver, ROW)
    await receiver.aclose()
    assert [(key, type(error)) for key, error in handler.errors] == [("task:7", FileExistsError)]
    assert handler.events == []
