"""One waiter of the hub: what it waits for, and how its waiting ends."""

from __future__ import annotations

import asyncio
import logging
import math
from typing import TYPE_CHECKING, Any, Generic, TypeAlias, TypeVar

from wiro._hub_failures import FailedPolls
from wiro._hub_polling import Pollable
from wiro._jobs import JobOutcome
from wiro.errors import InvalidArgumentError, NotFoundError, WaitTimeoutError, WiroError

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Mapping
    from types import TracebackType
    from typing import Self

    from wiro._hub_listing import TaskListing
    from wiro._jobs import JobKind
    from wiro._wait_settings import WaitSettings
    from wiro.hub import Hub
    from wiro.protocol import AudioFrame

_Outcome = TypeVar("_Outcome", bound=JobOutcome)

__all__ = ["FrameListener", "Subscription", "checked_wait_timeout"]

_logger = logging.getLogger("wiro.hub")

#: Called with each frame of a job, on the event loop.
FrameListener: TypeAlias = "Callable[[dict[str, Any] | AudioFrame], None]"


def checked_wait_timeout(timeout: object) -> float | None:
    """Return a total waiting time in seconds, or None for no limit.

    Raises:
        InvalidArgumentError: Not a number above 0.
    """
    if timeout is None:
        return None
    if isinstance(timeout, bool) or not isinstance(timeout, int | float) or not timeout > 0:
        raise InvalidArgumentError(f"timeout is {timeout!r}; accepted: seconds above 0, or None to wait without limit.")
    return None if math.isinf(timeout) else float(timeout)


class Subscription(Pollable, Generic[_Outcome]):
    """One waiter for one job. Made by `Hub.subscribe`; close it, or use it as a context manager."""

    __slots__ = (
        "_closed",
        "_error",
        "_failed",
        "_fetch_detail",
        "_hub",
        "_on_frame",
        "_settled",
        "confirmed",
        "failures",
        "gap_closed",
        "interval",
        "job_id",
        "kind",
        "lifecycle",
        "listed",
        "listing",
        "not_found",
        "polls",
        "token",
    )

    def __init__(
        self,
        hub: Hub,
        kind: JobKind[_Outcome],
        fetch_detail: Callable[[], Awaitable[Mapping[str, Any]]],
        on_frame: FrameListener | None,
        listing: TaskListing | None = None,
    ) -> None:
        super().__init__()
        self.kind = kind
        self.token: str | None = None
        self.job_id: str | None = None
        self.lifecycle = kind.lifecycle(hub.settings)
        #: True while the server is known to have received the subscription on the socket that is open.
        self.confirmed = False
        #: True once that socket has told how far the job was when it was subscribed to: no Detail is needed for that.
        self.gap_closed = False
        # Counters of the polling policy, kept by the hub: safety polls made, failed calls and "not found" in a row.
        self.polls = 0
        self.failures = 0
        self.not_found = 0
        self._failed = FailedPolls(hub.settings.unreadable_answers)
        #: Seconds between the latest poll and the next.
        self.interval = 0.0
        #: Where a list names the job, if one does, and how many polls in a row it has answered.
        self.listing = listing
        self.listed = 0
        self._hub = hub
        self._fetch_detail = fetch_detail
        self._on_frame = on_frame
        self._settled = asyncio.Event()
        self._error: Exception | None = None
        self._closed = False

    @property
    def done(self) -> bool:
        """True once the outcome, or the reason why there will be none, is known."""
        return self._settled.is_set()

    async def outcome(self, timeout: float | None = None) -> _Outcome:  # noqa: ASYNC109 - part of the contract
        """Wait until the job has ended.

        Args:
            timeout: Total seconds to wait, above 0; None waits as long as the job takes.

        Returns:
            How it ended.

        Raises:
            InvalidArgumentError: ``timeout`` is not a number above 0.
            WaitTimeoutError: The time is over; the job goes on.
            NotFoundError: There is no such job.
            WiroError: Its Detail cannot be read (no access, unreadable answers), or the subscription was closed.
        """
        limit = checked_wait_timeout(timeout)
        try:
            async with asyncio.timeout(limit):
                await self._settled.wait()
        except TimeoutError:
            if not self.done:
                status = f" (last known status: {self.lifecycle.status})" if self.lifecycle.status else ""
                raise WaitTimeoutError(
                    f"{self.kind.name.capitalize()} {self.job_id or '(known by its token)'} did not end within"
                    f" {limit:g} s{status}. It goes on: attach to it again, or stop it.",
                    task_id=self.job_id,
                ) from None
        if self._error is not None:
            raise self._error
        if self.lifecycle.outcome is None:
            raise WiroError("The subscription was closed while the job was still running.")
        return self.lifecycle.outcome

    def check_now(self) -> None:
        """Ask for Detail at once, for example after a cancellation, of which the socket says nothing."""
        if not self.done:
            self._hub.check_now(self)

    def close(self) -> None:
        """Stop waiting. The job itself goes on."""
        self._closed = True
        self._hub.forget(self)
        self._settled.set()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    # What follows is for the hub.

    async def fetch_detail(self) -> Mapping[str, Any]:
        """Make the Detail call of this waiter."""
        return await self._fetch_detail()

    def answered(self) -> None:
        """Note that a Detail call succeeded."""
        self.failures = self.not_found = 0
        self._failed.answered()

    def pause_after(self, error: Exception, settings: WaitSettings) -> float | None:
        """Note that a Detail call failed, which does not affect the job itself.

        Returns:
            Seconds until the call is worth repeating, None if the failure ends the waiting.
        """
        steps = settings.socket_down_poll_seconds
        pause = steps[min(self.failures, len(steps) - 1)]
        self.failures += 1
        if isinstance(error, NotFoundError):
            self.not_found += 1
            pause = settings.not_found_recheck_seconds * self.not_found
            return pause if self.not_found <= settings.not_found_rechecks else None
        if self._failed.end_waiting(error):
            return None
        asked_for = getattr(error, "retry_after", None) or 0.0
        return max(pause, min(asked_for, settings.safety_poll_max_seconds))

    def pass_on(self, frame: dict[str, Any] | AudioFrame) -> None:
        """Give a frame to whoever wants more than the outcome."""
        if self._on_frame is None:
            return
        try:
            self._on_frame(frame)
        except Exception:
            # One listener's mistake must not cost a thousand other waiters their socket.
            _logger.exception("A listener of frames failed.")

    def settle(self, error: Exception | None = None) -> None:
        """End the waiting with the lifecycle's outcome, or with an error."""
        self._error = error
        self._settled.set()
