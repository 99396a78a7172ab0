"""Events on their way from the hub to a consumer that may be slower than the server."""

from __future__ import annotations

import asyncio
from collections import OrderedDict
from typing import Any

from wiro.agent_lifecycle import is_terminal_agent_frame
from wiro.lifecycle import is_terminal_frame
from wiro.protocol import AudioFrame

__all__ = ["EventBuffer"]


class EventBuffer:
    """A bounded queue of frames in which cumulative ones replace each other.

    A language model sends its whole text so far with every frame, so a slow consumer misses nothing when it only sees
    the newest; without this, 2,000 frames of a 100 KB answer would wait in memory at once.

    Args:
        size: Most frames kept; beyond it the oldest are dropped and counted, but never the last frame of the job.
    """

    def __init__(self, size: int) -> None:
        self._size = size
        self._frames: OrderedDict[int, dict[str, Any] | AudioFrame] = OrderedDict()
        self._next_key = 0
        self._cumulative: dict[str, int] = {}
        self._wake = asyncio.Event()
        self._finished = False
        #: Frames that were dropped because the consumer was too slow.
        self.dropped = 0

    def __len__(self) -> int:
        return len(self._frames)

    def put(self, frame: dict[str, Any] | AudioFrame) -> None:
        """Add a frame. Never blocks: the socket serves others too."""
        key = self._next_key
        self._next_key += 1
        if isinstance(frame, dict) and (kind := _cumulative_kind(frame)):
            self._frames.pop(self._cumulative.get(kind, -1), None)
            self._cumulative[kind] = key
        self._frames[key] = frame
        while len(self._frames) > self._size:
            self._drop_oldest()
        self._wake.set()

    def finish(self) -> None:
        """Let `next` return None once the frames that are here are consumed."""
        self._finished = True
        self._wake.set()

    async def next(self) -> dict[str, Any] | AudioFrame | None:
        """Return the next frame, or None after `finish` when none is left."""
        while not self._frames:
            if self._finished:
                return None
            self._wake.clear()
            await self._wake.wait()
        return self._frames.popitem(last=False)[1]

    def _drop_oldest(self) -> None:
        for key, frame in self._frames.items():
            if isinstance(frame, AudioFrame) or not (is_terminal_frame(frame) or is_terminal_agent_frame(frame)):
                del self._frames[key]
                self.dropped += 1
                return
        # Nothing but last frames: duplicates of one.
        self._frames.popitem(last=True)


def _cumulative_kind(frame: dict[str, Any]) -> str | None:
    """Key under which a frame replaces earlier ones; None for frames that are news of their own, such as log lines."""
    message = frame.get("message")
    kind = frame.get("type")
    if kind in ("task_output", "task_error", "agent_output") and isinstance(message, dict):
        return f"{kind} {message.get('type')}"
    return None
