"""Asset watchers in a real triggerer: every task that ends starts the DAG once, whatever happens to the triggerer."""

from __future__ import annotations

import time
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

import airflow_provider_wiro
from demo.stack import Stack
from wiro import Wiro

if TYPE_CHECKING:
    from collections.abc import Iterator

_DAG = "example_wiro_finished_tasks"
_EXAMPLE = Path(airflow_provider_wiro.__file__).parent / "example_dags" / f"{_DAG}.py"
_POLL_SECONDS = 2


@pytest.fixture(scope="module")
def stack(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Stack]:
    folder = tmp_path_factory.mktemp("dags")
    text = _EXAMPLE.read_text().replace("poll_interval=30", f"poll_interval={_POLL_SECONDS}")
    assert f"poll_interval={_POLL_SECONDS}" in text
    (folder / _EXAMPLE.name).write_text(text.replace("tempfile.gettempdir()", repr(str(folder))))
    # 30 s until another triggerer takes over is the default; what it finds is the same.
    settings = {
        "AIRFLOW__TRIGGERER__TRIGGERER_HEALTH_CHECK_THRESHOLD": "12",
        "AIRFLOW__TRIGGERER__JOB_HEARTBEAT_SEC": "2",
    }
    with Stack([folder / _EXAMPLE.name], say=print, settings=settings) as running:
        running.wait_until("the first look", lambda: _looks(running) > 0, 60)
        yield running


@pytest.fixture(scope="module")
def wiro(stack: Stack) -> Iterator[Wiro]:
    with Wiro("sandbox-key", "sandbox-secret", base_url=f"{stack.sandbox_url}/v1") as client:
        yield client


def test_task_that_ends_starts_the_dag(stack: Stack, wiro: Wiro) -> None:
    started = time.time()
    task_id = _paint(wiro)
    ended = time.time()
    stack.wait_until("the DAG run", lambda: task_id in _kept(stack), 60)
    (event,) = [event for event in _events(stack) if event["extra"]["payload"]["task_id"] == task_id]
    assert event["extra"]["payload"]["outcome"] == "succeeded"
    (path,) = _kept(stack)[task_id]
    assert Path(path).stat().st_size > 0
    print(f"ran {ended - started:.1f} s, told and saved {time.time() - ended:.1f} s after its end")


def test_killed_triggerer_loses_nothing_and_repeats_nothing(stack: Stack, wiro: Wiro) -> None:
    before = [_paint(wiro) for _ in range(3)]
    stack.wait_until("their events", lambda: _told(stack).keys() >= set(before), 60)
    # Airflow's confirmation comes a second or two after the event; the cursor is stored then.
    time.sleep(5)
    stack.kill("triggerer")
    while_down = [_paint(wiro) for _ in range(3)]
    stack.start_triggerer("triggerer-2")
    stack.wait_until("the events of what ended meanwhile", lambda: _told(stack).keys() >= set(while_down), 90)
    time.sleep(3 * _POLL_SECONDS)
    assert set(_told(stack).values()) == {1}, _told(stack)


def test_triggerer_killed_at_once_loses_nothing(stack: Stack, wiro: Wiro) -> None:
    looks = _looks(stack)
    task_id = _paint(wiro)
    stack.wait_until("the next look", lambda: _looks(stack) > looks + 1, 30, interval=0.02)
    stack.kill("triggerer-2")
    stack.start_triggerer("triggerer-3")
    stack.wait_until("the event", lambda: task_id in _told(stack), 90)
    time.sleep(3 * _POLL_SECONDS)
    told = _told(stack)
    print(f"told {told[task_id]} time(s)")
    # Once, or twice if the triggerer died between Airflow's record and the watcher's.
    assert told.pop(task_id) <= 2
    assert set(told.values()) == {1}


def test_it_asks_at_the_rate_it_was_told(stack: Stack) -> None:
    before, seconds = _looks(stack), 20
    time.sleep(seconds)
    assert 0.7 * seconds / _POLL_SECONDS <= _looks(stack) - before <= 1.2 * seconds / _POLL_SECONDS + 1


def test_every_run_of_the_dag_succeeded_and_the_sandbox_saw_no_violation(stack: Stack) -> None:
    def states() -> set[str]:
        return {run["state"] for run in stack.api.dag_runs(_DAG)}

    stack.wait_until("the last DAG runs", lambda: states() <= {"success", "failed"}, 90)
    assert states() == {"success"}
    assert stack.books()["violations"] == []


def _paint(wiro: Wiro) -> str:
    return wiro.run("sandbox/image", {"prompt": "a fox", "seconds": 1}).wait(timeout=60).task_id


def _looks(stack: Stack) -> int:
    count: int = stack.books()["counts"].get("tasks_list", 0)
    return count


def _events(stack: Stack) -> list[dict[str, Any]]:
    try:
        return stack.api.asset_events()
    except RuntimeError as error:
        if "Airflow answered 500" not in str(error):
            raise
        # SQLite was locked by one of the other components; who waits for an event asks again.
        return []


def _told(stack: Stack) -> Counter[str]:
    """How often each task was told."""
    return Counter(event["extra"]["payload"]["task_id"] for event in _events(stack))


def _kept(stack: Stack) -> dict[str, list[str]]:
    """The files that the DAG saved, by task."""
    kept: dict[str, list[str]] = {}
    for run in stack.api.dag_runs(_DAG):
        if run["state"] == "success":
            ids = stack.api.xcom(_DAG, run["dag_run_id"], "finished") or []
            for index, task_id in enumerate(ids):
                kept[task_id] = stack.api.xcom(_DAG, run["dag_run_id"], "keep", map_index=index)
    return kept
