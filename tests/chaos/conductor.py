"""Runs rows on one Airflow: many at once where they do not disturb each other, alone where they hit Airflow itself."""

from __future__ import annotations

import time
from concurrent.futures import ThreadPoolExecutor
from itertools import groupby
from typing import TYPE_CHECKING

from tests.chaos.scene import Airflow, Outcome, Scene
from tests.chaos.stack import AIRFLOW

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from demo.stack import Stack
    from tests.chaos.canary import Canaries
    from tests.chaos.table import Row

__all__ = ["run_rows"]

# Each waits most of the time; what costs is the start of a task, about two seconds of a core. Every worker of Airflow 2
# writes to the database itself, and SQLite lets one of them.
_ROWS_AT_ONCE = 10 if AIRFLOW >= (3, 0) else 6


def run_rows(stack: Stack, rows: Sequence[Row], folder: Path, canaries: Canaries) -> dict[str, Outcome]:
    """Run every row; return what became of each, by DAG id. A row that cannot run has the outcome `stuck`.

    Args:
        stack: Airflow.
        rows: The rows.
        folder: Where the tests and the DAGs leave each other files.
        canaries: Learns the secrets of all rows, and looks for them at the end.
    """
    airflow = Airflow(stack)
    outcomes: dict[str, Outcome] = {}
    quiet = [row for row in rows if row.event.befalls is None]
    with ThreadPoolExecutor(_ROWS_AT_ONCE) as pool:
        for row, outcome in zip(
            quiet, pool.map(lambda row: _alone(Scene(row, airflow, folder, canaries)), quiet), strict=True
        ):
            outcomes[row.dag_id] = outcome
    loud = [row for row in rows if row.event.befalls is not None]
    for _, together in groupby(loud, key=lambda row: row.event.name):
        scenes = [Scene(row, airflow, folder, canaries) for row in together]
        outcomes |= _struck(scenes, stack, canaries)
    canaries.look_everywhere(stack)
    return outcomes


def _alone(scene: Scene) -> Outcome:
    try:
        error = _played(scene)
        return _judged(scene, error)
    finally:
        scene.stop()


def _struck(scenes: Sequence[Scene], stack: Stack, canaries: Canaries) -> dict[str, Outcome]:
    """Run the rows of one event; hit Airflow once all are in position."""
    try:
        with ThreadPoolExecutor(len(scenes)) as pool:
            errors = list(pool.map(_played, scenes))
            befalls = scenes[0].row.event.befalls
            assert befalls is not None
            canaries.look_at_triggers(stack)
            befalls(stack)
            return {
                scene.row.dag_id: outcome
                for scene, outcome in zip(scenes, pool.map(_judged, scenes, errors), strict=True)
            }
    finally:
        for scene in scenes:
            scene.stop()


def _played(scene: Scene) -> Exception | None:
    try:
        scene.start()
        scene.row.event.act(scene)
    except Exception as error:
        return error
    return None


def _judged(scene: Scene, error: Exception | None) -> Outcome:
    outcome = scene.judge(error)
    right = scene.row.is_met(outcome.jobs, outcome.state)
    print(
        f"{time.strftime('%H:%M:%S')} {'ok  ' if right else 'FAIL'} {scene.row.dag_id}: {outcome.state}, "
        f"jobs {list(outcome.jobs)}, tries {outcome.tries}, {outcome.seconds:.0f} s",
        flush=True,
    )
    return outcome
