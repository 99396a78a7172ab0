"""The event that ends a deferral: a wire format, because trigger and worker may run different versions.

Each is `{"version": 1, "status": …, "task_id": <of the Wiro task>, …}`:

* `success` with `result`, which is `results.summary_of`;
* `failed` with `message`: the model failed;
* `cancelled` with `message`: somebody stopped the remote task;
* `timeout` with `message`: the deadline passed and the trigger stopped it;
* `error` with `message`: the trigger cannot go on; the remote task may.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from wiro.errors import RunFailedError

__all__ = ["EVENT_VERSION", "checked_event", "failure_event", "failure_message", "success_event"]

EVENT_VERSION: Final = 1
_FAILURES: Final = ("failed", "cancelled", "timeout", "error")
_STDERR_CHARACTERS: Final = 4000


def success_event(task_id: str, result: Mapping[str, Any]) -> dict[str, Any]:
    """Return the event of a run that succeeded."""
    return {"version": EVENT_VERSION, "status": "success", "task_id": task_id, "result": dict(result)}


def failure_event(status: str, task_id: str, message: str) -> dict[str, Any]:
    """Return the event of anything else; `status` is one of those at the top of the module."""
    return {"version": EVENT_VERSION, "status": status, "task_id": task_id, "message": message}


def checked_event(event: Any) -> dict[str, Any]:
    """Return an event that is known to be complete.

    Raises:
        ValueError: There is no event, or it is not one of this format. That is never a success.
    """
    if not isinstance(event, Mapping):
        raise ValueError("The trigger ended without an event, so the outcome of the run is unknown.")
    status, task_id = event.get("status"), event.get("task_id")
    if event.get("version") != EVENT_VERSION or not isinstance(task_id, str) or not task_id:
        raise ValueError(f"The trigger's event has an unknown format (version {event.get('version')!r}).")
    if status == "success" and isinstance(event.get("result"), Mapping):
        return dict(event)
    if status in _FAILURES and isinstance(event.get("message"), str):
        return dict(event)
    raise ValueError(f"The trigger's event has the unknown status {status!r}, so the outcome of the run is unknown.")


def failure_message(error: RunFailedError) -> str:
    """Return what a person needs to know about a model that failed: exit code and the end of its stderr."""
    message, stderr = str(error), error.stderr.strip()
    if not stderr or stderr in message:
        return message
    return f"{message}\nThe model wrote to stderr:\n{stderr[-_STDERR_CHARACTERS:]}"
