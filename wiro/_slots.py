"""Waiting for a free task slot after a refusal with code 96.

The balance limits how many tasks of a workspace may run at once, and nothing announces a free slot. What tells is the
end of a task that runs: it is heard on the socket, for the tasks that Task/List names and for those that callers of
this queue submit. Task/List is asked again at a slow pace for what the socket does not say. One `SlotQueue` answers for
all waiters of an event loop: each slot that is seen to become free lets one of them try, the oldest first.
"""

from __future__ import annotations

import asyncio
import heapq
import itertools
import logging
import random
import time
from functools import partial
from typing import TYPE_CHECKING, Any, Final
from weakref import WeakKeyDictionary

from attrs import define, field, frozen

from wiro._hub_subscription import checked_wait_timeout
from wiro._jobs import TASKS
from wiro.errors import ApiError, AuthenticationError, InvalidResponseError, WaitTimeoutError, WiroError
from wiro.hub import Hub
from wiro.lifecycle import TERMINAL_STATUSES, is_terminal_frame
from wiro.protocol import AudioFrame, frame_task_id

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from wiro.config import Config
    from wiro.errors import ConcurrencyLimitError
    from wiro.hub import Subscription
    from wiro.lifecycle import TaskOutcome
    from wiro.runs import AsyncRun
    from wiro_client.api import AsyncApi

__all__ = ["SlotQueue", "SlotTurn", "SlotWait", "TaskAccess"]

_logger = logging.getLogger("wiro.slots")

#: Rows that one Task/List answer may hold; no balance with a limit allows more than 25 tasks.
_PAGE_SIZE: Final = 100
_orders = itertools.count()


@frozen
class TaskAccess:
    """How the tasks of a workspace are reached.

    Attributes:
        api: Generated resources.
        handle: Makes the handle of a task from its id and token.
    """

    api: AsyncApi
    handle: Callable[[Mapping[str, str | None], str | None], AsyncRun]


@define(eq=False)
class SlotTurn:
    """The place of one caller in the queue, kept from refusal to refusal.

    Attributes:
        order: The smallest is served first.
        access: How this caller reaches the tasks; while it waits, the queue may use that for everybody.
        passed: Resolved when the caller may try; None while it does not wait.
    """

    order: int = field(factory=lambda: next(_orders))
    access: TaskAccess | None = field(default=None, repr=False)
    passed: asyncio.Future[None] | None = field(default=None, repr=False)

    @property
    def waits(self) -> bool:
        """Whether this caller is still to be let through."""
        return self.passed is not None and not self.passed.done()


#: A queue refers to nothing of its loop while nobody waits, so that a loop that is gone takes its queues along.
_queues: WeakKeyDictionary[asyncio.AbstractEventLoop, dict[Config, SlotQueue]] = WeakKeyDictionary()


