"""Airflow 2.11: a webserver with version 1 of the REST API, and a scheduler that parses DAGs itself."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

import httpx

from demo.airflow_api import AirflowApi
from demo.stack import Stack

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

__all__ = ["Stack211"]


class _Api211(AirflowApi):
    """The same calls as version 1 of the REST API knows them."""

    _prefix = "/api/v1"
    _health_path = "/health"

    def log_in(self) -> None:
        self._client.auth = (self._credentials["username"], self._credentials["password"])

    def trigger(self, dag_id: str, conf: dict[str, Any]) -> str:
        return str(self._call("POST", f"{self._prefix}/dags/{dag_id}/dagRuns", {"conf": conf})["dag_run_id"])

    def task_log(self, dag_id: str, run_id: str, task_id: str, try_number: int = 1) -> str:
        path = f"{self._prefix}/dags/{dag_id}/dagRuns/{run_id}/taskInstances/{task_id}/logs/{try_number}"
        response = self._client.get(path, params={"full_content": "true"}, headers={"Accept": "text/plain"})
        return response.text if response.status_code == httpx.codes.OK else f"no log: {response.status_code}"

    def set_task_state(self, dag_id: str, run_id: str, task_id: str, state: str) -> None:
        path = f"{self._prefix}/dags/{dag_id}/dagRuns/{run_id}/taskInstances/{task_id}"
        self._call("PATCH", path, {"new_state": state, "dry_run": False})


class Stack211(Stack):
    """See `demo.stack.Stack`."""

    _components: ClassVar[Mapping[str, Sequence[str]]] = {"webserver": ("webserver",), "scheduler": ("scheduler",)}
    _api_class: ClassVar[type[AirflowApi]] = _Api211
    _health_names: ClassVar[Sequence[str]] = ("metadatabase", "scheduler", "triggerer")

    @property
    def environment(self) -> dict[str, str]:
        """The settings of 2.11 that have other names, beside the common ones, which it does not read."""
        return super().environment | {
            # Airflow's own tests run a LocalExecutor on SQLite with this; nothing here needs another database.
            "_AIRFLOW__SKIP_DATABASE_EXECUTOR_COMPATIBILITY_CHECK": "1",
            "AIRFLOW__API__AUTH_BACKENDS": "airflow.providers.fab.auth_manager.api.auth.backend.basic_auth",
            "AIRFLOW__SCHEDULER__LOCAL_TASK_JOB_HEARTBEAT_SEC": "3",
            # One lost task is failed again by each detection until its retry runs: leave time between them.
            "AIRFLOW__SCHEDULER__SCHEDULER_ZOMBIE_TASK_THRESHOLD": "40",
            "AIRFLOW__SCHEDULER__ZOMBIE_DETECTION_INTERVAL": "20",
            "AIRFLOW__WEBSERVER__BASE_URL": self.airflow_url,
            "AIRFLOW__WEBSERVER__SECRET_KEY": self._jwt_secret,
            "AIRFLOW__WEBSERVER__WEB_SERVER_HOST": "127.0.0.1",
            "AIRFLOW__WEBSERVER__WEB_SERVER_PORT": str(self._api_port),
            "AIRFLOW__WEBSERVER__WORKERS": "1",
        }

    def clear(self, dag_id: str, task_id: str) -> None:
        """Clear all instances of a task, also running ones.

        The REST API of 2.11.2 forgets to save the new state of a running one, which only goes on then.
        """
        self._run_command("clear", ["tasks", "clear", dag_id, "--task-regex", f"^{task_id}$", "--yes"])

    def _prepare_database(self) -> None:
        super()._prepare_database()
        user = ["--username", self.username, "--password", self.password, "--role", "Admin"]
        person = ["--firstname", "Chaos", "--lastname", "Test", "--email", "chaos@example.com"]
        self._run_command("users-create", ["users", "create", *user, *person])
