"""What happens in a live session: sound, transcripts, turns and their cost."""

from __future__ import annotations

import math
from decimal import Decimal, InvalidOperation
from typing import TYPE_CHECKING, Any, Final, Literal, TypeAlias

from attrs import field, frozen

from wiro.protocol import AudioFrame, event_from_frame

if TYPE_CHECKING:
    from wiro.protocol import TaskEvent

__all__ = ["Audio", "Cost", "RealtimeEvent", "Transcript", "TurnEnded", "read_usd", "realtime_event"]

_SPEAKERS: Final[dict[str, Literal["user", "ai"]]] = {"TRANSCRIPT_USER:": "user", "TRANSCRIPT_AI:": "ai"}


@frozen(slots=True)
class Audio:
    """Sound of the model.

    Attributes:
        pcm: Signed 16-bit little-endian, mono, 24 kHz.
    """

    pcm: bytes = field(repr=False)


@frozen(slots=True)
class Transcript:
    """What somebody said. Speech to text sends it piece by piece: append.

    Attributes:
        speaker: ``user`` or ``ai``.
        text: What was said.
    """

    speaker: Literal["user", "ai"]
    text: str


@frozen(slots=True)
class TurnEnded:
    """The model has finished a turn, a segment or the stream."""


@frozen(slots=True)
class Cost:
    """What a turn was billed.

    Attributes:
        turn_usd: For this turn, in USD; None if the service did not say.
        total_usd: For the session so far.
        usage: Figures behind it, such as ``input_tokens``.
    """

    turn_usd: Decimal | None
    total_usd: Decimal | None
    usage: dict[str, Any] = field(factory=dict)


#: An event of a session: one of the four above, or the typed frame of the run, such as ``TaskStreamReadyFrame``.
RealtimeEvent: TypeAlias = "Audio | Transcript | TurnEnded | Cost | TaskEvent"


def realtime_event(frame: dict[str, Any] | AudioFrame) -> RealtimeEvent:
    """Turn a decoded frame of a session into an event; nothing in it raises."""
    if isinstance(frame, AudioFrame):
        return Audio(frame.audio)
    kind, message = frame.get("type"), frame.get("message")
    if kind == "task_output" and isinstance(message, str):
        for mark, speaker in _SPEAKERS.items():
            if message.startswith(mark):
                return Transcript(speaker, message.removeprefix(mark))
    if kind == "task_stream_end":
        return TurnEnded()
    if kind == "task_cost":
        usage = frame.get("usage")
        turn, total = read_usd(frame.get("turnCost")), read_usd(frame.get("cumulativeCost"))
        return Cost(turn, total, usage if isinstance(usage, dict) else {})
    return event_from_frame(frame)


def read_usd(value: object) -> Decimal | None:
    """Read an amount as the service writes it, number or text; None for anything else."""
    if isinstance(value, bool) or not isinstance(value, str | int | float):
        return None
    try:
        amount = Decimal(str(value).strip())
    except (InvalidOperation, ValueError):
        return None
    return amount if amount.is_finite() and math.isfinite(float(amount)) else None
