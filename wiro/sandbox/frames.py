"""Socket frames in the two dialects.

The documented frames carry `tasktoken`; the final one has no exit code. The newer ones carry only `id`, say `success`,
`terminal` and `exitCode`, and give a language model's text as `segments`.
"""

from collections.abc import Mapping
from typing import Any

from wiro.sandbox.options import Dialect
from wiro.sandbox.tasks import Task

__all__ = ["WELCOME", "task_frame"]

WELCOME: Mapping[str, Any] = {"type": "connected", "version": "1.0"}

# In newer samples these say nothing but that they happened.
_EMPTY_IN_NEWER = frozenset({"task_error", "task_output_full", "task_error_full"})


def task_frame(task: Task, frame_type: str, message: Any, dialect: Dialect) -> dict[str, Any]:
    """Build one frame of a task.

    Args:
        task: The task, in the state that the frame tells.
        frame_type: Such as `task_output`.
        message: None for stages, a string or object for output, the list of outputs at the end.
        dialect: Which documentation to follow.
    """
    if dialect == "documented":
        return {"type": frame_type, "id": task.id, "tasktoken": task.token, "message": message, "result": True}
    frame: dict[str, Any] = {"type": frame_type, "id": task.id, "result": True}
    frame["message"] = "" if frame_type in _EMPTY_IN_NEWER else _newer(message, task)
    if frame_type == "task_output":
        return frame
    ended = task.is_terminal
    frame["success"] = task.exit_code == 0 if ended else None
    frame["terminal"] = ended
    frame["exitCode"] = task.exit_code if ended else None
    return frame


def _newer(message: Any, task: Task) -> Any:
    if isinstance(message, list):
        return [{**item, "content": _newer(item["content"], task)} if item.get("content") else item for item in message]
    if not isinstance(message, Mapping) or "answer" not in message:
        return message
    rest = {key: value for key, value in message.items() if key not in ("raw", "thinking", "answer")}
    if "prompt" in message:
        rest["raw"] = message["raw"]
    segments = _segments(message)
    tokens = sum(len(segment["text"].split()) for segment in segments)
    words = len(str(task.record.parameters.get("prompt", "")).split())
    usage = {"input_tokens": words, "output_tokens": tokens, "total_tokens": words + tokens}
    return {**rest, "segments": segments, "finishreason": "stop", "usage": usage}


def _segments(message: Mapping[str, Any]) -> list[dict[str, str]]:
    """Return the parts in the order in which they were written: thinking[i] comes before answer[i]."""
    turns = range(max(len(message["thinking"]), len(message["answer"])))
    return [
        {"type": kind, "text": message[kind][turn]}
        for turn in turns
        for kind in ("thinking", "answer")
        if turn < len(message[kind])
    ]
