"""The triggers of sensors: they wait like those of operators, and leave the remote job alone whatever happens."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

from airflow_provider_wiro.hooks.wiro import WiroHook
from airflow_provider_wiro.triggers._base import KWARGS_VERSION, PaidJobTrigger
from airflow_provider_wiro.triggers.messages import WiroMessageTrigger
from airflow_provider_wiro.triggers.models import WiroTaskTrigger
from wiro.errors import NotFoundError

if TYPE_CHECKING:
    from wiro.errors import WiroError

__all__ = ["WiroMessageWatchTrigger", "WiroTaskWatchTrigger"]


class WiroTaskWatchTrigger(WiroTaskTrigger):
    """Watches one Wiro task and yields exactly one event (see `airflow_provider_wiro.events`).

    Args:
        wiro_task_id: Id of the Wiro task.
        deadline: When the trigger gives up, seconds since the epoch.
        wiro_conn_id: Connection id.
        version: Version of these arguments.
        not_before: When the event may come at the earliest, seconds since the epoch; None: see
            `airflow_provider_wiro.deferrals`.
    """

    _stops_remote: ClassVar[bool] = False

    def __init__(
        self,
        wiro_task_id: str,
        deadline: float,
        wiro_conn_id: str = WiroHook.default_conn_name,
        version: int = KWARGS_VERSION,
        not_before: float | None = None,
    ) -> None:
        super().__init__(wiro_task_id, "", deadline, wiro_conn_id, version, not_before)

    def _arguments(self) -> dict[str, Any]:
        return {"wiro_task_id": self.wiro_task_id}

    @property
    def _subject(self) -> str:
        return f"Wiro task {self.wiro_task_id}"

    def _verdict(self, error: WiroError) -> tuple[str, str] | None:
        return _absence(self, error) or super()._verdict(error)


class WiroMessageWatchTrigger(WiroMessageTrigger):
    """Watches one message to an agent and yields exactly one event; for the arguments see `WiroMessageTrigger`.

    Its `deadline` is when it gives up, and the agent goes on.
    """

    _stops_remote: ClassVar[bool] = False

    def _verdict(self, error: WiroError) -> tuple[str, str] | None:
        return _absence(self, error) or super()._verdict(error)


def _absence(trigger: PaidJobTrigger, error: WiroError) -> tuple[str, str] | None:
    """Return the verdict on a job that does not exist: a sensor may have been given any id."""
    if not isinstance(error, NotFoundError):
        return None
    return "failed", f"There is no {trigger._subject}, or not with the connection {trigger.wiro_conn_id!r} ({error})."
