"""When Detail is asked: one timer, one pace, for all waiters of a hub.

Two lanes. The paced lane (gaps after subscribing, safety polls, polling while the socket is down) never starts more
calls a second than allowed. The urgent lane (a terminal frame arrived; only the result is missing) starts at once, and
the paced lane makes room for it.
"""

from __future__ import annotations

import asyncio
import heapq
import itertools
import logging
import random
from collections import deque
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from wiro._wait_settings import WaitSettings

__all__ = ["DetailScheduler", "Pollable", "next_poll_seconds"]

_logger = logging.getLogger("wiro.hub")

#: Outdated plans that are tolerated before the heap is cleaned.
_KEPT_OUTDATED = 64


def next_poll_seconds(settings: WaitSettings, polls: int, *, socket_tells: bool) -> float:
    """Return after how many seconds a waiter asks next, spread at random.

    Args:
        settings: Intervals and limits.
        polls: How often it has asked in vain.
        socket_tells: Whether the socket is expected to say what happens, so that asking is only for safety.
    """
    if socket_tells:
        growth = settings.safety_poll_growth ** min(polls, 32)
        seconds = min(settings.safety_poll_seconds * growth, settings.safety_poll_max_seconds)
    else:
        steps = settings.socket_down_poll_seconds
        seconds = steps[min(polls, len(steps) - 1)]
    # Jitter, or waiters that came together would poll together for ever.
    return seconds * (1.0 + settings.poll_jitter * random.uniform(-1.0, 1.0))  # noqa: S311 - no secret


class Pollable:
    """What the scheduler keeps with each waiter."""

    __slots__ = ("again", "due", "queued", "under_way")

    def __init__(self) -> None:
        #: When the next paced call is due on the loop's clock; None if none is.
        self.due: float | None = None
        #: True while this waiter is in the queue of the urgent lane.
        self.queued = False
        #: True while a call for this waiter is under way.
        self.under_way = False
        #: True if something happened during that call which its answer may not know yet.
        self.again = False


class DetailScheduler:
    """Starts checks of waiters when they are due.

    Args:
        check: Makes the call for one waiter and digests the answer; is told whether the call is a paced one.
        settings: Pace, and how many calls may be under way at once.
    """

    def __init__(self, check: Callable[[Pollable, bool], Awaitable[None]], settings: WaitSettings) -> None:
        self._check = check
        self._settings = settings
        self._interval = 1.0 / settings.detail_calls_per_second
        self._heap: list[tuple[float, int, Pollable]] = []
        self._sequence = itertools.count()
        self._outdated = 0
        self._next_slot = 0.0
        self._urgent: deque[Pollable] = deque()
        self._paced_under_way = 0
        self._urgent_under_way = 0
        self._tasks: set[asyncio.Task[None]] = set()
        self._timer: asyncio.TimerHandle | None = None
        #: Calls started so far; for tests and diagnosis.
        self.started = 0

    def schedule(self, item: Pollable, due: float) -> None:
        """Let the next paced call for this waiter be due at ``due`` on the loop's clock; replaces any earlier plan."""
        self._outdated += item.due is not None
        item.due = due
        heapq.heappush(self._heap, (due, next(self._sequence), item))
        self._arm()

    def urgent(self, item: Pollable) -> None:
        """Call now. A call already under way may have been answered too early, so it is followed by another."""
        if item.under_way:
            item.again = True
        elif not item.queued:
            item.queued = True
            self._urgent.append(item)
            self._start_urgent()

    async def next_turn(self) -> None:
        """Wait until the pace allows one more call, for a check that makes several."""
        now = asyncio.get_running_loop().time()
        turn = max(self._next_slot, now)
        self._next_slot = turn + self._interval
        self.started += 1
        await asyncio.sleep(turn - now)

    def unschedule(self, item: Pollable) -> None:
        """Drop the plan for this waiter."""
        self._outdated += item.due is not None
        item.due = None

    def forget(self, item: Pollable) -> None:
        """Plan no more calls for this waiter. One that is under way ends by itself."""
        self.unschedule(item)
        item.queued = item.again = False
        if self._outdated > _KEPT_OUTDATED + len(self._heap) // 2:
            # An entry holds its waiter, with the whole result: many short runs must not wait for their entry's time.
            self._heap = [entry for entry in self._heap if entry[2].due == entry[0]]
            heapq.heapify(self._heap)
            self._outdated = 0

    async def aclose(self) -> None:
        """Forget all plans and cancel the calls that are under way."""
        if self._timer is not None:
            self._timer.cancel()
            self._timer = None
        self._heap.clear()
        self._urgent.clear()
        tasks = list(self._tasks)
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)

    def _arm(self) -> None:
        self._drop_outdated()
        if self._heap and self._paced_under_way < self._settings.paced_calls_at_once:
            when = max(self._heap[0][0], self._next_slot)
            if self._timer is not None:
                if self._timer.when() <= when:
                    return  # ringing early is harmless: it looks again
                self._timer.cancel()
            self._timer = asyncio.get_running_loop().call_at(when, self._tick)

    def _drop_outdated(self) -> None:
        # Plans are replaced by pushing a new entry; the old one is recognised here by its time.
        while self._heap and self._heap[0][2].due != self._heap[0][0]:
            heapq.heappop(self._heap)
            self._outdated = max(0, self._outdated - 1)

    def _tick(self) -> None:
        self._timer = None
        now = asyncio.get_running_loop().time()
        self._drop_outdated()
        room = self._paced_under_way < self._settings.paced_calls_at_once
        if self._heap and self._heap[0][0] <= now and room:
            item = heapq.heappop(self._heap)[2]
            item.due = None
            # While a call is under way, its answer plans the next one.
            if not item.under_way:
                # From now, not from the slot: after a busy moment of the loop the pace must not be caught up on.
                self._next_slot = now + self._interval
                self._start(item, paced=True)
        self._arm()

    def _start_urgent(self) -> None:
        now = asyncio.get_running_loop().time()
        while self._urgent and self._urgent_under_way < self._settings.urgent_calls_at_once:
            item = self._urgent.popleft()
            if item.queued:
                hold_up = now + self._settings.urgent_hold_up_seconds
                self._next_slot = min(max(self._next_slot, now) + self._interval, hold_up)
                self._start(item, paced=False)

    def _start(self, item: Pollable, *, paced: bool) -> None:
        self.unschedule(item)
        item.under_way = True
        item.queued = item.again = False
        self.started += 1
        self._paced_under_way += paced
        self._urgent_under_way += not paced
        task = asyncio.get_running_loop().create_task(self._run(item, paced))
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    async def _run(self, item: Pollable, paced: bool) -> None:
        try:
            await self._check(item, paced)
        except Exception:
            # The check digests every failure of a call; whatever still gets here must not end the other waiters.
            _logger.exception("A Detail check failed unexpectedly.")
        finally:
            item.under_way = False
            self._paced_under_way -= paced
            self._urgent_under_way -= not paced
            self._arm()
            self._start_urgent()
        if item.again:
            self.urgent(item)
