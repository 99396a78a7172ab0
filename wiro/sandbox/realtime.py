"""Live sessions: audio both ways over the socket while a task runs, billed turn by turn."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, Any

from attrs import define, field

from wiro.sandbox.sounds import SAMPLE_RATE, is_silent

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from wiro.sandbox.clock import Clock

__all__ = ["CHUNK_BYTES", "RealtimeSession"]

# The documented size of a chunk: 4,800 samples, 200 ms.
CHUNK_BYTES = 9_600
_CHUNK_SECONDS = CHUNK_BYTES / 2 / SAMPLE_RATE

# The service does not say how long it waits for the first client, nor how long a pause ends a turn.
_PATIENCE_SECONDS = 60.0
_PAUSE_SECONDS = 1.0
# What a client may send ahead of the model; more than two minutes of sound is dropped.
_MAX_HEARD_CHUNKS = 1_000


@define(eq=False)
class RealtimeSession:
    """One conversation between a model and whoever registered the task's token.

    The socket calls `join`, `hear`, `interrupt` and `end`; the model calls the rest.

    Args:
        clock: The model's time.
        emit: Sends a frame of a type with a message and further fields.
        send_audio: Sends PCM.
        bill_turn: Charges one turn with the given usage; False once the wallet is empty.
    """

    clock: Clock
    emit: Callable[[str, Any, Mapping[str, Any] | None], None]
    send_audio: Callable[[bytes], None]
    bill_turn: Callable[[Mapping[str, Any]], bool]
    log: list[str] = field(factory=list, init=False)
    _heard: asyncio.Queue[bytes | None] = field(factory=lambda: asyncio.Queue(_MAX_HEARD_CHUNKS), init=False)
    _joined: asyncio.Event = field(factory=asyncio.Event, init=False)
    _ended: asyncio.Event = field(factory=asyncio.Event, init=False)
    _interrupted: bool = field(default=False, init=False)

    def join(self) -> None:
        """Somebody listens."""
        self._joined.set()

    def hear(self, pcm: bytes) -> None:
        """Take a chunk of the client's sound."""
        if not self._heard.full() and not self._ended.is_set():
            self._heard.put_nowait(pcm)

    def interrupt(self) -> None:
        """The client wants the model to stop talking."""
        self._interrupted = True

    def end(self) -> None:
        """The client has finished, or has left; what it said before is still worked on."""
        self._ended.set()
        if not self._heard.full():
            self._heard.put_nowait(None)

    @property
    def has_ended(self) -> bool:
        """Whether the client has finished."""
        return self._ended.is_set()

    async def open(self) -> bool:
        """Wait for somebody to listen and say that the model is ready; False if nobody came."""
        try:
            await asyncio.wait_for(self._joined.wait(), _PATIENCE_SECONDS / self.clock.scale)
        except TimeoutError:
            return False
        self.emit("task_stream_ready", None, None)
        return True

    async def chunk(self) -> bytes | None:
        """Return the next chunk of the client's sound, None when nothing more will come."""
        if self._ended.is_set() and self._heard.empty():
            return None
        return await self._heard.get()

    async def turn(self) -> bytes | None:
        """Return what the client says up to a pause or silence, None when nothing more will come."""
        said = b""
        while True:
            try:
                # Nobody's turn ends before it has begun.
                chunk = await asyncio.wait_for(self.chunk(), _PAUSE_SECONDS / self.clock.scale if said else None)
            except TimeoutError:
                return said
            if chunk is None:
                return said or None
            if not is_silent(chunk):
                said += chunk
            elif said:
                return said

    def transcribe(self, who: str, text: str) -> None:
        """Send a transcript; `who` is `USER` or `AI`."""
        line = f"TRANSCRIPT_{who}:{text}"
        self.log.append(line)
        self.emit("task_output", line, None)

    async def speak(self, pcm: bytes) -> int:
        """Send sound in chunks at the speed at which it is heard, until it is over or the client interrupts.

        Returns:
            How many bytes were sent.
        """
        self._interrupted = False
        sent = 0
        while sent < len(pcm) and not self._interrupted and not self._ended.is_set():
            chunk = pcm[sent : sent + CHUNK_BYTES]
            self.send_audio(chunk)
            sent += len(chunk)
            await self.clock.sleep(_CHUNK_SECONDS)
        self.emit("task_stream_end", None, None)
        return sent
