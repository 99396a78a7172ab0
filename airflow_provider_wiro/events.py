"""The event that ends a deferral: a wire format, because trigger and worker may run different versions.

Each is `{"version": 1, "status": …, "remote_id": <of the Wiro task, message or agent>, …}`:

* `success` with `result`, such as `results.summary_of` makes it;
* `failed` with `message`: the model or the agent failed;
* `cancelled` with `message`: somebody stopped the remote job;
* `timeout` with `message`: the deadline passed and the trigger stopped it;
* `slot` with `deadline`, seconds since the epoch, instead of an id: nothing was submitted yet, and a task slot is free;
* `error` with `message`: the trigger cannot go on; the remote job may.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Final

from airflow_provider_wiro.results import well_formed
from wiro.errors import MessageCancelledError, MessageFailedError, RunCancelledError, RunFailedError

if TYPE_CHECKING:
    from wiro.errors import WiroError

__all__ = ["EVENT_VERSION", "checked_event", "failure_event", "slot_event", "success_event", "verdict_on"]

EVENT_VERSION: Final = 1
_FAILURES: Final = ("failed", "cancelled", "timeout", "error")
_STDERR_CHARACTERS: Final = 4000


def success_event(remote_id: str, result: Mapping[str, Any]) -> dict[str, Any]:
    """Return the event of a run that succeeded."""
    return {"version": EVENT_VERSION, "status": "success", "remote_id": remote_id, "result": dict(result)}


def failure_event(status: str, remote_id: str, message: str) -> dict[str, Any]:
    """Return the event of anything else; `status` is one of those at the top of the module."""
    return {"version": EVENT_VERSION, "status": status, "remote_id": remote_id, "message": well_formed(message)}


def slot_event(deadline: float) -> dict[str, Any]:
    """Return the event of a free task slot; the deadline is that of the try."""
    return {"version": EVENT_VERSION, "status": "slot", "deadline": deadline}


def checked_event(event: Any) -> dict[str, Any]:
    """Return an event that is known to be complete.

    Raises:
        ValueError: There is no event, or it is not one of this format. That is never a success.
    """
    if not isinstance(event, Mapping):
        raise ValueError("The trigger ended without an event, so the outcome of the run is unknown.")
    status, remote_id = event.get("status"), event.get("remote_id")
    if event.get("version") != EVENT_VERSION:
        raise ValueError(f"The trigger's event has an unknown format (version {event.get('version')!r}).")
    if status == "success" and isinstance(remote_id, str) and remote_id and isinstance(event.get("result"), Mapping):
        return dict(event)
    if status in _FAILURES and isinstance(remote_id, str) and isinstance(event.get("message"), str):
        return dict(event)
    if status == "slot" and isinstance(event.get("deadline"), (int, float)):
        return dict(event)
    raise ValueError(
        f"The trigger's event of status {status!r} is unknown or incomplete, so the outcome of the run is unknown."
    )


def verdict_on(error: WiroError) -> tuple[str, str] | None:
    """Tell whether an error says how the remote job ended; other errors only say that nobody could look.

    Returns:
        The status and the message of its event: `failed`, with what a person needs to know (exit code and the end of
        stderr), or `cancelled`. None if the error says nothing about the job.
    """
    message = well_formed(str(error))
    if isinstance(error, (RunCancelledError, MessageCancelledError)):
        return "cancelled", message
    if isinstance(error, MessageFailedError):
        return "failed", message
    if not isinstance(error, RunFailedError):
        return None
    stderr = well_formed(error.stderr.strip())
    if not stderr or stderr in message:
        return "failed", message
    return "failed", f"{message}\nThe model wrote to stderr:\n{stderr[-_STDERR_CHARACTERS:]}"
