"""Live sessions with realtime models: voice conversations, text to speech, speech to text.

    run = await wiro.run("sandbox/realtime-voice", {"voice": "marin"})
    async with run.realtime() as session:
        await session.send_audio(pcm)
        async for event in session.events():
            match event:
                case Audio(): play(event.pcm)
                case Transcript(): print(event.speaker, event.text)

Sound is PCM both ways: signed 16-bit little-endian, mono, 24 kHz. A session has a socket of its own: the service ends
it when its socket closes, and sound must not hold up the frames of others. The service wants all parameters of realtime
models as text.
"""

from __future__ import annotations

import asyncio
import contextlib
import logging
from typing import TYPE_CHECKING, Any, Final, Self

import anyio

from wiro import portal
from wiro._facades import Facade, blocking, iterating
from wiro._hub_connection import open_socket
from wiro._hub_subscription import checked_wait_timeout
from wiro._realtime_events import Audio, Cost, RealtimeEvent, Transcript, TurnEnded, read_usd, realtime_event
from wiro._realtime_polling import ended_before_ready, set_within, terminal_row
from wiro._run_events import EventBuffer
from wiro.errors import InvalidArgumentError, TransportError, WaitTimeoutError, WiroError
from wiro.lifecycle import is_terminal_frame
from wiro.protocol import (
    AudioFrame,
    decode_frame,
    encode_audio,
    encode_session_end,
    encode_session_interrupt,
    encode_task_info,
    frame_task_id,
    frame_token,
)

if TYPE_CHECKING:
    from collections.abc import AsyncGenerator
    from decimal import Decimal
    from types import TracebackType

    from websockets.asyncio.client import ClientConnection

    from wiro.config import Config
    from wiro.runs import AsyncRun

__all__ = [
    "CHUNK_BYTES",
    "SAMPLE_RATE",
    "AsyncRealtimeSession",
    "Audio",
    "Cost",
    "RealtimeEvent",
    "RealtimeSession",
    "Transcript",
    "TurnEnded",
]

#: Samples a second, both ways.
SAMPLE_RATE: Final = 24_000
#: Size of what is sent at once: 4,800 samples, 200 ms.
CHUNK_BYTES: Final = 9_600
_SAMPLE_BYTES: Final = 2
_logger = logging.getLogger("wiro.realtime")


