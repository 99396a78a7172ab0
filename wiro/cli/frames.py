"""What the frames of a task say to somebody who looks on: how far it is, and the text so far."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

__all__ = ["News", "TextStream", "news_from"]

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
        thinking: A language model's thoughts so far.
        answer: Its answer so far.
    """

    label: str = ""
    percent: float | None = None
    thinking: str = ""
    answer: str = ""


def news_from(frame: Mapping[str, Any]) -> News:
    """Read a frame. Whatever it says, nothing raises."""
    message = frame.get("message")
    if frame.get("type") != "task_output" or not isinstance(message, dict):
        return News(label=_STATUS_WORDS.get(str(frame.get("type")), ""))
    thinking, answer = _texts(message, "thinking"), _texts(message, "answer")
    task = message.get("task")
    label = "thinking" if message.get("isThinking") is True else task if isinstance(task, str) else ""
    return News(label.lower(), _percent(message.get("percentage")), thinking, answer)


class TextStream:
    """Writes a text that is told as a whole again and again, each part of it once.

    Args:
        write: Writes a part.
    """

    def __init__(self, write: Callable[[str], object]) -> None:
        self._write = write
        self.text = ""

    def feed(self, text: str) -> None:
        """Take the text so far. One that does not continue what was written begins on a new line."""
        if text == self.text or (not text and self.text):
            return
        continues = text.startswith(self.text)
        self._write(text[len(self.text) :] if continues else f"\n{text}")
        self.text = text


def _texts(message: Mapping[str, Any], kind: str) -> str:
    """Return the text of one kind; newer servers send one list of segments instead of two lists."""
    parts = message.get(kind)
    segments = message.get("segments")
    if isinstance(segments, list):
        parts = [part.get("text") for part in segments if isinstance(part, dict) and part.get("type") == kind]
    if isinstance(parts, str):
        return parts
    return "\n\n".join(part for part in parts if isinstance(part, str) and part) if isinstance(parts, list) else ""


def _percent(value: object) -> float | None:
    try:
        number = float(str(value))
    except ValueError:
        return None
    return number if 0 <= number <= 100 else None
