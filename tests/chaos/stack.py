"""The Airflow under test: quick to notice what died, with one DAG for each row."""

from __future__ import annotations

import json
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING, Final

from tests.chaos.airflow211 import Stack211
from tests.chaos.work import WORK
from tests.support.split_stack import SplitStack

if TYPE_CHECKING:
    from collections.abc import Sequence

    from demo.stack import Stack
    from tests.chaos.table import Row

__all__ = ["AIRFLOW", "chaos_stack"]

#: Major and minor version of the Airflow that is installed.
AIRFLOW: Final = tuple(int(part) for part in version("apache-airflow").split(".")[:2])

_DAG_FILE: Final = Path(__file__).parent / "dags" / "chaos.py"
# Airflow's patience (300 s until it notices a lost worker, 30 s for a triggerer), shortened: the races are the same.
_SETTINGS: Final = {
    "AIRFLOW__API__MAXIMUM_PAGE_LIMIT": "1000",
    "AIRFLOW__CORE__PARALLELISM": "16",
    "AIRFLOW__SCHEDULER__JOB_HEARTBEAT_SEC": "2",
    "AIRFLOW__SCHEDULER__ORPHANED_TASKS_CHECK_INTERVAL": "10",
    "AIRFLOW__SCHEDULER__SCHEDULER_HEALTH_CHECK_THRESHOLD": "12",
    "AIRFLOW__SCHEDULER__TASK_INSTANCE_HEARTBEAT_SEC": "3",
    "AIRFLOW__SCHEDULER__TASK_INSTANCE_HEARTBEAT_TIMEOUT": "40",
    "AIRFLOW__SCHEDULER__TASK_INSTANCE_HEARTBEAT_TIMEOUT_DETECTION_INTERVAL": "3",
    "AIRFLOW__TRIGGERER__JOB_HEARTBEAT_SEC": "2",
    "AIRFLOW__TRIGGERER__TRIGGERER_HEALTH_CHECK_THRESHOLD": "12",
}


def chaos_stack(rows: Sequence[Row], folder: Path) -> Stack:
    """Return an Airflow, not started, that knows a DAG for each row.

    Args:
        rows: The rows.
        folder: Where the tests and the DAGs leave each other files.
    """
    plans = []
    for row in rows:
        work = WORK[row.work]
        arguments = work.arguments(row.dag_id, row.event.seconds, fails=row.event.fails)
        plans.append(row.plan(arguments, work.operator))
    (folder / "plans.json").write_text(json.dumps(plans))
    settings = {**_SETTINGS, "CHAOS_FOLDER": str(folder)}
    if AIRFLOW < (3, 0):
        return Stack211([_DAG_FILE], say=print, settings=settings)
    return SplitStack([_DAG_FILE], say=print, settings=settings)
