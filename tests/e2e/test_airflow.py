"""A real Airflow 3.3, all four components, against the sandbox; judged by the sandbox's books."""

from __future__ import annotations

import signal
from pathlib import Path
from typing import TYPE_CHECKING, Any

import psutil
import pytest
from PIL import Image

import airflow_provider_wiro
from demo.stack import Stack

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

_EXAMPLE = Path(airflow_provider_wiro.__file__).parent / "example_dags" / "example_wiro_run_model.py"
_DAGS = sorted((Path(__file__).parent / "dags").glob("*.py"))
_ENDED = {"success", "failed"}


@pytest.fixture(scope="module")
def stack() -> Iterator[Stack]:
    # 30 s until another triggerer takes over is the default; the race is the same with 12.
    settings = {
        "AIRFLOW__TRIGGERER__TRIGGERER_HEALTH_CHECK_THRESHOLD": "12",
        "AIRFLOW__TRIGGERER__JOB_HEARTBEAT_SEC": "2",
    }
    with Stack([_EXAMPLE, *_DAGS], say=print, settings=settings) as running:
        yield running


def until(stack: Stack, what: str, ready: Callable[[], Any], timeout: float = 60) -> Any:
    """Wait for a truthy answer and return it."""
    found: list[Any] = []

    def check() -> bool:
        answer = ready()
        if answer:
            found.append(answer)
        return bool(answer)

    stack.wait_until(what, check, timeout)
    return found[-1]


def state_of(stack: Stack, dag_id: str, run_id: str, task_id: str = "paint") -> str | None:
    row = stack.api.task_instances(dag_id, run_id).get(task_id)
    return row["state"] if row else None


def submissions_of(stack: Stack, prompt: str) -> list[dict[str, Any]]:
    return [row for row in stack.books()["submissions"] if row["parameters"].get("prompt") == prompt]


# First, because it also warms the triggerer: the first connection that a trigger asks for costs Airflow CPU seconds.
def test_marking_a_deferred_task_failed_stops_the_remote_task(stack: Stack) -> None:
    run_id = stack.api.trigger("e2e_deferred", {"seconds": 300})
    until(stack, "the deferral", lambda: state_of(stack, "e2e_deferred", run_id) == "deferred")
    submission = submissions_of(stack, run_id)[0]
    until(stack, "the trigger's socket, after the worker's", lambda: stack.books()["sockets"]["opened"] >= 2)
    stack.api.set_task_state("e2e_deferred", run_id, "paint", "failed")
    until(stack, "the remote stop", lambda: submissions_of(stack, run_id)[0]["status"] == "task_cancel", 30)
    assert len(submissions_of(stack, run_id)) == 1
    assert submission["status"] != "task_cancel"


def test_example_dag_defers_resumes_quickly_and_pays_once(stack: Stack, tmp_path: Path) -> None:
    prompt = "a lighthouse at dawn"
    run_id = stack.api.trigger("example_wiro_run_model", {"prompt": prompt, "output_folder": str(tmp_path)})
    seen: set[str] = set()

    def ended() -> str | None:
        seen.add(str(state_of(stack, "example_wiro_run_model", run_id)))
        state = stack.api.dag_run("example_wiro_run_model", run_id)["state"]
        return state if state in _ENDED else None

    final = until(stack, "the example DAG", ended, 120)
    assert final == "success", stack.api.task_log("example_wiro_run_model", run_id, "paint")
    assert "deferred" in seen

    image, language = (stack.api.xcom("example_wiro_run_model", run_id, task) for task in ("paint", "describe"))
    books = {row["taskid"]: row for row in stack.books()["submissions"]}
    assert [row["model"] for row in submissions_of(stack, prompt)] == ["sandbox/image"]
    assert {image["task_id"], language["task_id"]} <= books.keys()
    # The sandbox's clock says when the last frame was sent, Airflow's worker says when it went on.
    assert 0 <= image["resumed_at"] - books[image["task_id"]]["finished_at"] < 3
    assert image["elapsed_seconds"] >= 19
    saved = Path(image["outputs"][0]["path"])
    assert saved.parent.is_relative_to(tmp_path)
    with Image.open(saved) as picture:
        picture.verify()
    assert language["text"]
    assert language["resumed_at"] is None, "the language model is quick enough to finish inline"
    assert "token" not in str(image)


def test_worker_killed_after_submission_pays_once(stack: Stack) -> None:
    run_id = stack.api.trigger("e2e_retried", {})
    first = until(stack, "the submission", lambda: submissions_of(stack, run_id))[0]
    killed = _kill_task_processes(stack)
    assert killed, "no task process was found below the scheduler"
    final = until(stack, "the retried task", lambda: _ended(stack, "e2e_retried", run_id), 90)
    row = stack.api.task_instances("e2e_retried", run_id)["paint"]
    assert final == "success", stack.api.task_log("e2e_retried", run_id, "paint", row["try_number"])
    assert row["try_number"] == 2
    assert [entry["taskid"] for entry in submissions_of(stack, run_id)] == [first["taskid"]]
    assert stack.api.xcom("e2e_retried", run_id, "paint")["task_id"] == first["taskid"]


def test_failed_model_is_not_run_again(stack: Stack) -> None:
    run_id = stack.api.trigger("e2e_failing", {})
    final = until(stack, "the failing model", lambda: _ended(stack, "e2e_failing", run_id), 60)
    assert final == "failed"
    assert stack.api.task_instances("e2e_failing", run_id)["paint"]["try_number"] == 1
    assert len(submissions_of(stack, run_id)) == 1
    assert "CUDA out of memory" in stack.api.task_log("e2e_failing", run_id, "paint")


def test_stalled_triggerer_that_recovers_leaves_the_remote_task_alone(stack: Stack) -> None:
    run_id = stack.api.trigger("e2e_deferred", {"seconds": 45})
    until(stack, "the deferral", lambda: state_of(stack, "e2e_deferred", run_id) == "deferred")
    first_owner = until(stack, "an owner of the trigger", lambda: _trigger_owner(stack, run_id))
    stack.start_triggerer("triggerer-2")
    stalled = stack.processes["triggerer"]
    stalled.send_signal(signal.SIGSTOP)
    try:
        until(stack, "the takeover", lambda: _trigger_owner(stack, run_id) not in (None, first_owner), 60)
    finally:
        stalled.send_signal(signal.SIGCONT)
    final = until(stack, "the stalled run", lambda: _ended(stack, "e2e_deferred", run_id), 90)
    assert final == "success", stack.api.task_log("e2e_deferred", run_id, "paint")
    assert [row["status"] for row in submissions_of(stack, run_id)] == ["task_postprocess_end"]


def test_sandbox_saw_no_violation(stack: Stack) -> None:
    assert stack.books()["violations"] == []


def _ended(stack: Stack, dag_id: str, run_id: str) -> str | None:
    state = state_of(stack, dag_id, run_id)
    return state if state in _ENDED else None


def _kill_task_processes(stack: Stack) -> list[int]:
    """Kill -9 what the LocalExecutor's workers run: the processes two levels below the scheduler."""
    killed = []
    for worker in psutil.Process(stack.processes["scheduler"].pid).children():
        for child in worker.children(recursive=True):
            child.kill()
            killed.append(child.pid)
    return killed


def _trigger_owner(stack: Stack, run_id: str) -> int | None:
    """The id of the triggerer job that holds the deferred task's trigger."""
    row = stack.api.task_instances("e2e_deferred", run_id)["paint"]
    job = row.get("triggerer_job") or {}
    return job.get("id")