class SlotQueue:
    """Lets callers try when a task slot becomes free. Get it with `SlotQueue.current`."""

    def __init__(self, config: Config) -> None:
        self._config = config
        self._settings = config.wait
        self._waiting: list[tuple[int, SlotTurn]] = []
        #: The tasks that run, as far as known, by id.
        self._watched: dict[str, Subscription[TaskOutcome]] = {}
        #: Slots that were given away: until when each counts as taken though no task was seen to take it.
        self._reserved: dict[SlotTurn, float] = {}
        #: How many of them in a row were taken by nobody who can be seen.
        self._in_vain = 0
        self._limit: int | None = None
        self._compared = False
        self._looked_at = self._quiet_since = float("-inf")
        self._looks = 0
        self._serving: asyncio.Task[None] | None = None
        self._followers: set[asyncio.Task[None]] = set()
        self._wake = asyncio.Event()
        #: Task/List calls made so far; for tests and diagnosis.
        self.requests = 0

    @classmethod
    def current(cls, config: Config) -> SlotQueue:
        """Return the queue of the running event loop for an account and its settings."""
        queues = _queues.setdefault(asyncio.get_running_loop(), {})
        if config not in queues:
            queues[config] = cls(config)
        return queues[config]

    @property
    def waiting(self) -> int:
        """How many callers wait."""
        return sum(turn.waits for _, turn in self._waiting)

    @property
    def _lender(self) -> SlotTurn | None:
        """A caller who waits."""
        return next((turn for _, turn in self._waiting if turn.waits), None)

    async def wait(
        self,
        turn: SlotTurn,
        access: TaskAccess,
        limit: int | None = None,
        timeout: float | None = None,  # noqa: ASYNC109 - has its own error
    ) -> None:
        """Wait until it is this caller's turn to try.

        Args:
            turn: The caller's place; a new one stands last.
            access: How the tasks are reached.
            limit: How many tasks may run at once, if the refusal said so.
            timeout: Longest wait in seconds, above 0; None for no limit.

        Raises:
            InvalidArgumentError: ``timeout`` is not a number above 0.
            WaitTimeoutError: The time is over.
            AuthenticationError: The key may not see its tasks.
        """
        seconds = checked_wait_timeout(timeout)
        self._limit = limit or self._limit
        turn.access = access
        turn.passed = passed = asyncio.get_running_loop().create_future()
        heapq.heappush(self._waiting, (turn.order, turn))
        if self._serving is None:
            self._serving = asyncio.get_running_loop().create_task(self._serve(), name="wiro-slots")
        self._stir()
        try:
            async with asyncio.timeout(seconds):
                await passed
        except (TimeoutError, asyncio.CancelledError) as end:
            if passed.done() and not passed.cancelled():
                # It was let through in the moment in which it left: the slot is for the next one.
                self._reserved.pop(turn, None)
                self._let_through(1)
            if isinstance(end, TimeoutError):
                raise WaitTimeoutError(f"No task slot became free within {seconds:g} s.") from None
            raise
        finally:
            turn.passed = turn.access = None
            self._wake.set()

    def submitted(self, turn: SlotTurn, task_id: str | None, token: str | None) -> None:
        """Take note of the task that a caller submitted when it was let through: its end is the next free slot."""
        self._reserved.pop(turn, None)
        self._in_vain = 0
        if self._serving is not None:
            self._watch(task_id, token)

    def _stir(self) -> None:
        """Something happened: look at the tasks sooner than the usual pace."""
        self._looks = 0
        self._wake.set()

    async def _serve(self) -> None:
        self._quiet_since = asyncio.get_running_loop().time()
        try:
            while self.waiting:
                # A caller who comes and goes must not ask more often than one who stays.
                await asyncio.sleep(
                    self._looked_at + self._settings.slot_poll_seconds[0] - asyncio.get_running_loop().time()
                )
                if self.waiting:
                    await self._look()
                await self._pause()
        finally:
            for subscription in self._watched.values():
                subscription.close()
            self._watched.clear()
            self._waiting.clear()
            self._compared = False
            # All that belongs to the loop; see `_queues`.
            self._serving = None
            self._wake = asyncio.Event()

    async def _pause(self) -> None:
        """Sleep until Task/List is due: soon after something happened, then ever more rarely."""
        steps = self._settings.slot_poll_seconds
        # Jitter, or all processes that were refused together would ask together for ever.
        jitter = 1.0 + self._settings.poll_jitter * random.uniform(-1.0, 1.0)  # noqa: S311 - no secret
        while self.waiting:
            self._wake.clear()
            try:
                async with asyncio.timeout_at(self._looked_at + steps[min(self._looks, len(steps) - 1)] * jitter):
                    await self._wake.wait()
            except TimeoutError:
                break
        self._looks += 1

    async def _look(self) -> None:
        """Ask Task/List which tasks run, and let as many callers try as there are free slots."""
        lender = self._lender
        if lender is None or lender.access is None:
            return
        self._looked_at = asyncio.get_running_loop().time()
        self.requests += 1
        try:
            answer = await lender.access.api.tasks.list(sort="id", order="DESC", start="0", limit=str(_PAGE_SIZE))
        except AuthenticationError as error:
            for _, turn in self._waiting:
                if turn.passed is not None and not turn.passed.done():
                    turn.passed.set_exception(error)
        except (WiroError, OSError) as error:
            _logger.info("The running tasks could not be listed (%s).", type(error).__name__)
            if isinstance(error, (ApiError, InvalidResponseError)) and not error.retryable:
                # The documentation hardly mentions the operation. Without it, callers try one by one.
                self._let_through(1)
        except Exception as error:
            # Its client was closed while it waits, or as it left; those of the others were not.
            if lender.passed is not None and not lender.passed.done():
                lender.passed.set_exception(error)
        else:
            rows = answer.to_dict().get("tasklist")
            self._compare([row for row in rows if isinstance(row, dict)] if isinstance(rows, list) else [])

    def _compare(self, rows: list[dict[str, Any]]) -> None:
        """Let callers through for what has changed since the last answer, and for slots that are free."""
        now = asyncio.get_running_loop().time()
        named = {key: row for row in rows if (key := frame_task_id(row))}
        running = {key for key, row in named.items() if row.get("status") not in TERMINAL_STATUSES}
        for turn in [turn for turn, until in self._reserved.items() if until <= now]:
            del self._reserved[turn]
            self._in_vain += 1
        for key in running - self._watched.keys():
            if self._compared and self._reserved:
                # Most likely the task of a caller who was let through, or of somebody who was faster.
                del self._reserved[min(self._reserved, key=self._reserved.__getitem__)]
                self._in_vain = 0
            token = named[key].get("socketaccesstoken")
            self._watch(key, token if isinstance(token, str) else None)
        self._compared = True
        for key in (named.keys() - running) & self._watched.keys():
            self._end(key)
        # There is at least one slot, whatever the limit is.
        free = (self._limit or 1) - len(self._watched) - len(self._reserved)
        if free < 1 and now - self._quiet_since >= self._settings.slot_probe_seconds:
            # A limit grows with the balance, and its slots may be held by tasks that this key does not see.
            free = 1
        self._let_through(free)

    def _let_through(self, count: int) -> None:
        """Let so many callers try, the oldest first."""
        now = asyncio.get_running_loop().time()
        # Longer each time that it was in vain: then the slots are held by tasks that this key does not see.
        reservation = self._settings.slot_reservation_seconds * 2.0 ** min(self._in_vain, 32)
        reservation = min(reservation, self._settings.slot_probe_seconds)
        while count > 0 and self._waiting:
            turn = heapq.heappop(self._waiting)[1]
            if turn.passed is not None and not turn.passed.done():
                turn.passed.set_result(None)
                self._reserved[turn] = now + reservation
                self._quiet_since = now
                count -= 1
                self._stir()

    def _watch(self, task_id: str | None, token: str | None) -> None:
        """Listen for the end of a task."""
        key, lender = task_id or token, self._lender
        if key is None or key in self._watched or lender is None or lender.access is None:
            return
        run = lender.access.handle({"task_id": task_id, "token": token}, None)
        subscription = Hub.current(self._config.socket_url, self._settings).subscribe(
            TASKS,
            token=token,
            job_id=task_id,
            fetch_detail=run.refresh,
            on_frame=partial(self._hear, key),
        )
        self._watched[key] = subscription
        follower = asyncio.get_running_loop().create_task(self._follow(key, subscription))
        self._followers.add(follower)
        follower.add_done_callback(self._followers.discard)

    def _hear(self, key: str, frame: dict[str, Any] | AudioFrame) -> None:
        # Sooner than the outcome, for which the hub may have to ask: that it has ended is enough.
        if not isinstance(frame, AudioFrame) and is_terminal_frame(frame):
            self._end(key)

    async def _follow(self, key: str, subscription: Subscription[TaskOutcome]) -> None:
        try:
            await subscription.outcome()
        except Exception:
            # It cannot be followed, or not by the client of a caller who has left: Task/List goes on telling.
            return
        if self._watched.get(key) is subscription:
            self._end(key)

    def _end(self, key: str) -> None:
        subscription = self._watched.pop(key, None)
        if subscription is not None:
            subscription.close()
            self._let_through(1)


