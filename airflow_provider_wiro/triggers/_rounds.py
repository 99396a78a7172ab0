"""When a watcher looks: at a bounded rate, more rarely while Wiro cannot be asked."""

from __future__ import annotations

import asyncio
import random
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Awaitable, Callable

__all__ = ["Round", "rounds"]

#: Each pause is up to this part longer or shorter at random, so that watchers that started together drift apart.
_JITTER: Final = 0.1
#: Pauses double with each failed round, up to this; a longer `poll_interval` stays as it is.
_LONGEST_PAUSE_SECONDS: Final = 300.0
_MOST_DOUBLINGS: Final = 10


class Round:
    """One look at Wiro. Whoever takes it says how it went and calls `finish`; the pause begins then.

    Attributes:
        failed: Whether Wiro could not be asked.
        confirm: Stores what was seen; to be called once Airflow has the events. None when nothing changed.
    """

    def __init__(self) -> None:
        self.failed = False
        self.confirm: Callable[[], Awaitable[None]] | None = None
        self._finished = asyncio.Event()

    def finish(self) -> None:
        """Let the next round come after the pause."""
        self._finished.set()

    async def finished(self) -> None:
        """Wait until somebody calls `finish`."""
        await self._finished.wait()


async def rounds(interval: float) -> AsyncIterator[Round]:
    """Yield a round now and one after each pause, for ever.

    Args:
        interval: Seconds between the end of a round and the next one.
    """
    failures = 0
    while True:
        current = Round()
        yield current
        await current.finished()
        failures = min(failures + 1, _MOST_DOUBLINGS) if current.failed else 0
        pause = min(interval * 2**failures, max(interval, _LONGEST_PAUSE_SECONDS))
        await asyncio.sleep(pause * random.uniform(1 - _JITTER, 1 + _JITTER))  # noqa: S311 (not for secrets)
