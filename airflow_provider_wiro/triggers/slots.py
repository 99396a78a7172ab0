"""The trigger that waits for a free task slot while its Airflow task is deferred (code 96)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

from airflow_provider_wiro.events import slot_event
from airflow_provider_wiro.hooks.wiro import WiroHook
from airflow_provider_wiro.triggers._base import KWARGS_VERSION, PaidJobTrigger

if TYPE_CHECKING:
    from wiro import AsyncWiro

__all__ = ["WiroSlotTrigger"]


class WiroSlotTrigger(PaidJobTrigger):
    """Waits until it is worth submitting again, and yields exactly one event (see `airflow_provider_wiro.events`).

    It submits nothing: a trigger that is started again elsewhere would pay a second time. All that wait in a triggerer
    with one connection share one look at the running tasks, and each slot that becomes free lets one of them go on, so
    a hundred mapped tasks do not come back at once.

    Args:
        deadline: When the try of the task ends, seconds since the epoch.
        limit: How many tasks may run at once, by the words of the refusal; None if they did not say.
        wiro_conn_id: Connection id.
        version: Version of these arguments.
        not_before: When the event may come at the earliest, seconds since the epoch; None: see
            `airflow_provider_wiro.deferrals`.
    """

    _stops_remote: ClassVar[bool] = False

    def __init__(
        self,
        deadline: float,
        limit: int | None = None,
        wiro_conn_id: str = WiroHook.default_conn_name,
        version: int = KWARGS_VERSION,
        not_before: float | None = None,
    ) -> None:
        super().__init__(deadline=deadline, wiro_conn_id=wiro_conn_id, version=version, not_before=not_before)
        self.limit = limit

    @property
    def _remote_id(self) -> str:
        return ""

    @property
    def _subject(self) -> str:
        return "a task slot of Wiro"

    def _arguments(self) -> dict[str, Any]:
        return {"limit": self.limit}

    async def _wait(self, client: AsyncWiro, timeout: float) -> dict[str, Any]:  # noqa: ASYNC109 - with its own error
        await client.tasks.wait_for_slot(timeout, limit=self.limit)
        return {}

    def _success(self, result: dict[str, Any]) -> dict[str, Any]:  # noqa: ARG002
        return slot_event(self.deadline)

    async def _too_late(self, client: AsyncWiro) -> str:  # noqa: ARG002
        return "No task slot of Wiro became free in time."

    async def _stop_remote(self, client: AsyncWiro) -> None:
        """There is nothing to stop."""
