"""What Task/Detail says of a live session where the socket does not: that its run has ended."""

from __future__ import annotations

import asyncio
import contextlib
from typing import TYPE_CHECKING, Any

from wiro._hub_failures import FailedPolls
from wiro._hub_polling import next_poll_seconds
from wiro.errors import WiroError
from wiro.lifecycle import TERMINAL_STATUSES

if TYPE_CHECKING:
    from wiro._wait_settings import WaitSettings
    from wiro.runs import AsyncRun

__all__ = ["ended_before_ready", "set_within", "terminal_row"]


async def ended_before_ready(run: AsyncRun, settings: WaitSettings, ready: asyncio.Event, over: asyncio.Event) -> bool:
    """Wait for the model, and tell whether its run has ended instead.

    Args:
        run: The run of the session.
        settings: Intervals and limits.
        ready: Set once the model is ready.
        over: Set once the socket says no more.

    Raises:
        NotFoundError: There is no such run.
        WiroError: Task/Detail cannot be read.
    """
    polls, failed = 0, FailedPolls(settings.unreadable_answers)
    while not (ready.is_set() or over.is_set()):
        try:
            row = await run.refresh()
        except WiroError as error:
            if failed.end_waiting(error):
                raise
        else:
            failed.answered()
            if row.get("status") in TERMINAL_STATUSES:
                return True
        await set_within(next_poll_seconds(settings, polls, socket_tells=False), ready)
        polls += 1
    return False


async def terminal_row(run: AsyncRun, settings: WaitSettings, near: asyncio.Event) -> dict[str, Any]:
    """Ask now and then, and return the row of the run once it has ended.

    Args:
        run: The run of the session.
        settings: Intervals and limits.
        near: Set once the socket says that the end is near; from then on more often.
    """
    polls = 0
    while True:
        seconds = next_poll_seconds(settings, polls, socket_tells=not near.is_set())
        if near.is_set():
            await asyncio.sleep(seconds)
        elif await set_within(seconds, near):
            polls = 0
            continue
        polls += 1
        # The session itself needs no answer; and with a client that was closed meanwhile it can go on as well.
        with contextlib.suppress(WiroError, RuntimeError):
            row = await run.refresh()
            if row.get("status") in TERMINAL_STATUSES:
                return row


async def set_within(seconds: float, event: asyncio.Event) -> bool:
    """Wait for an event, only so long, and tell whether it was set."""
    with contextlib.suppress(TimeoutError):
        async with asyncio.timeout(seconds):
            await event.wait()
    return event.is_set()
