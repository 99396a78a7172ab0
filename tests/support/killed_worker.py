"""Kill workers of a real Airflow with -9 and let it try again: `python -m tests.support.killed_worker DAGS REPORT`.

Each DAG of `tests/integration/airflow/dags/killed.py` runs in a forked process that kills itself at the moment its name
tells. Then this process does what a scheduler does about a vanished worker, and runs the next try. The stores are the
real ones of the installed Airflow version, in its database.
"""

from __future__ import annotations

import json
import os
import signal
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

from airflow import __version__ as airflow_version
from airflow.models.dagbag import DagBag
from airflow.models.taskinstance import TaskInstance, clear_task_instances
from airflow.utils.session import create_session
from sqlalchemy import select

from airflow_provider_wiro.submissions import Submission

if TYPE_CHECKING:
    from collections.abc import Callable

_AIRFLOW_2 = airflow_version.startswith("2.")
_TASK = "write"


def _die(*_: Any, **__: Any) -> None:
    os.kill(os.getpid(), signal.SIGKILL)


def _then_die(original: Callable[..., Any]) -> Callable[..., Any]:
    def replacement(*args: Any, **kwargs: Any) -> None:
        original(*args, **kwargs)
        _die()

    return replacement


_MOMENTS: dict[str, tuple[str, Callable[..., Any]]] = {
    "before_id": ("confirm", _die),
    "after_id": ("confirm", _then_die(Submission.confirm)),
    "before_delivery": ("deliver", _die),
    "after_delivery": ("deliver", _then_die(Submission.deliver)),
}


def _first_try(dag: Any, moment: str) -> int:
    """Run a DAG in a process that dies at the moment; return the signal that ended it."""
    child = os.fork()
    if child == 0:
        name, replacement = _MOMENTS[moment]
        setattr(Submission, name, replacement)
        try:
            dag.test()
        finally:
            os._exit(1)
    return os.WTERMSIG(os.waitpid(child, 0)[1])


def _run(dag: Any, change: Callable[[Any, Any, Any], None]) -> dict[str, Any]:
    """Change the task instance as the scheduler or a person would, run its next try, and report what became of it."""
    with create_session() as session:
        instance = session.scalars(select(TaskInstance).where(TaskInstance.dag_id == dag.dag_id)).one()
        change(dag, instance, session)
        instance.try_number += 1
        instance.state = "scheduled"
        session.commit()
        instance = session.scalars(select(TaskInstance).where(TaskInstance.dag_id == dag.dag_id)).one()
        task = dag.get_task(_TASK)
        if _AIRFLOW_2:
            from airflow.models.dag import _run_task

            instance.task = task
            try:
                _run_task(ti=instance, inline_trigger=True, session=session)
            except Exception as error:
                print(f"{dag.dag_id}: {error}", file=sys.stderr)
        else:
            from airflow.sdk.definitions.dag import _run_task

            _run_task(ti=instance, task=task, run_triggerer=True)
        session.commit()
        instance = session.scalars(select(TaskInstance).where(TaskInstance.dag_id == dag.dag_id)).one()
        result = instance.xcom_pull(task_ids=_TASK, key="return_value")
        report = {
            "state": getattr(instance.state, "value", instance.state),
            "try": instance.try_number,
            "result": result,
        }
        session.commit()
        return report


def _vanish(_dag: Any, instance: Any, session: Any) -> None:
    """What the scheduler does about a task whose worker stopped sending heartbeats."""
    if not _AIRFLOW_2:
        instance.prepare_db_for_next_try(session)


def _clear(dag: Any, instance: Any, session: Any) -> None:
    """What a person does in the UI."""
    clear_task_instances([instance], session, **({"dag": dag} if _AIRFLOW_2 else {}))


def main(dags: Path, report: Path) -> None:
    """Kill, retry, clear; write a JSON report."""
    if _AIRFLOW_2:
        # The tables of task instances refer to users, whose model nothing else in here loads.
        import airflow.providers.fab.auth_manager.models
    else:
        # Each child builds its own in-process API; what can be shared before the fork is loaded once.
        import airflow.api_fastapi.execution_api.app
        import airflow.api_fastapi.execution_api.routes  # noqa: F401
    bag = DagBag(str(dags))
    killed = {moment: _first_try(bag.dags[f"killed_{moment}"], moment) for moment in _MOMENTS}
    retried = {moment: _run(bag.dags[f"killed_{moment}"], _vanish) for moment in _MOMENTS}
    cleared = {"after_id": _run(bag.dags["killed_after_id"], _clear)}
    report.write_text(json.dumps({"killed": killed, "retried": retried, "cleared": cleared}))


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
