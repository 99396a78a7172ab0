"""Lines in a task's log that say how far a job is, while the task waits inline or is deferred.

The stages of a job are told as they come, each once. What happens within one (percent, steps, words) is told at most
every few seconds, however many frames the service sends, and nothing of it is kept.
"""

from __future__ import annotations

import math
import time
from contextvars import copy_context
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

__all__ = ["PROGRESS_SECONDS", "ProgressLines"]

#: At most one line in so many seconds, beside the one for each stage.
PROGRESS_SECONDS: Final = 5.0

_STAGES: Final = {
    "task_queue": "queued",
    "task_accept": "accepted",
    "task_preprocess_start": "preparing",
    "task_assign": "assigned to a worker",
    "task_start": "running",
    "task_postprocess_start": "saving its outputs",
    "agent_queue": "queued",
    "agent_start": "working",
}
_OUTPUTS: Final = ("task_output", "agent_output")


class ProgressLines:
    """Turns the frames of one job into lines; give it to a wait as `on_frame`.

    Args:
        say: Writes a line, such as `self.log.info`.
        subject: The job at the beginning of a line, such as `Wiro task 7`.
        clock: Seconds that only move forward.
    """

    def __init__(self, say: Callable[..., object], subject: str, clock: Callable[[], float] = time.monotonic) -> None:
        self._say = say
        self._subject = subject
        self._clock = clock
        self._told: set[str] = set()
        self._next_at = float("-inf")
        # Frames come in the context of whoever opened the socket that all waiters share, and Airflow decides by the
        # context whose log a line is for.
        self._context = copy_context()

    def __call__(self, frame: Mapping[str, Any]) -> None:
        """Take a decoded frame of the job. Whatever it says, nothing raises; mostly it is ignored."""
        kind = frame.get("type")
        stage = _STAGES.get(kind) if isinstance(kind, str) else None
        if stage is not None:
            self._tell_once(stage)
        elif kind in _OUTPUTS and (now := self._clock()) >= self._next_at:
            words = _progress_words(frame.get("message"))
            if words:
                self._next_at = now + PROGRESS_SECONDS
                self._tell(words)

    def _tell_once(self, stage: str) -> None:
        if stage not in self._told:
            self._told.add(stage)
            self._tell(stage)

    def _tell(self, words: str) -> None:
        self._context.run(self._say, "%s: %s.", self._subject, words)


def _progress_words(message: Any) -> str:
    """Say what a progress object tells; empty if it tells nothing."""
    if not isinstance(message, dict):
        return ""
    parts = []
    task = message.get("task")
    if message.get("isThinking") is True:
        parts.append("thinking")
    elif isinstance(task, str) and task.strip():
        parts.append(task.strip().lower()[:40])
    percent, current, total = (_number(message.get(name)) for name in ("percentage", "stepCurrent", "stepTotal"))
    if percent is not None:
        parts.append(f"{percent:.0f} %")
    if current is not None and total is not None:
        parts.append(f"step {current:.0f} of {total:.0f}")
    remaining = message.get("remainingTime")
    if isinstance(remaining, str) and remaining.strip():
        parts.append(f"{remaining.strip()[:20]} left")
    if words := _word_count(message):
        parts.append(f"{words} words so far")
    return ", ".join(parts)


def _word_count(message: Mapping[str, Any]) -> int:
    count, raw = message.get("wordCount"), message.get("raw")
    if isinstance(count, int) and not isinstance(count, bool):
        return count
    return len(raw.split()) if isinstance(raw, str) else 0


def _number(value: Any) -> float | None:
    if isinstance(value, bool) or not isinstance(value, (str, int, float)):
        return None
    try:
        number = float(value)
    except ValueError:
        return None
    return number if math.isfinite(number) else None
