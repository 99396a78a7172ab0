"""Running one operator without Airflow's runner: its context, and a connection to a sandbox."""

from __future__ import annotations

import json
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from wiro.sandbox import Sandbox

__all__ = ["connection_to", "executed", "task_context"]


def connection_to(sandbox: Sandbox, **changes: Any) -> str:
    """Return the value of an AIRFLOW_CONN_… variable, in the JSON form."""
    fields = {"conn_type": "wiro", "host": sandbox.base_url, "password": sandbox.api_key}
    return json.dumps({**fields, "extra": {"api_secret": sandbox.api_secret}, **changes})


def task_context(**changes: Any) -> dict[str, Any]:
    """Return what a first try finds; `pushed` has the XComs, `store` the task states."""
    pushed: dict[str, Any] = {}
    store: dict[str, Any] = {}
    instance = SimpleNamespace(
        dag_id="dag",
        run_id="run",
        task_id="task",
        map_index=-1,
        try_number=1,
        max_tries=0,
        task=SimpleNamespace(retries=0),
        xcom_push=lambda key, value: pushed.__setitem__(key, value),
    )
    accessor = SimpleNamespace(get=store.get, set=store.__setitem__, delete=lambda key: store.pop(key, None))
    return {"ti": instance, "task_state_store": accessor, "pushed": pushed, "store": store, **changes}


def executed(operator: Any, context: dict[str, Any] | None = None) -> Any:
    """Call `execute` as Airflow's runner does: without its guard against being called from a DAG file."""
    return type(operator).execute.__wrapped__(operator, task_context() if context is None else context)
