"""One Task/List answer for many waiters whose polls are due together.

What it says of a task that runs is as good as a Detail. Everything else is for Task/Detail to say: how a task ended,
states that it does not name, tasks that it does not list. The documentation hardly mentions Task/List, so no waiter
depends on it alone: each asks Task/Detail itself now and then, and a service that refuses Task/List is not asked again.
"""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING, Any, Final

from attrs import field, frozen

from wiro.errors import ApiError, InvalidResponseError
from wiro.lifecycle import TASK_STATUS_ORDER, TERMINAL_STATUSES
from wiro.protocol import frame_task_id

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from wiro._hub_subscription import Subscription
    from wiro._wait_settings import WaitSettings
    from wiro.config import Config
    from wiro_client.api import AsyncApi

__all__ = ["ListedPolls", "TaskListing", "tells_enough"]

_logger = logging.getLogger("wiro.hub")

#: Rows that one answer may hold.
_PAGE_SIZE: Final = 100
_RUNNING: Final = frozenset(TASK_STATUS_ORDER) - TERMINAL_STATUSES


@frozen
class TaskListing:
    """Task/List of one workspace. Clients of the same configuration list the same tasks.

    Attributes:
        config: Whose tasks they are.
        api: Generated resources.
    """

    config: Config
    api: AsyncApi = field(eq=False, repr=False)

    async def page(self, start: int) -> list[dict[str, Any]]:
        """Return the rows from an offset on, newest first, at most 100; fewer if there are no more."""
        answer = await self.api.tasks.list(sort="id", order="DESC", start=str(start), limit=str(_PAGE_SIZE))
        rows = answer.to_dict().get("tasklist")
        return [row for row in rows if isinstance(row, dict)] if isinstance(rows, list) else []


def tells_enough(row: dict[str, Any] | None) -> bool:
    """Tell whether a row of Task/List makes a Detail needless: it is there, and says that the task just runs."""
    status = row.get("status") if row is not None else None
    return isinstance(status, str) and status in _RUNNING


class ListedPolls:
    """Finds the waiters of a hub whose polls can be answered together, and answers them.

    Args:
        settings: Intervals and limits.
        next_turn: Waits until the pace of the hub allows one more call.
    """

    def __init__(self, settings: WaitSettings, next_turn: Callable[[], Awaitable[None]]) -> None:
        self._settings = settings
        self._next_turn = next_turn
        self._waiters: dict[TaskListing, set[Subscription[Any]]] = {}
        self._refused: set[TaskListing] = set()

    def add(self, subscription: Subscription[Any]) -> None:
        """Take note of a waiter."""
        if subscription.listing is not None:
            self._waiters.setdefault(subscription.listing, set()).add(subscription)

    def discard(self, subscription: Subscription[Any]) -> None:
        """Forget a waiter."""
        listing = subscription.listing
        waiters = self._waiters.get(listing) if listing is not None else None
        if listing is not None and waiters is not None:
            waiters.discard(subscription)
            if not waiters:
                del self._waiters[listing]
                self._refused.discard(listing)

    def due_with(self, subscription: Subscription[Any], now: float) -> list[Subscription[Any]]:
        """Return the waiters whose polls are due together with this one's, itself included; none if too few are."""
        listing = subscription.listing
        if listing is None or listing in self._refused or not self._may_be_listed(subscription):
            return []
        window = self._settings.list_window
        found = [
            one
            for one in self._waiters.get(listing, ())
            if one is subscription
            or (
                one.due is not None
                and one.due <= now + window * one.interval
                and not (one.under_way or one.queued)
                and self._may_be_listed(one)
            )
        ]
        return found if len(found) >= self._settings.list_from_waiters else []

    async def rows(self, listing: TaskListing, wanted: set[str]) -> dict[str, dict[str, Any]]:
        """Return the rows of the wanted tasks by their ids, as far as a few answers have them.

        Args:
            listing: Where to ask.
            wanted: Ids of the tasks.
        """
        found: dict[str, dict[str, Any]] = {}
        start, useful = 0, self._settings.list_from_waiters
        try:
            while True:
                page = await listing.page(start)
                named = {key: row for row in page if (key := frame_task_id(row)) in wanted}
                found |= named
                start += len(page)
                # Where most of a page is of no use, asking for each of the others costs no more.
                if len(page) < _PAGE_SIZE or len(named) < useful or len(wanted) - len(found) < useful:
                    return found
                await self._next_turn()
        # Whatever it is, such as a client that was closed under the call that was made for everybody: all go on.
        except Exception as error:
            if isinstance(error, (ApiError, InvalidResponseError)) and not error.retryable:
                self._refused.add(listing)
            _logger.info("Task/List failed (%s); each waiter asks Task/Detail.", type(error).__name__)
            return found

    def _may_be_listed(self, subscription: Subscription[Any]) -> bool:
        # The poll that closes the gap after subscribing is the waiter's own; so is what a frame asked for.
        return (
            subscription.job_id is not None
            and subscription.polls > 0
            and subscription.listed < self._settings.list_answers_in_a_row
            and not subscription.lifecycle.needs_detail
        )
