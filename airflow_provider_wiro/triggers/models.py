"""The trigger that waits for a model's run while its Airflow task is deferred."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, Any

from airflow_provider_wiro.hooks.wiro import WiroHook
from airflow_provider_wiro.progress import ProgressLines
from airflow_provider_wiro.results import summary_of
from airflow_provider_wiro.triggers._base import KWARGS_VERSION, PaidJobTrigger

if TYPE_CHECKING:
    from wiro import AsyncWiro

__all__ = ["WiroTaskTrigger"]


class WiroTaskTrigger(PaidJobTrigger):
    """Waits for one Wiro task and yields exactly one event (see `airflow_provider_wiro.events`).

    The socket token is read from Wiro by task id: what lies in Airflow's database holds nothing secret.

    Args:
        wiro_task_id: Id of the Wiro task.
        model: `owner/model`, for messages.
        deadline: When the trigger stops the remote task, seconds since the epoch.
        wiro_conn_id: Connection id.
        version: Version of these arguments.
        not_before: When the event may come at the earliest, seconds since the epoch; None: see
            `airflow_provider_wiro.deferrals`.
    """

    def __init__(
        self,
        wiro_task_id: str,
        model: str,
        deadline: float,
        wiro_conn_id: str = WiroHook.default_conn_name,
        version: int = KWARGS_VERSION,
        not_before: float | None = None,
    ) -> None:
        super().__init__(deadline=deadline, wiro_conn_id=wiro_conn_id, version=version, not_before=not_before)
        # Not `task_id`: Airflow writes the id of its own task there.
        self.wiro_task_id = wiro_task_id
        self.model = model

    @property
    def _remote_id(self) -> str:
        return self.wiro_task_id

    @property
    def _subject(self) -> str:
        return f"Wiro task {self.wiro_task_id} of {self.model}"

    def _arguments(self) -> dict[str, Any]:
        return {"wiro_task_id": self.wiro_task_id, "model": self.model}

    async def _wait(self, client: AsyncWiro, timeout: float) -> dict[str, Any]:  # noqa: ASYNC109 - with its own error
        progress = ProgressLines(self.log.info, f"Wiro task {self.wiro_task_id}")
        result = await client.attach(self.wiro_task_id).wait(timeout=timeout, on_frame=progress)
        return summary_of(result, finished_at=time.time())

    async def _stop_remote(self, client: AsyncWiro) -> None:
        await client.attach(self.wiro_task_id).stop()
