"""Every interval, grace and limit of waiting: `WaitSettings`."""

from __future__ import annotations

import math
from typing import Any, Final

from attrs import asdict, frozen

from wiro.errors import ConfigurationError

__all__ = ["WaitSettings"]

_ZERO_ALLOWED: Final = frozenset(
    {
        "agent_restart_grace_seconds",
        "idle_close_seconds",
        "list_answers_in_a_row",
        "not_found_rechecks",
        "poll_jitter",
        "snapshot_seconds",
        "socket_drain_seconds",
        "task_error_grace_seconds",
    }
)
_SEQUENCES: Final = frozenset({"socket_down_poll_seconds", "agent_poll_seconds", "slot_poll_seconds"})
#: Bounds other than "above 0" or "at least 0": smallest value, and what is no longer accepted.
_BOUNDS: Final = {"poll_jitter": (0.0, 1.0), "safety_poll_growth": (1.0, math.inf)}


@frozen(slots=True, kw_only=True, cache_hash=True)
class WaitSettings:
    """How results are waited for: every interval, grace and limit of the socket hub, each in seconds unless it says.

    Attributes:
        safety_poll_seconds: First look at Task/Detail though the socket is up, in case a frame was lost.
        safety_poll_growth: Each safety poll comes so many times later than the one before, at least 1.
        safety_poll_max_seconds: The safety poll grows to this interval.
        socket_down_poll_seconds: Polling intervals while the socket is down; the last one repeats.
        poll_jitter: Share by which the intervals of polls are made longer or shorter at random, 0 to below 1.
        list_from_waiters: When polls of so many waiters of one workspace are due together, Task/List answers for all.
        list_window: Share of its interval by which a poll may come earlier to be answered by Task/List with others.
        list_answers_in_a_row: So many polls of a waiter in a row may be answered by Task/List before Task/Detail is
            asked again (0 = none): the documentation hardly mentions Task/List.
        detail_calls_per_second: Limit of Task/Detail and Task/List calls that are not urgent, calls a second.
        paced_calls_at_once: How many of them may be under way at once.
        urgent_calls_at_once: How many calls for the result of a job that has just ended may be under way at once.
        urgent_hold_up_seconds: However many of these there are, the others are held up no longer than this.
        snapshot_seconds: How long the snapshot of a message may take before Message/Detail is asked instead.
        task_error_grace_seconds: How long `task_error` in Task/Detail may last before the task counts as failed
            (0 = at once). The documentation says that such a task awaits recovery.
        detail_lag_seconds: When Task/Detail does not know yet that a job has ended, it is asked again after so long,
            then after twice as long, and so on.
        detail_lag_max_seconds: These pauses grow to this one.
        not_found_rechecks: How often "no such task" is checked again before it is believed: the answer to a submission
            can be ahead of Task/Detail.
        not_found_recheck_seconds: Before the first such check; twice as long before the second, and so on.
        unreadable_answers: So many unreadable answers of Task/Detail in a row end the waiting.
        connect_timeout_seconds: Opening the socket, handshake included.
        ping_interval_seconds: How often the socket is checked for life.
        subscription_confirm_seconds: A socket that answers no ping in this time gets its subscriptions counted as made.
        reconnect_initial_seconds: Upper bound of the first, fully jittered reconnect delay.
        reconnect_max_seconds: Upper bound of every later one.
        recycle_after_subscriptions: A socket is replaced once so many of its subscriptions are over: the protocol has
            no unsubscribe.
        socket_drain_seconds: How long a replaced socket is still read for frames on their way.
        socket_close_seconds: How long the closing handshake may take.
        idle_close_seconds: How long the socket stays open with nobody waiting.
        stop_seconds: How long an interrupted wait may take to stop the remote job.
        session_end_seconds: How long the service may take, after a live session was ended, to say that it is over.
        session_leave_seconds: How long leaving a session may take in all, with the run to be stopped if need be.
        agent_poll_seconds: Intervals at which the states of agents are asked for while somebody waits for one; the
            last one repeats. One poller asks for all waiters.
        agent_poll_gap_seconds: Many who begin to wait for agents one after the other cause no more than one request in
            so long.
        agent_restart_grace_seconds: How long an agent that was seen stopping may be stopped before that counts as its
            end: one that restarts passes through it.
        slot_poll_seconds: Intervals at which Task/List is asked while somebody waits for a free task slot; the last one
            repeats, and what happens begins anew. The ends of tasks are heard on the socket besides.
        slot_reservation_seconds: How long a slot counts as taken after a waiter was let through, though no task is
            seen to take it; doubled each time that it was in vain, up to ``slot_probe_seconds``.
        slot_probe_seconds: After so long without a free slot in sight one waiter is let through nevertheless: limits
            grow with the balance.
        event_buffer_size: Events kept for a consumer that is slower than the server; cumulative ones replace each
            other.
        max_frame_bytes: Largest frame accepted, in bytes; whole language-model answers arrive in one.
    """

    safety_poll_seconds: float = 60.0
    safety_poll_growth: float = 2.0
    safety_poll_max_seconds: float = 300.0
    socket_down_poll_seconds: tuple[float, ...] = (2.0, 5.0, 10.0)
    poll_jitter: float = 0.1
    list_from_waiters: int = 4
    list_window: float = 0.2
    list_answers_in_a_row: int = 5
    detail_calls_per_second: float = 50.0
    paced_calls_at_once: int = 16
    urgent_calls_at_once: int = 32
    urgent_hold_up_seconds: float = 1.0
    snapshot_seconds: float = 1.0
    task_error_grace_seconds: float = 120.0
    detail_lag_seconds: float = 0.25
    detail_lag_max_seconds: float = 30.0
    not_found_rechecks: int = 2
    not_found_recheck_seconds: float = 1.0
    unreadable_answers: int = 5
    connect_timeout_seconds: float = 10.0
    ping_interval_seconds: float = 20.0
    subscription_confirm_seconds: float = 5.0
    reconnect_initial_seconds: float = 0.5
    reconnect_max_seconds: float = 30.0
    recycle_after_subscriptions: int = 2000
    socket_drain_seconds: float = 1.0
    socket_close_seconds: float = 1.0
    idle_close_seconds: float = 5.0
    stop_seconds: float = 4.0
    session_end_seconds: float = 10.0
    session_leave_seconds: float = 14.0
    agent_poll_seconds: tuple[float, ...] = (0.5, 1.0, 2.0, 5.0)
    agent_poll_gap_seconds: float = 0.2
    agent_restart_grace_seconds: float = 10.0
    slot_poll_seconds: tuple[float, ...] = (1.0, 2.0, 5.0, 15.0, 30.0)
    slot_reservation_seconds: float = 5.0
    slot_probe_seconds: float = 60.0
    event_buffer_size: int = 1000
    max_frame_bytes: int = 32 * 1024 * 1024

    def __attrs_post_init__(self) -> None:
        """Refuse a setting that would never fire, or always."""
        for name, value in asdict(self, recurse=False).items():
            numbers = value if name in _SEQUENCES and isinstance(value, tuple) else (value,)
            known = bool(numbers) and all(map(_is_number, numbers))
            if name in _BOUNDS:
                smallest, end = _BOUNDS[name]
                good = known and smallest <= value < end
                accepted = f"a number of at least {smallest:g}" + (f" and below {end:g}" if end < math.inf else "")
            elif name in _ZERO_ALLOWED:
                good, accepted = known and min(numbers) >= 0, "a finite number of at least 0"
            else:
                good = known and min(numbers) > 0
                accepted = "a tuple of finite numbers above 0" if name in _SEQUENCES else "a finite number above 0"
            if not good:
                raise ConfigurationError(f"WaitSettings.{name} is {value!r}; accepted: {accepted}.")


def _is_number(value: Any) -> bool:
    return isinstance(value, (int, float)) and not isinstance(value, bool) and math.isfinite(value)
