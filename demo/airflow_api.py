"""The few calls of Airflow 3's REST API that the demo and the end-to-end tests make."""

from __future__ import annotations

from typing import Any

import httpx

__all__ = ["AirflowApi"]


class AirflowApi:
    """A logged-in client of one Airflow.

    Args:
        url: The api-server's address, without a trailing slash.
        username: A user of the simple auth manager.
        password: The user's password.
    """

    #: Where the REST API begins, and where the components' health is told.
    _prefix = "/api/v2"
    _health_path = "/api/v2/monitor/health"

    def __init__(self, url: str, username: str, password: str) -> None:
        self._client = httpx.Client(base_url=url, timeout=30.0, trust_env=False)
        self._credentials = {"username": username, "password": password}

    def close(self) -> None:
        """Close the connections."""
        self._client.close()

    def health(self) -> dict[str, str | None]:
        """The status of each component (``{"scheduler": "healthy", ...}``); empty while the api-server starts."""
        try:
            response = self._client.get(self._health_path, timeout=5.0)
        except httpx.TransportError:
            return {}
        if response.status_code != httpx.codes.OK:
            return {}
        return {name: (part or {}).get("status") for name, part in response.json().items()}

    def log_in(self) -> None:
        """Fetch an access token for every later call."""
        token = self._call("POST", "/auth/token", self._credentials)["access_token"]
        self._client.headers["Authorization"] = f"Bearer {token}"

    def create_connection(self, connection: dict[str, Any]) -> None:
        """Create a connection from its documented JSON form."""
        self._call("POST", f"{self._prefix}/connections", connection)

    def dag_is_parsed(self, dag_id: str) -> bool:
        """Whether the scheduler knows the DAG already."""
        return self._client.get(f"{self._prefix}/dags/{dag_id}").status_code == httpx.codes.OK

    def import_errors(self) -> list[str]:
        """Stack traces of DAG files that could not be imported."""
        return [entry["stack_trace"] for entry in self._call("GET", f"{self._prefix}/importErrors")["import_errors"]]

    def trigger(self, dag_id: str, conf: dict[str, Any]) -> str:
        """Start a run of the DAG and return its run id."""
        body = {"conf": conf, "logical_date": None}
        return str(self._call("POST", f"{self._prefix}/dags/{dag_id}/dagRuns", body)["dag_run_id"])

    def dag_run(self, dag_id: str, run_id: str) -> dict[str, Any]:
        """One run: ``state``, ``start_date``, ``end_date``, …."""
        return self._call("GET", f"{self._prefix}/dags/{dag_id}/dagRuns/{run_id}")

    def dag_runs(self, dag_id: str) -> list[dict[str, Any]]:
        """The runs of a DAG, at most 1,000."""
        rows: list[dict[str, Any]] = self._call("GET", f"{self._prefix}/dags/{dag_id}/dagRuns?limit=1000")["dag_runs"]
        return rows

    def asset_events(self) -> list[dict[str, Any]]:
        """What happened to assets, at most 1,000 events: ``extra``, ``timestamp``, ``created_dagruns``, …."""
        rows: list[dict[str, Any]] = self._call("GET", f"{self._prefix}/assets/events?limit=1000")["asset_events"]
        return rows

    def task_instances(self, dag_id: str, run_id: str) -> dict[str, dict[str, Any]]:
        """The task instances of a run by task id (mapped ones as ``task_id[index]``)."""
        answer = self._call("GET", f"{self._prefix}/dags/{dag_id}/dagRuns/{run_id}/taskInstances?limit=1000")
        return {
            row["task_id"] if row["map_index"] < 0 else f"{row['task_id']}[{row['map_index']}]": row
            for row in answer["task_instances"]
        }

    def task_instances_of_all_dags(self) -> list[dict[str, Any]]:
        """The task instances of every run of every DAG, at most 1,000."""
        answer = self._call("GET", f"{self._prefix}/dags/~/dagRuns/~/taskInstances?limit=1000")
        rows: list[dict[str, Any]] = answer["task_instances"]
        return rows

    def xcom(
        self, dag_id: str, run_id: str, task_id: str, key: str = "return_value", *, map_index: int | None = None
    ) -> Any:
        """A value that a task pushed, decoded; None when there is none."""
        path = f"{self._prefix}/dags/{dag_id}/dagRuns/{run_id}/taskInstances/{task_id}/xcomEntries/{key}"
        mapped = {} if map_index is None else {"map_index": str(map_index)}
        response = self._client.get(path, params={"deserialize": "true", **mapped})
        if response.status_code == httpx.codes.NOT_FOUND:
            return None
        return self._checked(response)["value"]

    def task_log(self, dag_id: str, run_id: str, task_id: str, try_number: int = 1) -> str:
        """The log of one try as text."""
        path = f"{self._prefix}/dags/{dag_id}/dagRuns/{run_id}/taskInstances/{task_id}/logs/{try_number}"
        lines = self._call("GET", path)["content"]
        return "\n".join(_log_line(line) for line in lines)

    def text(self, path: str) -> str:
        """The answer to any reading request below the API's beginning, as it came."""
        response = self._client.get(f"{self._prefix}/{path}")
        response.raise_for_status()
        return response.text

    def set_task_state(self, dag_id: str, run_id: str, task_id: str, state: str) -> None:
        """Mark a task instance ``failed`` or ``success``, as a person does on the page."""
        path = f"{self._prefix}/dags/{dag_id}/dagRuns/{run_id}/taskInstances/{task_id}"
        self._call("PATCH", path, {"new_state": state})

    def set_run_state(self, dag_id: str, run_id: str, state: str) -> None:
        """Mark a DAG run ``failed`` or ``success``, as a person does on the page; its tasks are ended with it."""
        self._call("PATCH", f"{self._prefix}/dags/{dag_id}/dagRuns/{run_id}", {"state": state})

    def clear(self, dag_id: str, run_id: str, task_id: str) -> None:
        """Clear a task instance, whatever its state, as a person does on the page; the DAG run goes on."""
        self._call(
            "POST",
            f"{self._prefix}/dags/{dag_id}/clearTaskInstances",
            {
                "dry_run": False,
                "dag_run_id": run_id,
                "task_ids": [task_id],
                "only_failed": False,
                "reset_dag_runs": True,
            },
        )

    def _call(self, method: str, path: str, body: dict[str, Any] | None = None) -> dict[str, Any]:
        return self._checked(self._client.request(method, path, json=body))

    @staticmethod
    def _checked(response: httpx.Response) -> dict[str, Any]:
        if response.is_error:
            message = (
                f"Airflow answered {response.status_code} to {response.request.method} {response.request.url.path}: "
            )
            raise RuntimeError(message + response.text[:500])
        answer: dict[str, Any] = response.json()
        return answer


def _log_line(line: str | dict[str, Any]) -> str:
    """One structured log entry as a person reads it; errors with their exception's type and text."""
    if isinstance(line, str):
        return line
    errors = [f"{error.get('exc_type')}: {error.get('exc_value')}" for error in line.get("error_detail") or ()]
    return " ".join([line.get("timestamp") or "", line.get("level") or "", line.get("event") or "", *errors]).strip()
