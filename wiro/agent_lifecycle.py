"""The state machines of a deployed agent and of a message to it, without I/O.

    agent      6 setup required → 0 stopped → 2 queued → 3 starting → 4 running → 1 stopping → 0
               3, 4 → 5 error → 2          2 → 0 (stopped while it waits)          1 → 2 (restart with new settings)
    message    agent_queue → agent_start → agent_output* → agent_end | agent_error        (terminal)
               any of the first three → agent_cancel                                      (terminal)

This module is the only place that knows which statuses of a message are terminal, in which ones it can be cancelled,
and from which statuses an agent may be started or stopped. Feed `MessageLifecycle` the frames of the agent socket and
the rows of Message/Detail in any order, as often as they come; it answers "waiting" or one outcome, and never raises on
what a server sends. A message that is cancelled while it is queued ends without any frame: only Message/Detail tells.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from enum import IntEnum
from typing import Any, Literal

from attrs import field, frozen

__all__ = [
    "AGENT_TRANSITIONS",
    "MESSAGE_CANCELLABLE_STATUSES",
    "MESSAGE_STATUS_ORDER",
    "MESSAGE_TERMINAL_STATUSES",
    "MESSAGE_TRANSITIONS",
    "RESTARTED_STATUSES",
    "STARTABLE_STATUSES",
    "STOPPABLE_STATUSES",
    "AgentStatus",
    "MessageLifecycle",
    "MessageOutcome",
    "is_terminal_agent_frame",
    "parse_agent_status",
]


class AgentStatus(IntEnum):
    """The documented states of a deployed agent."""

    STOPPED = 0
    STOPPING = 1
    QUEUED = 2
    STARTING = 3
    RUNNING = 4
    ERROR = 5
    SETUP_REQUIRED = 6


#: Where UserAgent/Start is accepted.
STARTABLE_STATUSES: frozenset[AgentStatus] = frozenset({AgentStatus.STOPPED, AgentStatus.ERROR})

#: Where UserAgent/Stop is accepted: a queued agent stops at once, the others by way of `STOPPING`.
STOPPABLE_STATUSES: frozenset[AgentStatus] = frozenset({AgentStatus.QUEUED, AgentStatus.STARTING, AgentStatus.RUNNING})

#: Where new settings make the agent stop and start again (`restartafter`).
RESTARTED_STATUSES: frozenset[AgentStatus] = frozenset({AgentStatus.STARTING, AgentStatus.RUNNING})

#: What may follow each state. Anything may become `SETUP_REQUIRED` only while no container runs.
AGENT_TRANSITIONS: Mapping[AgentStatus, frozenset[AgentStatus]] = {
    AgentStatus.STOPPED: frozenset({AgentStatus.QUEUED, AgentStatus.SETUP_REQUIRED}),
    AgentStatus.STOPPING: frozenset({AgentStatus.STOPPED, AgentStatus.QUEUED, AgentStatus.SETUP_REQUIRED}),
    AgentStatus.QUEUED: frozenset({AgentStatus.STOPPED, AgentStatus.STARTING, AgentStatus.SETUP_REQUIRED}),
    AgentStatus.STARTING: frozenset({AgentStatus.RUNNING, AgentStatus.STOPPING, AgentStatus.ERROR}),
    AgentStatus.RUNNING: frozenset({AgentStatus.STOPPING, AgentStatus.ERROR}),
    AgentStatus.ERROR: frozenset({AgentStatus.QUEUED, AgentStatus.STOPPED, AgentStatus.SETUP_REQUIRED}),
    AgentStatus.SETUP_REQUIRED: frozenset({AgentStatus.STOPPED}),
}

#: The statuses of a message that is not done, in the order in which it passes them.
MESSAGE_STATUS_ORDER: tuple[str, ...] = ("agent_queue", "agent_start", "agent_output")

#: After these nothing more happens to a message.
MESSAGE_TERMINAL_STATUSES: frozenset[str] = frozenset({"agent_end", "agent_error", "agent_cancel"})

#: Where Message/Cancel is accepted.
MESSAGE_CANCELLABLE_STATUSES: frozenset[str] = frozenset(MESSAGE_STATUS_ORDER)

#: What may follow each status of a message. A queued one can fail at once: its agent may have gone meanwhile.
MESSAGE_TRANSITIONS: Mapping[str, frozenset[str]] = {
    "agent_queue": frozenset({"agent_start", "agent_error", "agent_cancel"}),
    "agent_start": frozenset({"agent_output"}) | MESSAGE_TERMINAL_STATUSES,
    "agent_output": frozenset({"agent_output"}) | MESSAGE_TERMINAL_STATUSES,
    **{status: frozenset() for status in MESSAGE_TERMINAL_STATUSES},
}

_RANK = {status: rank for rank, status in enumerate(MESSAGE_STATUS_ORDER)}
_THOUGHTS = re.compile(r"<think>.*?(?:</think>|\Z)", re.DOTALL)


def parse_agent_status(value: object) -> AgentStatus | None:
    """Read the status of an agent as the server writes it, ``4`` or ``"4"``; None for anything else."""
    if isinstance(value, str) and len(value) == 1 and value.isascii() and value.isdigit():
        value = int(value)
    if isinstance(value, int) and not isinstance(value, bool) and value in set(AgentStatus):
        return AgentStatus(value)
    return None


def is_terminal_agent_frame(frame: Mapping[str, Any]) -> bool:
    """Tell whether a frame says that its message is over: a final event, or a snapshot of a finished message."""
    kind = frame.get("status") if frame.get("type") == "agent_subscribed" else frame.get("type")
    return isinstance(kind, str) and kind in MESSAGE_TERMINAL_STATUSES


@frozen(slots=True)
class MessageOutcome:
    """How a message ended.

    Attributes:
        kind: ``"succeeded"`` only for ``agent_end``.
        status: the status that decided, e.g. ``"agent_end"``.
        text: what the agent answered, without its thoughts; on failure as far as it came, often empty.
        thinking: its thoughts, if the server told them.
        detail: the Message/Detail row that decided, or what the last frame told of it (see ``from_frame``).
        message: one sentence for people; empty on success.
        from_frame: True if ``detail`` was made from a socket frame. After a failure the socket gives a general sentence
            only, while the row has the reason.
    """

    kind: Literal["succeeded", "failed", "cancelled"]
    status: str
    text: str = ""
    thinking: tuple[str, ...] = ()
    # The row holds the token and the conversation: neither belongs in a log line.
    detail: dict[str, Any] = field(factory=dict, repr=False)
    message: str = ""
    from_frame: bool = False


class MessageLifecycle:
    """Follows one message from what the socket and Message/Detail say about it.

    ``now`` is any clock that only moves forward, in seconds; the machine never reads a clock itself.

    Args:
        lag_seconds: when an answer of Message/Detail lags behind the last frame, it is read again after so long,
            doubling.
        lag_max_seconds: and no later than after so long.
    """

    __slots__ = (
        "_awaiting_detail",
        "_end_seen",
        "_lag",
        "_lag_max",
        "_lag_reads",
        "_next_check_at",
        "_outcome",
        "_status",
        "_text",
    )

    def __init__(self, *, lag_seconds: float = 0.25, lag_max_seconds: float = 30.0) -> None:
        self._lag = lag_seconds
        self._lag_max = lag_max_seconds
        self._status: str | None = None
        self._outcome: MessageOutcome | None = None
        self._text = ""
        self._awaiting_detail = False
        self._end_seen = False
        self._lag_reads = 0
        self._next_check_at: float | None = None

    @property
    def status(self) -> str | None:
        """The latest known status; None before anything was heard. Unknown values of Detail are kept as sent."""
        return self._status

    @property
    def text(self) -> str:
        """The answer so far, without thoughts. Each report replaces the one before."""
        return self._text if self._outcome is None else self._outcome.text

    @property
    def outcome(self) -> MessageOutcome | None:
        """How the message ended; None while it has not. Never changes once set."""
        return self._outcome

    @property
    def needs_detail(self) -> bool:
        """True if a frame said something that only Message/Detail can settle, and no Detail has been fed since."""
        return self._awaiting_detail

    @property
    def next_check_at(self) -> float | None:
        """When the machine itself wants a Message/Detail, on the caller's clock; None if it can wait for events."""
        return self._next_check_at

    def feed_frame(self, frame: Mapping[str, Any], now: float) -> None:  # noqa: ARG002 - symmetric with feed_detail
        """Take a decoded socket frame of this message; unknown and malformed ones change nothing."""
        kind = frame.get("type")
        if self._outcome is not None or not isinstance(kind, str):
            return
        if kind == "agent_subscribed":
            self._feed_snapshot(frame)
        elif kind == "agent_end":
            self._feed_end(frame)
        elif kind in MESSAGE_TERMINAL_STATUSES:
            text, thinking = _texts_of(frame.get("message"))
            self._settle(kind, text, thinking, _row_from_frame(kind, frame.get("message")), from_frame=True)
        elif frame.get("terminal") is True:
            # A final frame of a kind that did not exist when this was written: Detail knows what it means.
            self._ask_detail()
        elif kind in _RANK:
            self._advance(kind)
            if kind == "agent_output":
                self._text = _texts_of(frame.get("message"))[0] or self._text

    def feed_detail(self, row: Mapping[str, Any], now: float) -> None:
        """Take a row of Message/Detail (``data``) or Message/History of this message."""
        if self._outcome is not None:
            return
        self._awaiting_detail = False
        self._next_check_at = None
        status = row.get("status")
        if not isinstance(status, str):
            self._recheck_after_lag(now)
        elif status in MESSAGE_TERMINAL_STATUSES:
            metadata = row.get("metadata")
            answered = isinstance(metadata, Mapping) and isinstance(metadata.get("answer"), list)
            text, thinking = _texts_of(metadata) if answered else ("", ())
            self._settle(status, text or _first_text(row, "response", "debugoutput"), thinking, dict(row))
        else:
            self._status = status
            self._text = _first_text(row, "debugoutput", "response") or self._text
            self._recheck_after_lag(now)

    def _feed_snapshot(self, frame: Mapping[str, Any]) -> None:
        """Take the answer to `agent_info`; of a finished message it is the last thing that comes."""
        status, text = frame.get("status"), frame.get("debugoutput")
        if not isinstance(status, str):
            return
        if status in MESSAGE_TERMINAL_STATUSES and (isinstance(text, str) or status != "agent_end"):
            spoken = text if isinstance(text, str) else ""
            self._settle(status, _without_thoughts(spoken), (), _row_from_frame(status, spoken), from_frame=True)
        elif status in _RANK:
            self._advance(status)
            self._text = (_without_thoughts(text) if isinstance(text, str) else "") or self._text
        else:
            # "unknown": mistyped, or forgotten by the socket server although the message exists.
            self._ask_detail()

    def _feed_end(self, frame: Mapping[str, Any]) -> None:
        message = frame.get("message")
        if isinstance(message, Mapping | str) and frame.get("result") is not False:
            text, thinking = _texts_of(message)
            self._settle("agent_end", text, thinking, _row_from_frame("agent_end", message), from_frame=True)
        else:
            # Without a text, or with a contradiction, only the row knows what was answered.
            self._ask_detail()

    def _advance(self, status: str) -> None:
        """Move forward; frames may come late or twice, so they never move the status back."""
        if _RANK[status] >= _RANK.get(self._status or "", -1):
            self._status = status

    def _ask_detail(self) -> None:
        self._end_seen = True
        self._awaiting_detail = True

    def _recheck_after_lag(self, now: float) -> None:
        if self._end_seen:
            self._next_check_at = now + min(self._lag * 2**self._lag_reads, self._lag_max)
            # Bounded, or the power would grow without limit over a wait of days.
            self._lag_reads = min(self._lag_reads + 1, 16)

    def _settle(
        self, status: str, text: str, thinking: tuple[str, ...], row: dict[str, Any], *, from_frame: bool = False
    ) -> None:
        kind: Literal["succeeded", "failed", "cancelled"] = "succeeded"
        message = ""
        if status == "agent_cancel":
            kind, message = "cancelled", "The message was cancelled."
        elif status == "agent_error":
            kind, message = "failed", f"The agent failed: {text or 'no reason was given'}"
        self._status = status
        self._awaiting_detail = False
        self._next_check_at = None
        self._outcome = MessageOutcome(
            kind=kind,
            status=status,
            text=text,
            thinking=thinking,
            detail=row,
            message=message,
            from_frame=from_frame,
        )


