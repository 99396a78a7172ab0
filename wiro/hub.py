"""One socket for any number of waiters in an event loop.

A `Subscription` waits for one job: a task or a message to an agent. The hub subscribes it on the shared socket and asks
Task/Detail once to close the gap between submission and subscription; when the last frame leaves the exit code open
(the documented one does), it asks once more. So a run costs two REST calls however long it takes. Of a message the
socket itself says how far it is, and mostly no call is needed. Nobody hangs on a lost frame: a slow safety poll, and a
faster one while the socket is down, find out what the socket did not say.
"""

from __future__ import annotations

import asyncio
import logging
import threading
from collections import Counter
from typing import TYPE_CHECKING, Any, TypeAlias, TypeVar
from weakref import WeakKeyDictionary, WeakValueDictionary

from wiro._hub_connection import SocketKeeper
from wiro._hub_listing import ListedPolls, TaskListing, tells_enough
from wiro._hub_polling import DetailScheduler, next_poll_seconds
from wiro._hub_subscription import FrameListener, Subscription, checked_wait_timeout
from wiro._jobs import KINDS, JobKind, JobOutcome
from wiro.config import WaitSettings
from wiro.errors import InvalidArgumentError, NotFoundError
from wiro.protocol import AudioFrame, decode_frame, frame_token

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Mapping

    from wiro._hub_polling import Pollable

__all__ = ["Hub", "Subscription", "checked_wait_timeout"]

_logger = logging.getLogger("wiro.hub")

_Outcome = TypeVar("_Outcome", bound=JobOutcome)

_HubKey: TypeAlias = tuple[str, WaitSettings]

#: Hubs by event loop, then by address and settings. A loop that is gone takes its hubs along; nothing in here belongs
#: to a loop, because `dag.test()` and `asyncio.run()` make a new one for each call.
_hubs: WeakKeyDictionary[asyncio.AbstractEventLoop, WeakValueDictionary[_HubKey, Hub]] = WeakKeyDictionary()
_hubs_lock = threading.Lock()