class AsyncRealtimeSession:
    """A live session. Made by `AsyncRun.realtime`; use it with ``async with``.

    Entering waits until the model is ready. Leaving always ends the session, waits for its last frames, and stops the
    run if the service does not end it: a session that nobody hears would go on and be billed.

    Args:
        run: The run of a realtime model.
        config: Socket address and settings.
        ready_timeout: Seconds to wait for the model to be ready, above 0; None for no limit.
    """

    def __init__(self, run: AsyncRun, config: Config, ready_timeout: float | None) -> None:
        self._run = run
        self._config = config
        self._ready_limit = checked_wait_timeout(ready_timeout)
        self._buffer = EventBuffer(config.wait.event_buffer_size)
        self._socket: ClientConnection | None = None
        self._tasks: list[asyncio.Task[None]] = []
        self._token = ""
        self._unsent = bytearray()
        self._ready = asyncio.Event()
        self._over = asyncio.Event()
        self._near_its_end = asyncio.Event()
        self._ended_by_us = False
        self._ended_by_service = False
        self._cost_usd: Decimal | None = None

    def __repr__(self) -> str:
        return f"{type(self).__name__}(task_id={self._run.task_id!r}, cost_usd={self._cost_usd})"

    @property
    def cost_usd(self) -> Decimal | None:
        """What the session has cost so far, in USD; None before the first turn was billed."""
        return self._cost_usd

    @property
    def dropped(self) -> int:
        """Events that were dropped because nobody read them in time."""
        return self._buffer.dropped

    @property
    def is_over(self) -> bool:
        """Whether the session has ended, whoever ended it."""
        return self._over.is_set()

    async def __aenter__(self) -> Self:
        """Join the session.

        Raises:
            WaitTimeoutError: The model was not ready in time; the run is stopped.
            TransportError: The socket could not be opened; the run is stopped.
            NotFoundError: There is no such run.
            WiroError: The run ended before the model was ready.
        """
        try:
            await self._join()
        except BaseException as error:
            if not await self._leave():
                error.add_note(self._not_stopped())
            raise
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if await self._leave():
            return
        if error is not None:
            error.add_note(self._not_stopped())
        else:
            # Not raised: what the session was for has succeeded.
            _logger.warning("%s", self._not_stopped())

    async def send_audio(self, pcm: bytes | bytearray | memoryview) -> None:
        """Send sound. It goes out in chunks of 200 ms; what is left over waits for more, or for `flush`.

        Args:
            pcm: Signed 16-bit little-endian, mono, 24 kHz; any length of whole samples.

        Raises:
            InvalidArgumentError: Not bytes, or half a sample.
            TransportError: The session is over.
        """
        if not isinstance(pcm, bytes | bytearray | memoryview) or len(pcm) % _SAMPLE_BYTES:
            raise InvalidArgumentError(
                "pcm must be bytes of whole samples: signed 16-bit little-endian, mono, 24 kHz.", parameter="pcm"
            )
        self._unsent += pcm
        while len(self._unsent) >= CHUNK_BYTES:
            chunk = bytes(self._unsent[:CHUNK_BYTES])
            del self._unsent[:CHUNK_BYTES]
            await self._send(encode_audio(self._token, chunk))

    async def flush(self) -> None:
        """Send what is left over of the sound, as a shorter chunk.

        Raises:
            TransportError: The session is over.
        """
        if self._unsent:
            chunk = bytes(self._unsent)
            self._unsent.clear()
            await self._send(encode_audio(self._token, chunk))

    async def interrupt(self) -> None:
        """Make the model stop talking.

        Raises:
            TransportError: The session is over.
        """
        await self._send(encode_session_interrupt(self._token))

    async def finish(self) -> None:
        """Say that nothing more will be said. The service answers what it heard, and then ends the session.

        Raises:
            TransportError: The session is over.
        """
        if not self._ended_by_us:
            await self.flush()
            await self._send(encode_session_end(self._token))
            self._ended_by_us = True

    async def events(
        self,
        timeout: float | None = None,  # noqa: ASYNC109 - a total limit with its own error
    ) -> AsyncGenerator[RealtimeEvent, None]:
        """Yield what happens in the session, up to its end.

        Args:
            timeout: Total seconds to listen, above 0; None listens to the end.

        Yields:
            Events, each once: two readers share them.

        Raises:
            InvalidArgumentError: ``timeout`` is not a number above 0.
            WaitTimeoutError: The time is over; the session goes on.
            TransportError: The socket was lost, and with it the session.
        """
        limit = checked_wait_timeout(timeout)
        deadline = None if limit is None else asyncio.get_running_loop().time() + limit
        while True:
            try:
                async with asyncio.timeout_at(deadline):
                    frame = await self._buffer.next()
            except TimeoutError:
                message = f"The session of run {self._run.task_id} did not end within {limit:g} s. It goes on."
                raise WaitTimeoutError(message, task_id=self._run.task_id) from None
            if frame is None:
                break
            yield realtime_event(frame)
        if not (self._ended_by_service or self._ended_by_us):
            raise _lost(self._run.task_id)

    async def _join(self) -> None:
        if self._run.token is None:
            await self._run.refresh()
        self._token = self._run.token or ""
        try:
            self._socket = await open_socket(self._config.socket_url, self._config.wait)
        except Exception as error:
            raise TransportError("The Wiro socket could not be opened for a session.", operation="realtime") from error
        await self._send(encode_task_info(self._token))
        loop = asyncio.get_running_loop()
        reader = loop.create_task(self._read(self._socket), name="wiro-realtime")
        self._tasks = [reader]
        try:
            async with asyncio.timeout(self._ready_limit):
                if await ended_before_ready(self._run, self._config.wait, self._ready, self._over):
                    self._ended_by_service = True
        except TimeoutError:
            message = f"The model of run {self._run.task_id} was not ready within {self._ready_limit:g} s."
            raise WaitTimeoutError(message, task_id=self._run.task_id) from None
        if not self._ready.is_set():
            if self._ended_by_service:
                raise WiroError(f"Run {self._run.task_id} ended before its model was ready: wait() tells why.")
            raise _lost(self._run.task_id)
        self._tasks.append(loop.create_task(self._watch(reader), name="wiro-realtime-watch"))

    async def _watch(self, reader: asyncio.Task[None]) -> None:
        """End the session when its run has ended though the last frame did not come."""
        row = await terminal_row(self._run, self._config.wait, self._near_its_end)
        # The last frames may be on their way.
        if not await set_within(self._config.wait.socket_drain_seconds, self._over):
            frame = {"type": row["status"], "id": self._run.task_id, "tasktoken": self._token, "result": True}
            self._buffer.put(frame | {"message": row.get("outputs")})
            self._ended_by_service = True
            reader.cancel()

    async def _read(self, socket: ClientConnection) -> None:
        from websockets.exceptions import ConnectionClosed

        try:
            with contextlib.suppress(ConnectionClosed):
                async for message in socket:
                    self._take(message)
                    if self._ended_by_service:
                        return
        finally:
            self._over.set()
            # Whoever waits for the model has waited long enough too.
            self._buffer.finish()

    def _take(self, message: str | bytes) -> None:
        frame = decode_frame(message)
        if isinstance(frame, AudioFrame):
            if frame.token not in (None, self._token):
                # No token of ours in front: all of it is sound, with a byte that looks like the separator.
                frame = AudioFrame(token=None, audio=bytes(message) if isinstance(message, bytes) else frame.audio)
        elif frame is None or not str(frame.get("type")).startswith("task_") or not self._is_ours(frame):
            return
        elif frame.get("type") == "task_cost":
            self._cost_usd = read_usd(frame.get("cumulativeCost")) or self._cost_usd
        elif is_terminal_frame(frame):
            self._ended_by_service = True
        elif frame.get("type") == "task_end":
            self._near_its_end.set()
        if isinstance(frame, AudioFrame) or frame.get("type") in ("task_stream_ready", "task_output"):
            self._ready.set()
        self._buffer.put(frame)

    def _is_ours(self, frame: dict[str, Any]) -> bool:
        """Frames of a session mostly carry neither token nor id; this socket has no other task."""
        return frame_token(frame) in (None, self._token) and frame_task_id(frame) in (
            None,
            self._run.task_id or frame_task_id(frame),
        )

    async def _send(self, message: str | bytes) -> None:
        from websockets.exceptions import ConnectionClosed

        if self._socket is None or self._ended_by_us or self._over.is_set():
            raise TransportError(f"The session of run {self._run.task_id} is over.", operation="realtime")
        try:
            await self._socket.send(message)
        except ConnectionClosed:
            raise _lost(self._run.task_id) from None

    async def _leave(self) -> bool:
        """End the session and wait for its end; never raises. Returns whether the run is known to have ended."""
        settings = self._config.wait
        deadline = asyncio.get_running_loop().time() + settings.session_leave_seconds
        if self._socket is not None:
            await self._say_the_end()
        if not self._ended_by_service:
            # Cut off, never joined, or the service does not say that it is over. Whatever the socket has cost of the
            # time, this gets its own: it is what stops the bill.
            left = max(settings.stop_seconds, deadline - asyncio.get_running_loop().time())
            with anyio.move_on_after(left, shield=True), contextlib.suppress(WiroError, RuntimeError):
                await self._run.stop()
                self._ended_by_service = True
        if self._socket is not None:
            with anyio.move_on_after(settings.socket_close_seconds, shield=True):
                await self._socket.close()
            # A link that takes nothing more takes no goodbye either; on one that is closed this does nothing.
            self._socket.transport.abort()
        for task in self._tasks:
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)
        self._buffer.finish()
        return self._ended_by_service

    async def _say_the_end(self) -> None:
        """Tell the service that the session is over, and wait for its last frames."""
        settings = self._config.wait
        # Shielded: the reason for leaving may be a cancellation, and an unfinished session costs money.
        with anyio.move_on_after(settings.session_end_seconds, shield=True):
            # On a stalled link sending would take all of the time.
            with anyio.move_on_after(settings.stop_seconds), contextlib.suppress(WiroError):
                await self.finish()
            # A model that was never ready has nothing to say either, nor has one that did not hear that it is over.
            if self._ready.is_set() and self._ended_by_us and not self._ended_by_service:
                await self._over.wait()

    def _not_stopped(self) -> str:
        return f"Run {self._run.task_id} could not be stopped; it may go on and be billed."


class RealtimeSession(Facade[AsyncRealtimeSession]):
    """A live session, for synchronous code. Made by `Run.realtime`; see `AsyncRealtimeSession`."""

    @property
    def cost_usd(self) -> Decimal | None:
        """What the session has cost so far, in USD; None before the first turn was billed."""
        return self._asynchronous.cost_usd

    @property
    def dropped(self) -> int:
        """Events that were dropped because nobody read them in time."""
        return self._asynchronous.dropped

    @property
    def is_over(self) -> bool:
        """Whether the session has ended, whoever ended it."""
        return self._asynchronous.is_over

    def __enter__(self) -> Self:
        portal.run(self._asynchronous.__aenter__)
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        portal.run(self._asynchronous.__aexit__, kind, error, trace)

    send_audio = blocking(AsyncRealtimeSession.send_audio)
    flush = blocking(AsyncRealtimeSession.flush)
    interrupt = blocking(AsyncRealtimeSession.interrupt)
    finish = blocking(AsyncRealtimeSession.finish)
    events = iterating(AsyncRealtimeSession.events)


def _lost(task_id: str) -> TransportError:
    return TransportError(
        f"The socket of run {task_id} was lost, and the service ends a session with it.", operation="realtime"
    )
