"""The state machine of a task, without I/O.

    task_queue → task_accept → [task_preprocess_start → task_preprocess_end] → task_assign → task_start
      → task_output* / task_error* → task_output_full → [task_error_full] → task_end
      → task_postprocess_start → task_postprocess_end          (terminal; the exit code decides)
    any point → task_cancel                                    (terminal; cancelled in the queue, or killed)

This module is the only place that knows which statuses are terminal, what ``pexit`` means and what ``task_error`` is:
a line of stderr on the socket, but a state in Task/Detail ("awaiting recovery or requeue") that is a failure once it
has lasted a grace period. Feed it socket frames and Task/Detail rows in any order, as often as they come; it answers
"waiting" or one outcome, and never raises on what a server sends.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any, Literal

from attrs import field, frozen

__all__ = [
    "CANCELLABLE_STATUSES",
    "TASK_STATUS_ORDER",
    "TERMINAL_STATUSES",
    "TaskLifecycle",
    "TaskOutcome",
    "is_terminal_frame",
    "parse_exit_code",
    "stderr_of",
]

#: The statuses of a task that is not cancelled, in the order in which it passes them.
TASK_STATUS_ORDER: tuple[str, ...] = (
    "task_queue",
    "task_accept",
    "task_preprocess_start",
    "task_preprocess_end",
    "task_assign",
    "task_start",
    "task_output",
    "task_output_full",
    "task_error_full",
    "task_end",
    "task_postprocess_start",
    "task_postprocess_end",
)

#: After these nothing more happens. ``task_end``, ``task_error_full`` and ``task_stream_end`` are never among them.
TERMINAL_STATUSES: frozenset[str] = frozenset({"task_postprocess_end", "task_cancel"})

#: Where Task/Cancel is accepted; in every later status only Task/Kill is.
CANCELLABLE_STATUSES: frozenset[str] = frozenset({"task_queue"})

_RANK = {status: rank for rank, status in enumerate(TASK_STATUS_ORDER)}
_INTEGER = re.compile(r"[+-]?[0-9]{1,18}", re.ASCII)
#: Characters of stderr kept from a frame: enough to explain a failure, small enough for thousands of waiters.
_STDERR_TAIL = 4000


def parse_exit_code(value: object) -> int | None:
    """Read an exit code as the server writes it: ``"0"``, ``0``; None for anything that is not an integer."""
    if isinstance(value, int) and not isinstance(value, bool):
        return value
    if isinstance(value, str) and _INTEGER.fullmatch(value.strip()):
        return int(value.strip())
    return None


def is_terminal_frame(frame: Mapping[str, Any]) -> bool:
    """Tell whether a socket frame says that its task is over, by its type or by the newer ``terminal`` flag."""
    kind = frame.get("type")
    return (isinstance(kind, str) and kind in TERMINAL_STATUSES) or frame.get("terminal") is True


def stderr_of(row: Mapping[str, Any]) -> str:
    """What the model wrote to stderr according to a Task/Detail row; empty if the row does not tell."""
    value = row.get("debugerror")
    return value if isinstance(value, str) else ""


@frozen(slots=True)
class TaskOutcome:
    """How a task ended.

    Attributes:
        kind: ``"succeeded"`` only if the task reached ``task_postprocess_end`` with exit code 0.
        status: the status that decided, e.g. ``"task_postprocess_end"``.
        exit_code: exit code of the model; None if it never ran or the server did not say.
        detail: the Task/Detail row that decided, or what the last frame told of it (see ``from_frame``).
        message: one sentence for people; empty on success.
        stderr: what the model wrote to stderr, as far as known (the tail, if it came by socket).
        from_frame: True if ``detail`` was made from a socket frame and has no cost or times.
    """

    kind: Literal["succeeded", "failed", "cancelled"]
    status: str
    exit_code: int | None = None
    # The row holds the socket token and the caller's prompt: neither belongs in a log line.
    detail: dict[str, Any] = field(factory=dict, repr=False)
    message: str = ""
    stderr: str = ""
    from_frame: bool = False


class TaskLifecycle:
    """Follows one task from what the socket and Task/Detail say about it.

    ``now`` is any clock that only moves forward, in seconds; the machine never reads a clock itself.

    Args:
        error_grace_seconds: how long Task/Detail may say ``task_error`` before the task counts as failed; 0 = at once.
        lag_seconds: when an answer of Task/Detail lags behind the last frame, it is read again after so long, doubling.
        lag_max_seconds: and no later than after so long.
    """

    __slots__ = (
        "_awaiting_detail",
        "_end_seen",
        "_error_grace",
        "_error_since",
        "_lag",
        "_lag_max",
        "_lag_reads",
        "_next_check_at",
        "_outcome",
        "_status",
        "_stderr",
    )

    def __init__(
        self, error_grace_seconds: float = 120.0, *, lag_seconds: float = 0.25, lag_max_seconds: float = 30.0
    ) -> None:
        self._error_grace = error_grace_seconds
        self._lag = lag_seconds
        self._lag_max = lag_max_seconds
        self._error_since: float | None = None
        self._status: str | None = None
        self._outcome: TaskOutcome | None = None
        self._awaiting_detail = False
        self._end_seen = False
        self._lag_reads = 0
        self._next_check_at: float | None = None
        self._stderr = ""

    @property
    def status(self) -> str | None:
        """The latest known status; None before anything was heard. Values unknown to this library are kept as sent."""
        return self._status

    @property
    def outcome(self) -> TaskOutcome | None:
        """How the task ended; None while it has not. Never changes once set."""
        return self._outcome

    @property
    def needs_detail(self) -> bool:
        """True if a frame said something that only Task/Detail can settle, and no Detail has been fed since."""
        return self._awaiting_detail

    @property
    def next_check_at(self) -> float | None:
        """When the machine itself wants a Task/Detail, on the caller's clock; None if it can wait for events."""
        return self._next_check_at

    def feed_frame(self, frame: Mapping[str, Any], now: float) -> None:  # noqa: ARG002 - symmetric with feed_detail
        """Take a decoded socket frame of this task; unknown and malformed ones change nothing."""
        if self._outcome is not None:
            return
        kind = frame.get("type")
        if not isinstance(kind, str):
            return
        if kind == "task_error_full":
            self._keep_stderr(frame.get("message"))
        if kind == "task_cancel":
            self._settle("cancelled", kind, None, _row_from_frame(frame, kind), from_frame=True)
        elif kind == "task_postprocess_end":
            self._feed_last_frame(frame)
        elif frame.get("terminal") is True:
            # A final frame of a kind that did not exist when this was written: Task/Detail knows what it means.
            self._ask_detail()
        # Frames may come late or twice, so they only ever move the status forward; Task/Detail may move it back.
        elif kind in _RANK and _RANK[kind] >= _RANK.get(self._status or "", -1):
            self._status = kind

    def feed_detail(self, row: Mapping[str, Any], now: float) -> None:
        """Take a Task/Detail row (an element of ``tasklist``) of this task."""
        if self._outcome is not None:
            return
        self._awaiting_detail = False
        self._next_check_at = None
        status = row.get("status")
        if not isinstance(status, str):
            self._recheck_after_lag(now)
            return
        self._status = status
        if status == "task_cancel":
            self._settle("cancelled", status, parse_exit_code(row.get("pexit")), dict(row))
        elif status == "task_postprocess_end":
            self._settle_by_exit_code(status, parse_exit_code(row.get("pexit")), dict(row))
        elif status == "task_error":
            self._feed_error_state(row, now)
        else:
            self._error_since = None
            self._recheck_after_lag(now)

    def _feed_last_frame(self, frame: Mapping[str, Any]) -> None:
        exit_code = _exit_code_of_frame(frame)
        success = frame.get("success")
        contradiction = isinstance(success, bool) and success is not (exit_code == 0)
        if exit_code is None or contradiction:
            # The documented final frame has no exit code (newer ones do).
            self._ask_detail()
            return
        row = _row_from_frame(frame, "task_postprocess_end")
        self._settle_by_exit_code("task_postprocess_end", exit_code, row, from_frame=True)

    def _feed_error_state(self, row: Mapping[str, Any], now: float) -> None:
        if self._error_since is None:
            self._error_since = now
        deadline = self._error_since + self._error_grace
        if now < deadline:
            self._next_check_at = deadline
            return
        message = "The task is in status task_error"
        if self._error_grace > 0:
            message += f" and did not recover within {self._error_grace:g} s"
        self._settle("failed", "task_error", parse_exit_code(row.get("pexit")), dict(row), message=message + ".")

    def _recheck_after_lag(self, now: float) -> None:
        if self._end_seen:
            self._next_check_at = now + min(self._lag * 2**self._lag_reads, self._lag_max)
            # Bounded, or the power would grow without limit over a wait of days.
            self._lag_reads = min(self._lag_reads + 1, 16)

    def _ask_detail(self) -> None:
        self._end_seen = True
        self._awaiting_detail = True

    def _keep_stderr(self, message: object) -> None:
        text = message.get("raw") if isinstance(message, Mapping) else message
        if isinstance(text, str) and text:
            self._stderr = text[-_STDERR_TAIL:]

    def _settle_by_exit_code(
        self, status: str, exit_code: int | None, row: dict[str, Any], *, from_frame: bool = False
    ) -> None:
        if exit_code == 0:
            self._settle("succeeded", status, exit_code, row, from_frame=from_frame)
            return
        if exit_code is None:
            message = f"The task ended without a readable exit code (pexit {str(row.get('pexit'))[:40]!r})."
        else:
            message = f"The model ended with exit code {exit_code}."
        self._settle("failed", status, exit_code, row, message=message, from_frame=from_frame)

    def _settle(
        self,
        kind: Literal["succeeded", "failed", "cancelled"],
        status: str,
        exit_code: int | None,
        row: dict[str, Any],
        *,
        message: str = "",
        from_frame: bool = False,
    ) -> None:
        if kind == "cancelled":
            message = "The task was cancelled or killed."
        self._status = status
        self._awaiting_detail = False
        self._next_check_at = None
        self._outcome = TaskOutcome(
            kind=kind,
            status=status,
            exit_code=exit_code,
            detail=row,
            message=message,
            stderr=stderr_of(row) or self._stderr,
            from_frame=from_frame,
        )


def _exit_code_of_frame(frame: Mapping[str, Any]) -> int | None:
    """The exit code where a final frame has one: ``exitCode`` on newer servers; some text promises ``pexit``."""
    return parse_exit_code(frame.get("exitCode", frame.get("pexit")))


def _row_from_frame(frame: Mapping[str, Any], status: str) -> dict[str, Any]:
    """The part of a Task/Detail row that a final frame tells, under the names that Task/Detail uses."""
    row: dict[str, Any] = {"status": status}
    if frame.get("id") is not None:
        row["id"] = frame["id"]
    exit_code = _exit_code_of_frame(frame)
    if exit_code is not None:
        row["pexit"] = str(exit_code)
    if isinstance(frame.get("message"), list):
        row["outputs"] = frame["message"]
    return row
