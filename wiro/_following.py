"""Following one job for a handle: any number of waiters and readers on one subscription."""

from __future__ import annotations

import asyncio
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from wiro._jobs import JobOutcome
from wiro._run_events import EventBuffer
from wiro.hub import Hub
from wiro.protocol import AudioFrame

if TYPE_CHECKING:
    from collections.abc import AsyncGenerator, Awaitable, Callable, Iterator, Mapping

    from wiro._hub_listing import TaskListing
    from wiro._hub_subscription import FrameListener
    from wiro._jobs import JobKind
    from wiro.config import Config
    from wiro.hub import Subscription

__all__ = ["Follower"]

_Outcome = TypeVar("_Outcome", bound=JobOutcome)


class Follower(Generic[_Outcome]):
    """What a handle knows of its job by following it.

    Args:
        kind: What is followed.
        config: Socket address and waiting settings.
        fetch_detail: Reads the Detail row.
        known: Returns the job's id and token as far as they are known by now.
        listing: A list that names the job; None if there is none.
    """

    def __init__(
        self,
        kind: JobKind[_Outcome],
        config: Config,
        fetch_detail: Callable[[], Awaitable[Mapping[str, Any]]],
        known: Callable[[], tuple[str | None, str | None]],
        listing: TaskListing | None = None,
    ) -> None:
        self._kind = kind
        self._config = config
        self._fetch_detail = fetch_detail
        self._known = known
        self._listing = listing
        self._followers = 0
        self._listeners: list[FrameListener] = []
        #: How the job ended; None while that is not known.
        self.outcome: _Outcome | None = None
        #: The subscription while anybody follows.
        self.subscription: Subscription[_Outcome] | None = None

    @property
    def status(self) -> str | None:
        """Latest status that was heard; None before anything was."""
        if self.outcome is not None:
            return self.outcome.status
        return self.subscription.lifecycle.status if self.subscription else None

    async def settle(
        self, limit: float | None, on_frame: Callable[[Mapping[str, Any]], object] | None = None
    ) -> _Outcome:
        """Wait for the end of the job.

        Args:
            limit: Total seconds, checked; None for no limit.
            on_frame: Called with each frame but sound, on the event loop; must be quick. Nothing is kept for it.

        Raises:
            WaitTimeoutError: The time is over; the job goes on.
            WiroError: What `Subscription.outcome` raises.
        """
        if self.outcome is None:
            with self._subscribed(None if on_frame is None else _without_sound(on_frame)) as subscription:
                return await self._settled(subscription, limit)
        return self.outcome

    async def frames(
        self, limit: float | None, last_frame: Callable[[_Outcome], dict[str, Any]]
    ) -> AsyncGenerator[dict[str, Any] | AudioFrame, None]:
        """Yield the frames of the job as they come, up to its last.

        Args:
            limit: Total seconds to follow, checked; None for no limit.
            last_frame: Makes the last frame from the outcome, where the socket did not send it.

        Raises:
            WaitTimeoutError: The time is over; the job goes on.
            WiroError: What `Subscription.outcome` raises.
        """
        buffer = EventBuffer(self._config.wait.event_buffer_size)
        with self._subscribed(buffer.put) as subscription:
            settled = asyncio.create_task(self._settled(subscription, limit))
            settled.add_done_callback(lambda _: buffer.finish())
            ended = told = False
            try:
                while not ended and (frame := await buffer.next()) is not None:
                    ended = not isinstance(frame, AudioFrame) and self._kind.is_last(frame)
                    # A snapshot says that the job has ended, not what came of it.
                    told = ended and isinstance(frame, dict) and frame.get("type") != self._kind.snapshot_frame
                    yield frame
                outcome = await settled
            finally:
                settled.cancel()
                # An error that nobody waited for, because the consumer left early, is no error.
                await asyncio.gather(settled, return_exceptions=True)
        if not told and outcome.status in self._kind.terminal_statuses:
            yield last_frame(outcome)

    def look_again(self) -> None:
        """Let waiters ask now: the socket says nothing about a job that is cancelled in the queue."""
        if self.subscription is not None:
            self.subscription.check_now()

    async def _settled(self, subscription: Subscription[_Outcome], limit: float | None) -> _Outcome:
        self.outcome = await subscription.outcome(limit)
        return self.outcome

    @contextmanager
    def _subscribed(self, listener: FrameListener | None = None) -> Iterator[Subscription[_Outcome]]:
        """Share one subscription between all that wait for this job or read its frames."""
        if self.subscription is None:
            job_id, token = self._known()
            self.subscription = Hub.current(self._config.socket_url, self._config.wait).subscribe(
                self._kind,
                token=token or None,
                job_id=job_id or None,
                fetch_detail=self._fetch_detail,
                on_frame=self._publish,
                listing=self._listing,
            )
        if listener is not None:
            self._listeners.append(listener)
        self._followers += 1
        subscription = self.subscription
        try:
            yield subscription
        finally:
            self._followers -= 1
            if listener is not None:
                self._listeners.remove(listener)
            if self._followers == 0:
                self.subscription = None
                subscription.close()

    def _publish(self, frame: dict[str, Any] | AudioFrame) -> None:
        for listener in tuple(self._listeners):
            listener(frame)


def _without_sound(listener: Callable[[Mapping[str, Any]], object]) -> FrameListener:
    def heard(frame: dict[str, Any] | AudioFrame) -> None:
        if not isinstance(frame, AudioFrame):
            listener(frame)

    return heard
