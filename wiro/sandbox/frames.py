"""Socket frames in the two dialects.

The documented frames carry `tasktoken`; the final one has no exit code. The newer ones carry only `id`, say `success`,
`terminal` and `exitCode`, and give a language model's text as `segments`.
"""

from collections.abc import Mapping
from typing import Any

from wiro.sandbox.dialects import newer_outputs, newer_text
from wiro.sandbox.options import Dialect
from wiro.sandbox.tasks import Task

__all__ = ["AGENT_TOKEN_REQUIRED", "WELCOME", "task_frame"]

WELCOME: Mapping[str, Any] = {"type": "connected", "version": "1.0"}
AGENT_TOKEN_REQUIRED: Mapping[str, Any] = {"type": "error", "message": "agenttoken-required", "result": False}

# In newer samples these say nothing but that they happened.
_EMPTY_IN_NEWER = frozenset({"task_error", "task_output_full", "task_error_full"})


# The documented samples of these have no message.
_WITHOUT_MESSAGE = frozenset({"task_stream_ready", "task_stream_end", "task_cost"})


def task_frame(
    task: Task, frame_type: str, message: Any, dialect: Dialect, fields: Mapping[str, Any] | None = None
) -> dict[str, Any]:
    """Build one frame of a task.

    Args:
        task: The task, in the state that the frame tells.
        frame_type: Such as `task_output`.
        message: None for stages, a string or object for output, the list of outputs at the end.
        dialect: Which documentation to follow.
        fields: What a frame has besides, such as costs.
    """
    frame: dict[str, Any] = {"type": frame_type, "id": task.id}
    if dialect == "documented":
        frame["tasktoken"] = task.token
    if frame_type not in _WITHOUT_MESSAGE:
        frame["message"] = message if dialect == "documented" else _newer(message, task, frame_type)
    frame |= {**(fields or {}), "result": True}
    if dialect == "documented":
        return frame
    if frame_type == "task_output":
        return frame
    ended = task.is_terminal
    return {
        **frame,
        "success": task.exit_code == 0 if ended else None,
        "terminal": ended,
        "exitCode": task.exit_code if ended else None,
    }


def _newer(message: Any, task: Task, frame_type: str) -> Any:
    if frame_type in _EMPTY_IN_NEWER:
        return ""
    if isinstance(message, list):
        return newer_outputs(message, task.prompt)
    if isinstance(message, Mapping) and "answer" in message:
        text = newer_text(message, task.prompt)
        # Why it ended and what it used is told at the end only, and so is the text as a whole.
        return {key: value for key, value in text.items() if key not in ("raw", "finishreason", "usage")}
    return message