def _texts_of(message: object) -> tuple[str, tuple[str, ...]]:
    """The answer and the thoughts of a progress object; a plain string is an answer."""
    if isinstance(message, str):
        return _without_thoughts(message), ()
    if not isinstance(message, Mapping):
        return "", ()
    answer, thinking, raw = message.get("answer"), message.get("thinking"), message.get("raw")
    parts = [part for part in answer if isinstance(part, str)] if isinstance(answer, list) else []
    thoughts = tuple(part for part in thinking if isinstance(part, str)) if isinstance(thinking, list) else ()
    return "\n\n".join(filter(None, parts)) or (_without_thoughts(raw) if isinstance(raw, str) else ""), thoughts


def _without_thoughts(text: str) -> str:
    return _THOUGHTS.sub("", text).strip() if "<think>" in text else text


def _first_text(row: Mapping[str, Any], *names: str) -> str:
    for name in names:
        value = row.get(name)
        if isinstance(value, str) and value:
            return _without_thoughts(value)
    return ""


def _row_from_frame(status: str, message: object) -> dict[str, Any]:
    """The part of a Message/Detail row that a final frame tells, under the names that Message/Detail uses."""
    if isinstance(message, Mapping):
        text = _texts_of(message)[0]
        row: dict[str, Any] = {"status": status, "debugoutput": text, "metadata": dict(message)}
    else:
        text = message if isinstance(message, str) else ""
        row = {"status": status, "debugoutput": text}
    if status == "agent_end":
        row["response"] = text
    return row