class Hub:
    """All waiters of one event loop for one socket address. Get it with `Hub.current`."""

    def __init__(self, socket_url: str, settings: WaitSettings) -> None:
        self.settings = settings
        self._subscriptions: set[Subscription[Any]] = set()
        self._by_token: dict[str, set[Subscription[Any]]] = {}
        self._by_id: dict[str, set[Subscription[Any]]] = {}
        self._details = DetailScheduler(self._check, settings)
        self._lists = ListedPolls(settings, self._details.next_turn)
        self._socket = SocketKeeper(
            socket_url,
            settings,
            subscriptions=self._subscription_frames,
            on_message=self._receive,
            on_confirmed=self._confirmed,
            on_down=self._down,
        )
        self._idle_timer: asyncio.TimerHandle | None = None
        self._closing: asyncio.Task[None] | None = None
        #: What arrived, by kind: routed, malformed, foreign, unroutable, audio, other. For diagnosis.
        self.counts: Counter[str] = Counter()

    @classmethod
    def current(cls, socket_url: str, settings: WaitSettings | None = None) -> Hub:
        """Return the hub of the running event loop for this address and these settings.

        Args:
            socket_url: WebSocket address, such as ``wss://socket.wiro.ai/v1``.
            settings: Intervals and limits; None for the defaults.

        Raises:
            RuntimeError: No event loop is running.
        """
        loop = asyncio.get_running_loop()
        key = (socket_url, settings or WaitSettings())
        with _hubs_lock:
            hubs = _hubs.setdefault(loop, WeakValueDictionary())
            hub = hubs.get(key)
            if hub is None:
                hub = hubs[key] = cls(*key)
            return hub

    @property
    def waiting(self) -> int:
        """How many subscriptions are still waiting."""
        return len(self._subscriptions)

    @property
    def sockets_opened(self) -> int:
        """How many sockets were opened so far: one, plus one for each reconnection and each recycling."""
        return self._socket.opened

    @property
    def detail_calls(self) -> int:
        """How many Detail and list calls were started so far."""
        return self._details.started

    def subscribe(
        self,
        kind: JobKind[_Outcome],
        *,
        token: str | None = None,
        job_id: str | None = None,
        fetch_detail: Callable[[], Awaitable[Mapping[str, Any]]],
        on_frame: FrameListener | None = None,
        listing: TaskListing | None = None,
    ) -> Subscription[_Outcome]:
        """Begin to wait for a job.

        Args:
            kind: What is waited for: ``wiro._jobs.TASKS`` or ``MESSAGES``.
            token: Its token (``socketaccesstoken`` of Run, ``agenttoken`` of Message/Send); None if only the id is
                known, then Detail tells it.
            job_id: Its id; needed if there is no token, and to recognise frames that carry only the id.
            fetch_detail: Returns its Detail row, or raises `NotFoundError`.
            on_frame: Called with every frame of the job, on the event loop; must be quick. None keeps no frames.
            listing: A list that names the job: one answer for the polls of many waiters. None if there is none.

        Returns:
            The subscription, to be closed by the caller.

        Raises:
            InvalidArgumentError: Neither token nor id is given.
        """
        if not token and not job_id:
            raise InvalidArgumentError(f"A {kind.name} is found by its token or its id; neither was given.")
        subscription = Subscription(self, kind, fetch_detail, on_frame, listing)
        self._subscriptions.add(subscription)
        self._lists.add(subscription)
        if self._idle_timer is not None:
            self._idle_timer.cancel()
            self._idle_timer = None
        now = asyncio.get_running_loop().time()
        # With a token, the socket's confirmation asks for the first Detail; this one is for a socket that never opens.
        self._details.schedule(subscription, now + self._next_poll_seconds(subscription) if token else now)
        subscription.polls = 1 if token else 0
        self._learn(subscription, token or None, job_id or None)
        return subscription

    def check_now(self, subscription: Subscription[Any]) -> None:
        """Ask for the Detail of this subscription at once."""
        self._details.urgent(subscription)

    def forget(self, subscription: Subscription[Any]) -> None:
        """Drop a subscription that is settled or closed."""
        if subscription not in self._subscriptions:
            return
        self._subscriptions.discard(subscription)
        self._lists.discard(subscription)
        self._details.forget(subscription)
        _discard(self._by_id, subscription.job_id, subscription)
        if _discard(self._by_token, subscription.token, subscription):
            self._socket.release()
        if not self._subscriptions:
            self._idle_timer = asyncio.get_running_loop().call_later(self.settings.idle_close_seconds, self._idle)

    async def aclose(self) -> None:
        """Close the socket and end every waiting; the jobs themselves go on."""
        for subscription in list(self._subscriptions):
            subscription.close()
        if self._idle_timer is not None:
            self._idle_timer.cancel()
            self._idle_timer = None
        await self._details.aclose()
        await self._socket.aclose()

    def _idle(self) -> None:
        self._idle_timer = None
        if not self._subscriptions:
            self._closing = asyncio.get_running_loop().create_task(self._close_idle_socket())

    async def _close_idle_socket(self) -> None:
        await self._socket.aclose()
        if self._by_token:
            # Somebody came while it closed.
            self._socket.start()

    def _subscription_frames(self) -> dict[str, str]:
        # All subscriptions of one token are of one kind.
        return {token: next(iter(found)).kind.encode_subscription(token) for token, found in self._by_token.items()}

    def _learn(self, subscription: Subscription[Any], token: str | None, job_id: str | None) -> None:
        if subscription.job_id is None and job_id is not None:
            subscription.job_id = job_id
            self._by_id.setdefault(job_id, set()).add(subscription)
        if subscription.token is None and token is not None:
            subscription.token = token
            self._by_token.setdefault(token, set()).add(subscription)
            # Not before a token is known: for a job that has ended already, no socket is opened at all.
            self._socket.start()
            self._socket.subscribe(token, subscription.kind.encode_subscription(token))

    def _receive(self, message: str | bytes) -> None:
        frame = decode_frame(message)
        if frame is None:
            self.counts["malformed"] += 1
        elif isinstance(frame, AudioFrame):
            self.counts["audio"] += 1
            # Bare audio belongs to the only one who can have asked for it.
            token = self._socket.only_key if frame.token is None else frame.token
            for subscription in tuple(self._by_token.get(token or "", ())):
                subscription.pass_on(frame)
        else:
            self._route(frame)

    def _route(self, frame: dict[str, Any]) -> None:
        name = frame.get("type")
        kind = (
            next((one for one in KINDS if name.startswith(one.frame_prefix)), None) if isinstance(name, str) else None
        )
        if kind is None:
            # "connected", "error", and whatever the server learns to say.
            self.counts["other"] += 1
            return
        token, job_id = frame_token(frame, kind.frame_token), kind.frame_id(frame)
        found = self._by_token.get(token or "")
        if found is None and job_id is not None:
            found = {one for one in self._by_id.get(job_id, ()) if token is None or one.token is None}
        if token is None and job_id is None:
            # Not of the only waiter: the socket still carries jobs that nobody waits for any more.
            found = self._by_token.get(self._socket.only_key or "")
        found = {one for one in found or () if one.kind is kind}
        if found:
            self.counts["routed"] += 1
            for subscription in found:
                self._feed(subscription, frame)
        elif token is None and job_id is None:
            self._ask_all(kind, frame)
        else:
            self.counts["foreign"] += 1

    def _ask_all(self, kind: JobKind[Any], frame: dict[str, Any]) -> None:
        """Somebody's job ended and the frame does not say whose: ask for each, at the usual pace; never guess."""
        self.counts["unroutable"] += 1
        if kind.is_last(frame):
            for subscription in self._subscriptions:
                if subscription.kind is kind:
                    self._ask_soon(subscription)

    def _feed(self, subscription: Subscription[Any], frame: dict[str, Any]) -> None:
        asked = subscription.lifecycle.needs_detail
        subscription.lifecycle.feed_frame(frame, asyncio.get_running_loop().time())
        subscription.pass_on(frame)
        if subscription not in self._subscriptions:
            return  # its listener closed it
        if subscription.lifecycle.outcome is not None:
            self._settle(subscription)
        elif subscription.lifecycle.needs_detail and not asked:
            self._details.urgent(subscription)
        elif frame["type"] == subscription.kind.snapshot_frame:
            subscription.gap_closed = True
            self._trust_snapshot(subscription)

    def _settle(self, subscription: Subscription[Any], error: Exception | None = None) -> None:
        if not subscription.done:
            subscription.settle(error)
        self.forget(subscription)

    def _confirmed(self, tokens: list[str]) -> None:
        for token in tokens:
            for subscription in self._by_token.get(token, ()):
                if not subscription.confirmed:
                    subscription.confirmed = True
                    subscription.polls = 0
                    if subscription.gap_closed:
                        self._trust_snapshot(subscription)
                    else:
                        # The snapshot may come after the pong, which the server's socket sends by itself.
                        delay = self.settings.snapshot_seconds if subscription.kind.snapshot_frame else 0.0
                        self._ask_soon(subscription, delay)

    def _down(self) -> None:
        now = asyncio.get_running_loop().time()
        for subscription in self._subscriptions:
            subscription.gap_closed = False
            if subscription.confirmed:
                subscription.confirmed = False
                subscription.polls = 0
                self._plan(subscription, now + self._next_poll_seconds(subscription))
                subscription.polls = 1

    def _trust_snapshot(self, subscription: Subscription[Any]) -> None:
        """Leave out the Detail that would close the gap; the next one is a safety poll."""
        if subscription.confirmed and not subscription.under_way:
            now = asyncio.get_running_loop().time()
            self._details.schedule(subscription, now + self._next_poll_seconds(subscription))
            subscription.polls = 1

    def _ask_soon(self, subscription: Subscription[Any], delay: float = 0.0) -> None:
        """Let a Detail be made as soon as the pace allows, whose answer is younger than this moment."""
        if subscription.under_way:
            subscription.again = True
        else:
            self._plan(subscription, asyncio.get_running_loop().time() + delay)

    def _plan(self, subscription: Subscription[Any], due: float) -> None:
        """Let a Detail be due no later than this."""
        if subscription in self._subscriptions and (subscription.due is None or due < subscription.due):
            self._details.schedule(subscription, due)

    def _next_poll_seconds(self, subscription: Subscription[Any]) -> float:
        seconds = next_poll_seconds(self.settings, subscription.polls, socket_tells=subscription.confirmed)
        subscription.interval = seconds
        return seconds

    async def _check(self, subscription: Pollable, paced: bool) -> None:
        """Make one call, for this waiter or for many, digest the answer, and plan the next."""
        if not isinstance(subscription, Subscription) or subscription not in self._subscriptions:
            return
        due = self._lists.due_with(subscription, asyncio.get_running_loop().time()) if paced else []
        if due and subscription.listing is not None:
            await self._check_listed(subscription.listing, due)
        else:
            await self._check_alone(subscription)

    async def _check_listed(self, listing: TaskListing, due: list[Subscription[Any]]) -> None:
        """Answer the polls of many waiters together; whoever is not answered asks alone, as soon as the pace allows."""
        for subscription in due:
            self._details.unschedule(subscription)
        rows = await self._lists.rows(listing, {str(one.job_id) for one in due})
        for subscription in due:
            if subscription not in self._subscriptions or subscription.lifecycle.needs_detail:
                continue
            row = rows.get(str(subscription.job_id))
            if row is not None and tells_enough(row):
                subscription.listed += 1
                self._digest_row(subscription, row)
            else:
                subscription.listed = self.settings.list_answers_in_a_row
                # Before all others if it has ended: there are more calls to make than the pace allows at once.
                self._ask_soon(subscription, 0.0 if row is None else float("-inf"))

    async def _check_alone(self, subscription: Subscription[Any]) -> None:
        subscription.listed = 0
        try:
            row = await subscription.fetch_detail()
            if not row:
                kind = subscription.kind
                message = f"there is no such {kind.name}"
                raise NotFoundError(operation=kind.detail_operation, status_code=200, message=message)
        except Exception as error:
            self._digest_failure(subscription, error)
            return
        subscription.answered()
        self._digest_row(subscription, row)

    def _digest_row(self, subscription: Subscription[Any], row: Mapping[str, Any]) -> None:
        now = asyncio.get_running_loop().time()
        subscription.lifecycle.feed_detail(row, now)
        if subscription.lifecycle.outcome is not None:
            self._settle(subscription)
            return
        if subscription not in self._subscriptions:
            return
        kind = subscription.kind
        self._learn(subscription, frame_token(row, kind.row_token), kind.row_id(row))
        due = now + self._next_poll_seconds(subscription)
        subscription.polls += 1
        own = subscription.lifecycle.next_check_at
        self._plan(subscription, due if own is None else min(due, own))

    def _digest_failure(self, subscription: Subscription[Any], error: Exception) -> None:
        pause = subscription.pause_after(error, self.settings)
        if pause is None:
            self._settle(subscription, error)
        else:
            _logger.info("A Detail call failed (%s); asking again in %.1f s.", type(error).__name__, pause)
            self._plan(subscription, asyncio.get_running_loop().time() + pause)


def _discard(index: dict[str, set[Subscription[Any]]], key: str | None, subscription: Subscription[Any]) -> bool:
    """Take a subscription out of an index; True if it was the last one under its key."""
    entries = index.get(key) if key is not None else None
    if key is None or entries is None:
        return False
    entries.discard(subscription)
    if not entries:
        del index[key]
    return not entries
