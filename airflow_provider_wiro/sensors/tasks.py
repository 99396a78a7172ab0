"""The sensor that waits for a Wiro task which somebody else submitted."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, Any

from airflow_provider_wiro.arguments import checked_remote_id, is_rendered
from airflow_provider_wiro.results import summary_of
from airflow_provider_wiro.sensors._watching import WatchingSensor
from airflow_provider_wiro.triggers.watches import WiroTaskWatchTrigger

if TYPE_CHECKING:
    from collections.abc import Sequence

    from wiro import Wiro

__all__ = ["WiroTaskSensor"]


class WiroTaskSensor(WatchingSensor):
    """Waits until a Wiro task has succeeded, and returns its result as `WiroRunModelOperator` does.

    A task that failed or was cancelled fails the sensor with the reason, without retries. The sensor never stops the
    task. For the other arguments see `WatchingSensor`.

    Args:
        wiro_task_id: Id of the Wiro task, or the result of an operator that has it as `task_id`; templated.
        kwargs: See `WatchingSensor`.

    Raises:
        ValueError: A static argument is wrong; raised at DAG parse.
    """

    template_fields: Sequence[str] = (*WatchingSensor.template_fields, "wiro_task_id")

    def __init__(self, *, wiro_task_id: Any, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.wiro_task_id = wiro_task_id
        if is_rendered(wiro_task_id):
            self._checked_id()

    def _checked_id(self) -> str:
        return checked_remote_id("wiro_task_id", self.wiro_task_id, key="task_id")

    def _subject(self, remote_id: str) -> str:
        return f"Wiro task {remote_id}"

    def _has_news(self, client: Wiro, remote_id: str) -> bool:
        from wiro.lifecycle import TERMINAL_STATUSES

        # `task_error` may recover, and is settled by waiting for that.
        return client.attach(remote_id).refresh().get("status") in (*TERMINAL_STATUSES, "task_error")

    def _result(self, client: Wiro, remote_id: str, timeout: float) -> dict[str, Any]:
        return summary_of(client.attach(remote_id).wait(timeout=timeout), finished_at=time.time())

    def _trigger(self, remote_id: str, deadline: float) -> WiroTaskWatchTrigger:
        return WiroTaskWatchTrigger(wiro_task_id=remote_id, deadline=deadline, wiro_conn_id=self.wiro_conn_id)
