"""A worker killed with -9 at any moment leaves at most one submission in Wiro's books."""

from __future__ import annotations

import json
import signal
import subprocess
import sys
from typing import Any

import pytest

pytestmark = pytest.mark.timeout(300)


@pytest.fixture(scope="module")
def report(airflow_home, tmp_path_factory) -> dict[str, Any]:
    path = tmp_path_factory.mktemp("killed") / "report.json"
    command = [sys.executable, "-m", "tests.support.killed_worker", str(airflow_home / "dags" / "killed.py"), str(path)]
    done = subprocess.run(command, capture_output=True, text=True, timeout=280, check=False)
    assert path.exists(), done.stdout[-4000:] + done.stderr[-4000:]
    return {**json.loads(path.read_text()), "output": done.stdout + done.stderr}


def submissions_of(sandbox, moment):
    return [entry.taskid for entry in sandbox.books.submissions if entry.parameters.get("prompt") == moment]


def test_every_worker_was_really_killed(report):
    assert set(report["killed"].values()) == {signal.SIGKILL}


@pytest.mark.parametrize("moment", ["after_id", "before_delivery"])
def test_killed_after_submission_attaches_to_the_run_that_is_paid(report, sandbox, moment):
    retried = report["retried"][moment]
    assert retried["state"] == "success"
    assert retried["try"] == 2
    assert submissions_of(sandbox, moment)[:1] == [retried["result"]["task_id"]]
    assert len(submissions_of(sandbox, moment)) == (2 if moment == "after_id" else 1), "after_id is also cleared below"


def test_killed_while_submitting_adopts_the_run_whose_id_it_never_learned(report, sandbox):
    retried = report["retried"]["before_id"]
    assert retried["state"] == "success"
    assert submissions_of(sandbox, "before_id") == [retried["result"]["task_id"]]
    assert "Adopted Wiro task" in report["output"]


def test_killed_between_delivery_and_success_attaches_too(report, sandbox):
    retried = report["retried"]["after_delivery"]
    assert retried["state"] == "success"
    assert submissions_of(sandbox, "after_delivery") == [retried["result"]["task_id"]]


def test_success_that_a_person_clears_runs_anew(report, sandbox):
    first, second = submissions_of(sandbox, "after_id")
    assert report["cleared"]["after_id"]["state"] == "success"
    assert report["cleared"]["after_id"]["result"]["task_id"] == second != first