class SlotWait:
    """Lets one submission wait after each refusal, in one place of the queue, for one total time.

    Args:
        access: How the tasks are reached.
        config: Whose tasks they are.
        timeout: Total seconds to wait, above 0.

    Raises:
        InvalidArgumentError: ``timeout`` is not a number above 0.
    """

    def __init__(self, access: TaskAccess, config: Config, timeout: float) -> None:
        self._access = access
        self._config = config
        self._seconds = checked_wait_timeout(timeout)
        self._until: float | None = None
        self._turn = SlotTurn()

    @property
    def waited(self) -> bool:
        """Whether there was a refusal."""
        return self._until is not None

    async def after(self, refusal: ConcurrencyLimitError) -> None:
        """Wait until it is worth trying again.

        Raises:
            ConcurrencyLimitError: The refusal itself, because the time is over.
        """
        now = time.monotonic()
        if self._until is None:
            self._until = now + (float("inf") if self._seconds is None else self._seconds)
        try:
            if self._until <= now:
                raise WaitTimeoutError("No task slot became free in time.")
            await SlotQueue.current(self._config).wait(
                self._turn, self._access, refusal.max_concurrent, self._until - now
            )
        except WaitTimeoutError:
            refusal.add_note(f"No slot became free for it within {self._seconds:g} s.")
            raise refusal from None

    async def submitted(self, reference: Mapping[str, str | None]) -> None:
        """Take note of the task that was submitted after waiting."""
        SlotQueue.current(self._config).submitted(self._turn, reference.get("task_id"), reference.get("token"))
