"""DAGs run by `dag.test()`, which runs triggers inline, against a sandbox; judged by the sandbox's books."""

from __future__ import annotations

import hashlib
import os
import signal
import threading
import time

import pytest
from PIL import Image

from tests.support.dag_runs import Ran, dag_of
from wiro.lifecycle import TERMINAL_STATUSES


def submissions_of(sandbox, prompt):
    return [entry for entry in sandbox.books.submissions if entry.parameters.get("prompt") == prompt]


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    return tmp_path_factory.mktemp("outputs")


@pytest.fixture(scope="module")
def example(airflow_home, folder):
    dag = dag_of(airflow_home, "example_wiro_run_model")
    # The sandbox is ten times as fast, and so is the worker's patience.
    dag.get_task("paint").inline_wait = 1.0
    return Ran(dag, {"prompt": "a red fox in snow", "output_folder": str(folder)})


@pytest.fixture(scope="module")
def bad_input(airflow_home, sandbox):
    before = len(sandbox.books.submissions)
    ran = Ran(dag_of(airflow_home, "bad_input"))
    ran.submissions = len(sandbox.books.submissions) - before
    return ran


@pytest.fixture(scope="module")
def outcomes(airflow_home):
    return Ran(dag_of(airflow_home, "outcomes"))


class TestExample:
    def test_all_tasks_succeed(self, example):
        assert example.states == {"paint": "success", "describe": "success", "publish": "success"}, example.exceptions

    def test_image_was_deferred_resumed_and_saved(self, example, folder, sandbox):
        result = example.results["paint"]
        entry = sandbox.books.submission(result["task_id"])
        assert -0.5 < result["finished_at"] - entry.finished_at < 1
        assert result["resumed_at"] >= result["finished_at"]
        (output,) = result["outputs"]
        assert output["path"].startswith(f"{folder}/{result['task_id']}/")
        with Image.open(output["path"]) as picture:
            picture.verify()
        with open(output["path"], "rb") as file:
            assert hashlib.sha256(file.read()).hexdigest() == output["sha256"]
        assert result["elapsed_seconds"] >= 19
        assert result["cost_usd"] > 0

    def test_language_model_finished_inline(self, example):
        result = example.results["describe"]
        assert result["resumed_at"] is None
        assert result["text"]
        assert result["thinking"]

    def test_both_results_were_used(self, example):
        assert example.results["publish"] == {
            "image": example.results["paint"]["outputs"][0]["path"],
            "caption": example.results["describe"]["text"],
            "cost_usd": example.results["paint"]["cost_usd"] + example.results["describe"]["cost_usd"],
        }

    def test_each_was_submitted_once(self, example, sandbox):
        assert len(submissions_of(sandbox, "a red fox in snow")) == 1
        assert len(submissions_of(sandbox, "Write one sentence about a picture of a red fox in snow.")) == 1

    def test_links_lead_to_the_models(self, example):
        assert example.links["paint"] == "https://wiro.ai/models/sandbox/image"
        assert example.links["describe"] == "https://wiro.ai/models/sandbox/language"

    def test_xcom_holds_no_token(self, example):
        assert "token" not in str(example.results).lower()
        assert "sandbox-key" not in str(example.results)


class TestBadInput:
    @pytest.mark.parametrize(
        ("task_id", "kind", "words"),
        [
            ("unknown_model", "AirflowFailException", "sandbox/nothing"),
            ("empty_prompt", "AirflowFailException", "prompt"),
            ("missing_prompt", "AirflowFailException", "prompt"),
            ("not_json", "AirflowFailException", "parameters is not JSON"),
            ("no_time", "AirflowFailException", "timeout is '0'; accepted: a finite number of seconds above 0"),
            ("missing_connection", "AirflowNotFoundException", "nowhere"),
            ("missing_key", "AirflowFailException", "'without_key': there is no API key"),
            ("wrong_key", "AirflowFailException", "Nothing was submitted"),
        ],
    )
    def test_mistake_is_named(self, bad_input, task_id, kind, words):
        assert bad_input.states[task_id] == "failed"
        assert bad_input.exceptions[task_id].startswith(f"{kind}: ")
        assert words in bad_input.exceptions[task_id]
        assert "canary" not in bad_input.exceptions[task_id]

    def test_nothing_was_submitted(self, bad_input):
        assert bad_input.state == "failed"
        assert bad_input.submissions == 0


class TestOutcomes:
    @pytest.mark.parametrize("how", ["inline", "deferred"])
    def test_failed_model_fails_with_its_stderr_and_is_not_retried(self, outcomes, how):
        assert (outcomes.states[f"failing_{how}"], outcomes.tries[f"failing_{how}"]) == ("failed", 1)
        assert outcomes.exceptions[f"failing_{how}"].startswith("AirflowFailException: ")
        assert "the model cannot process this prompt" in outcomes.exceptions[f"failing_{how}"]

    def test_failed_models_were_submitted_once_each(self, outcomes, sandbox):
        assert len(submissions_of(sandbox, "failing")) == 2

    @pytest.mark.parametrize("how", ["inline", "deferred"])
    def test_deadline_stops_the_remote_run(self, outcomes, sandbox, how):
        assert outcomes.states[f"endless_{how}"] == "failed"
        assert "did not end" in outcomes.exceptions[f"endless_{how}"]
        assert {entry.status for entry in submissions_of(sandbox, "endless")} == {"task_cancel"}

    def test_parameters_may_be_a_template_of_json(self, outcomes, sandbox):
        assert outcomes.states["mapped_0"] == "success"
        (entry,) = submissions_of(sandbox, "from a template")
        assert entry.taskid == outcomes.results["mapped_0"]["task_id"]

    def test_mapped_tasks_run_once_each(self, outcomes, sandbox):
        assert (outcomes.states["mapped[0]"], outcomes.states["mapped[1]"]) == ("success", "success")
        assert len(submissions_of(sandbox, "one")) == len(submissions_of(sandbox, "two")) == 1


def run_to_its_interruption(dag):
    """Airflow 3 ends the task as failed; the `dag.test()` of Airflow 2 lets the interruption through."""
    try:
        dag.test()
    except BaseException as error:
        if type(error).__name__ not in {"AirflowTaskTimeout", "AirflowTaskTerminated"}:
            raise


def test_execution_timeout_stops_the_remote_run(airflow_home, sandbox):
    run_to_its_interruption(dag_of(airflow_home, "outcomes", "interrupted"))
    assert [entry.status for entry in submissions_of(sandbox, "interrupted")] == ["task_cancel"]


def test_terminated_worker_stops_the_remote_run(airflow_home, sandbox):
    def terminate_once_submitted():
        while not submissions_of(sandbox, "terminated"):
            time.sleep(0.05)
        time.sleep(0.5)
        os.kill(os.getpid(), signal.SIGTERM)

    before = signal.getsignal(signal.SIGTERM)
    threading.Thread(target=terminate_once_submitted, daemon=True).start()
    try:
        run_to_its_interruption(dag_of(airflow_home, "outcomes", "terminated"))
    finally:
        signal.signal(signal.SIGTERM, before)
    assert [entry.status for entry in submissions_of(sandbox, "terminated")] == ["task_cancel"]


def test_sandbox_saw_no_violation_and_nothing_still_runs(sandbox):
    assert sandbox.books.violations == []
    assert {entry.status for entry in sandbox.books.submissions} <= TERMINAL_STATUSES
