"""What the frames of a task say to somebody who looks on: how far it is, and what a language model says."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from wiro._deltas import Delta

__all__ = ["DeltaWriter", "News", "contents_of", "news_from", "words_for"]

_STATUS_WORDS: Final = {
    "task_queue": "queued",
    "task_accept": "accepted",
    "task_preprocess_start": "preparing",
    "task_preprocess_end": "prepared",
    "task_assign": "assigned",
    "task_start": "running",
    "task_output_full": "finishing",
    "task_error_full": "finishing",
    "task_end": "finishing",
    "task_postprocess_start": "finishing",
    "task_postprocess_end": "finished",
    "task_cancel": "cancelled",
}


@dataclass(frozen=True)
class News:
    """One frame for people.

    Attributes:
        label: What the task is doing; empty if the frame does not tell.
        percent: How much of it is done, 0 to 100; None if the frame does not tell.
    """

    label: str = ""
    percent: float | None = None


def words_for(status: str | None) -> str:
    """Return what a task in this status is doing; empty if nobody knows."""
    return _STATUS_WORDS.get(status or "", "")


def news_from(frame: Mapping[str, Any]) -> News:
    """Read a frame. Whatever it says, nothing raises."""
    message = frame.get("message")
    if frame.get("type") != "task_output" or not isinstance(message, dict):
        return News(label=words_for(str(frame.get("type"))))
    task = message.get("task")
    label = "thinking" if message.get("isThinking") is True else task if isinstance(task, str) else ""
    return News(label.lower(), _percent(message.get("percentage")))


def contents_of(frame: Mapping[str, Any]) -> list[Any]:
    """Return the texts so far that a frame carries, for `wiro._deltas.DeltaReader`."""
    kind, message = frame.get("type"), frame.get("message")
    if kind in ("task_output", "task_output_full"):
        return [message]
    if kind == "task_postprocess_end" and isinstance(message, list):
        return [item.get("content") for item in message if isinstance(item, dict)]
    return []


class DeltaWriter:
    """Writes the pieces of one kind of text, stretches separated by an empty line.

    Args:
        write: Writes a part.
    """

    def __init__(self, write: Callable[[str], object]) -> None:
        self._write = write
        self._part: int | None = None

    @property
    def begun(self) -> bool:
        """Whether anything was written."""
        return self._part is not None

    def feed(self, delta: Delta) -> None:
        """Write a piece. One that revises what was written begins on a new line."""
        separator = "" if self._part is None else "\n\n" if delta.part != self._part else "\n" * delta.replaces
        self._write(separator + delta.text)
        self._part = delta.part


def _percent(value: object) -> float | None:
    try:
        number = float(str(value))
    except ValueError:
        return None
    return number if 0 <= number <= 100 else None
