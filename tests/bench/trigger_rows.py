"""Put triggers into Airflow's database, and read their events: `python -m tests.bench.trigger_rows COMMAND`.

Runs in a process of its own with Airflow's environment, once a command:
    add     reads [classpath, arguments] of each trigger from stdin, a JSON line each, and defers a task instance on it
    events  writes the events of the task instances that went on, one JSON line each
"""

from __future__ import annotations

import importlib
import json
import sys
from typing import Any

from airflow.models.taskinstance import TaskInstance
from airflow.models.trigger import Trigger
from airflow.sdk.serde import deserialize
from airflow.utils.session import create_session
from sqlalchemy import select

_DAG = "bench_triggers"


def add(lines: list[str]) -> None:
    """Defer one task instance on each trigger; the others stay as they are."""
    with create_session() as session:
        query = select(TaskInstance).where(TaskInstance.dag_id == _DAG).order_by(TaskInstance.map_index)
        instances = session.scalars(query).all()
        if len(instances) < len(lines):
            raise SystemExit(f"There are {len(instances)} task instances for {len(lines)} triggers.")
        for instance, line in zip(instances, lines, strict=False):
            classpath, arguments = json.loads(line)
            module, _, name = classpath.rpartition(".")
            # Made as the operator makes it, so that what is stored is what the class itself serializes.
            row = Trigger.from_object(getattr(importlib.import_module(module), name)(**arguments))
            session.add(row)
            session.flush()
            instance.state, instance.trigger_id = "deferred", row.id
            instance.next_method, instance.next_kwargs = "execute_complete", {}


def events() -> list[dict[str, Any]]:
    """Return the events that came, and make the task instances ready for the next round."""
    found = []
    with create_session() as session:
        query = select(TaskInstance).where(TaskInstance.dag_id == _DAG, TaskInstance.next_method.is_not(None))
        for instance in session.scalars(query):
            if instance.state != "deferred":
                found.append(deserialize(instance.next_kwargs)["event"])
                instance.state = instance.next_method = instance.next_kwargs = instance.trigger_id = None
    return found


def main() -> None:
    """Carry out one command."""
    if sys.argv[1] == "add":
        add(sys.stdin.read().splitlines())
    else:
        for event in events():
            print(f"EVENT={json.dumps(event)}")


if __name__ == "__main__":
    main()
