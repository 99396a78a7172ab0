"""An ASGI application that receives callbacks: it acknowledges at once, checks them, and handles each once."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Callable, MutableMapping, Sequence
from typing import TYPE_CHECKING, Any, Final

from attrs import field, frozen

from wiro._callback_stores import MemoryStore, SeenStore
from wiro._callback_urls import Secret, SignedCallback, checked_keys, verify_callback_url
from wiro._callbacks import AgentCallback, Callback, TaskCallback, fetch_message, fetch_result, parse_callback
from wiro.errors import CallbackError, InvalidArgumentError, NotFoundError, WiroError

if TYPE_CHECKING:
    from wiro.client import AsyncWiro
    from wiro.runs import RunResult
    from wiro_client.models.user_agent_message import UserAgentMessage

__all__ = ["CallbackEvent", "CallbackReceiver"]

_logger = logging.getLogger("wiro.webhooks")

Scope = MutableMapping[str, Any]
Message = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[Message]]
Send = Callable[[Message], Awaitable[None]]

#: Pauses between questions to Wiro, in seconds: a callback can be ahead of Task/Detail, and comes once.
_RECHECK_SECONDS: Final = (0.5, 1.0, 2.0, 5.0, 10.0)
_RETRY_AFTER_SECONDS: Final = 2


@frozen(slots=True, kw_only=True)
class CallbackEvent:
    """A callback that was checked.

    Attributes:
        callback: What was posted. Believe `result` and `message` rather than this.
        signed: What its address says; None if the receiver has no secret.
        result: How the run ended, as Wiro says; None for messages, or if the receiver has no client.
        message: How the message ended, as Wiro says; None for runs, or if the receiver has no client.
    """

    callback: Callback
    signed: SignedCallback | None = None
    result: RunResult | None = None
    message: UserAgentMessage | None = field(default=None, repr=False)


class CallbackReceiver:
    """An ASGI application for callbacks. Mount it at any path.

    It answers 200 as soon as the request is read and its address checked. Then it asks Wiro about the run or message
    (with a client) and calls the handler, once for each run or message, however often it is posted. A handler that
    raises is not called again: it may have done half of its work.

    Args:
        handler: Coroutine function that gets a `CallbackEvent`.
        client: Asks Wiro. It must outlive the receiver.
        secrets: Only addresses of `signed_callback_url` with one of these are let in. At least one of client and
            secrets is needed: otherwise anybody could post anything. Without a client each run needs an address of its
            own: what is posted to one is about one run.
        store: Remembers what was handled; None for a `MemoryStore`, which a restart empties.
        on_error: Gets the callback and the error when it could not be checked, its handler raised, or the receiver was
            closed before it was handled; None logs it.
        max_body_bytes: Larger bodies are refused.
        max_pending: More callbacks than this at once are refused with 503; Wiro posts those of agents again.

    Raises:
        InvalidArgumentError: Neither client nor secrets were given, or a secret is too short.
    """

    def __init__(
        self,
        handler: Callable[[CallbackEvent], Awaitable[None]],
        *,
        client: AsyncWiro | None = None,
        secrets: Secret | Sequence[Secret] = (),
        store: SeenStore | None = None,
        on_error: Callable[[Callback, Exception], None] | None = None,
        max_body_bytes: int = 10 * 1024 * 1024,
        max_pending: int = 1000,
    ) -> None:
        if client is None and not secrets:
            raise InvalidArgumentError(
                "a receiver needs a client, secrets, or both: anybody can post to it.", parameter="client"
            )
        self._handler = handler
        self._client = client
        self._keys = checked_keys(secrets) if secrets else []
        self._store: SeenStore = store or MemoryStore()
        self._on_error = on_error or _log_error
        self._max_body_bytes = max_body_bytes
        self._max_pending = max_pending
        self._pending: set[asyncio.Task[None]] = set()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve one ASGI connection."""
        if scope["type"] == "lifespan":
            await self._live(receive, send)
        elif scope["type"] == "http":
            await self._serve(scope, receive, send)
        elif scope["type"] == "websocket":
            await send({"type": "websocket.close", "code": 1008})

    async def aclose(self, timeout: float = 10.0) -> None:  # noqa: ASYNC109 - what is left is cancelled then
        """Wait for callbacks under way, then cancel them.

        Args:
            timeout: Seconds to wait.
        """
        if self._pending:
            await asyncio.wait(self._pending, timeout=timeout)
        for task in self._pending:
            task.cancel()
        await asyncio.gather(*self._pending, return_exceptions=True)

    async def _live(self, receive: Receive, send: Send) -> None:
        while True:
            message = await receive()
            if message["type"] == "lifespan.shutdown":
                await self.aclose()
                await send({"type": "lifespan.shutdown.complete"})
                return
            await send({"type": "lifespan.startup.complete"})

    async def _serve(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["method"] != "POST":
            await _answer(send, 405, (b"allow", b"POST"))
            return
        signed = None
        if self._keys:
            try:
                signed = verify_callback_url("?" + scope["query_string"].decode("latin-1"), self._keys)
            except CallbackError:
                await _answer(send, 403)
                return
        announced = dict(scope["headers"]).get(b"content-length", b"")
        too_large = announced.isdigit() and int(announced) > self._max_body_bytes
        body = b"" if too_large else await self._body(receive)
        if body is None:
            return
        if too_large or len(body) > self._max_body_bytes:
            await _answer(send, 413)
            return
        try:
            callback = parse_callback(body)
        except CallbackError:
            await _answer(send, 400)
            return
        if len(self._pending) >= self._max_pending:
            await _answer(send, 503, (b"retry-after", str(_RETRY_AFTER_SECONDS).encode()))
            return
        # Before the answer: a sender that hangs up early must not make it forgotten.
        task = asyncio.create_task(self._process(callback, signed))
        self._pending.add(task)
        task.add_done_callback(self._pending.discard)
        await _answer(send, 200)

    async def _body(self, receive: Receive) -> bytes | None:
        """Return the body, with a little more than is allowed if it is too large; None if its sender has left."""
        body, more = bytearray(), True
        while more and len(body) <= self._max_body_bytes:
            message = await receive()
            if message["type"] == "http.disconnect":
                return None
            body += message.get("body", b"")
            more = message.get("more_body", False)
        return bytes(body)

    async def _process(self, callback: Callback, signed: SignedCallback | None) -> None:
        try:
            event = await self._checked(callback, signed)
            # Only now: a forged callback must not make the true one look like a repetition.
            if await self._store.add(_key(event)):
                await self._handler(event)
        except asyncio.CancelledError:
            # It was acknowledged, so it will not be posted again.
            closed = CallbackError("the receiver was closed before the callback was handled.", retryable=True)
            self._on_error(callback, closed)
            raise
        except Exception as error:
            self._on_error(callback, error)

    async def _checked(self, callback: Callback, signed: SignedCallback | None) -> CallbackEvent:
        if self._client is None:
            return CallbackEvent(callback=callback, signed=signed)
        for pause in _RECHECK_SECONDS:
            try:
                return await self._confirmed(self._client, callback, signed)
            except WiroError as error:
                # A callback can be ahead of Task/Detail.
                if not (error.retryable or isinstance(error, NotFoundError)):
                    raise
            await asyncio.sleep(pause)
        return await self._confirmed(self._client, callback, signed)

    async def _confirmed(self, client: AsyncWiro, callback: Callback, signed: SignedCallback | None) -> CallbackEvent:
        if isinstance(callback, AgentCallback):
            message = await fetch_message(client, callback)
            return CallbackEvent(callback=callback, signed=signed, message=message)
        return CallbackEvent(callback=callback, signed=signed, result=await fetch_result(client, callback))


def _key(event: CallbackEvent) -> str:
    """Return what a callback is about, however it names it."""
    if event.result is not None:
        return f"task:{event.result.task_id}"
    if event.signed is not None and isinstance(event.callback, TaskCallback):
        # With nobody to ask, the address alone tells that an id and a token mean the same run.
        return f"signed:{event.signed.id}"
    return event.callback.key


async def _answer(send: Send, status: int, *headers: tuple[bytes, bytes]) -> None:
    every = [*headers, (b"content-length", b"0")]
    await send({"type": "http.response.start", "status": status, "headers": every})
    await send({"type": "http.response.body", "body": b""})


def _log_error(callback: Callback, error: Exception) -> None:
    _logger.error("A callback was not handled: %r", callback, exc_info=error)
