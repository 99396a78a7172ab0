"""Running operators of agents against a sandbox, as Airflow's runner would, without Airflow's database."""

from __future__ import annotations

import json
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any

from tests.support.airflow_tasks import connection_to, executed

if TYPE_CHECKING:
    import pytest

    from wiro.sandbox import Sandbox

__all__ = ["GMAIL", "connect", "context_of", "execute", "resumed", "status_of"]

GMAIL = {"gmail": {"account": "me@example.com", "apppassword": "xxxx xxxx"}}


def connect(monkeypatch: pytest.MonkeyPatch, sandbox: Sandbox) -> None:
    """Let the connection `wiro_default` lead to a sandbox."""
    monkeypatch.setenv("AIRFLOW_CONN_WIRO_DEFAULT", connection_to(sandbox))


def context_of(
    *,
    try_number: int = 1,
    retries: int = 2,
    max_tries: int = 2,
    store: dict[str, Any] | None = None,
    task_id: str = "t",
) -> dict[str, Any]:
    """Return the part of a task's context that operators use; `pushed` has the XComs, `stored` the task's states."""
    stored: dict[str, Any] = {} if store is None else store
    pushed: dict[str, Any] = {}
    accessor = SimpleNamespace(get=stored.get, set=stored.__setitem__, delete=lambda key: stored.pop(key, None))
    instance = SimpleNamespace(
        dag_id="dag",
        run_id="run",
        task_id=task_id,
        map_index=-1,
        try_number=try_number,
        max_tries=max_tries,
        task=SimpleNamespace(retries=retries),
        xcom_push=lambda key, value: pushed.__setitem__(key, json.loads(json.dumps(value))),
        xcom_pull=lambda task_ids, key, map_indexes=None: pushed.get(key),
    )
    return {"ti": instance, "task_state_store": accessor, "pushed": pushed, "stored": stored}


def execute(operator: Any, context: Any = None) -> Any:
    """Run `execute`, in a context of its own unless one is given."""
    return executed(operator, context_of() if context is None else context)


async def resumed(operator: Any, deferral: Any, context: Any) -> Any:
    """Run the trigger of a deferral and call what the operator named."""
    import asyncio

    events = [event.payload async for event in deferral.trigger.run()]
    assert len(events) == 1
    event = json.loads(json.dumps(events[0]))
    return await asyncio.to_thread(_unguarded(operator, deferral.method_name), operator, context, event)


def status_of(sandbox: Sandbox, guid: str) -> str:
    """Return an agent's status as a word."""
    agent = sandbox._world.agents.instances.find(guid)
    assert agent is not None
    return str(agent.status.name.lower())


def _unguarded(operator: Any, name: str) -> Any:
    method = getattr(type(operator), name)
    return getattr(method, "__wrapped__", method)
