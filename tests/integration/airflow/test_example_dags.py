"""Every example DAG is run against a sandbox, on Airflow 3.3 and on 2.11; judged by results and the sandbox's books."""

from __future__ import annotations

import hashlib
import json
import threading
import time
from pathlib import Path

import httpx
import PIL.Image
import pytest

import airflow_provider_wiro
from tests.support.consents import press
from tests.support.dag_runs import Ran, dag_of
from wiro import Wiro

_EXAMPLES = {file.stem for file in (Path(airflow_provider_wiro.__file__).parent / "example_dags").glob("example_*.py")}
#: Run elsewhere: by test_dags.py, and by tests/chaos, because only a triggerer runs watchers.
_RUN_ELSEWHERE = {"example_wiro_run_model", "example_wiro_finished_tasks"}
_RUN_HERE: set[str] = set()


class Example:
    """Runs an example DAG and counts what it submitted."""

    def __init__(self, home, sandbox):
        self._home = home
        self._sandbox = sandbox

    def run(self, name, **params):
        _RUN_HERE.add(name)
        before = len(self._sandbox.books.submissions)
        ran = Ran(dag_of(self._home, name), params)
        ran.submissions = self._sandbox.books.submissions[before:]
        return ran


@pytest.fixture(scope="module")
def example(airflow_home, sandbox):
    scale, sandbox.clock.scale = sandbox.clock.scale, 100
    yield Example(airflow_home, sandbox)
    sandbox.clock.scale = scale


def assert_success(ran):
    assert set(ran.states.values()) == {"success"}, (ran.states, ran.exceptions)


def test_image_pipeline_paints_and_edits_every_prompt_once(example, tmp_path):
    prompts = ["a lake", "a harbour"]
    ran = example.run("example_wiro_image_pipeline", prompts=prompts, output_folder=str(tmp_path))
    assert_success(ran)
    # Airflow chooses the order of the mapped tasks of one operator.
    assert sorted(row.parameters["prompt"] for row in ran.submissions[:2]) == sorted(prompts)
    assert [row.parameters["prompt"] for row in ran.submissions[2:]] == ["as a watercolour"] * 2
    made = ran.results["catalogue"]
    assert made["cost_usd"] == pytest.approx(4 * 0.03)
    assert len(made["files"]) == 2
    for index, path in enumerate(made["files"]):
        assert Path(path).is_relative_to(tmp_path)
        with PIL.Image.open(path) as picture:
            picture.verify()
        # The picture that was painted for this prompt is the one that was edited.
        painted = ran.results[f"paint[{index}]"]["outputs"][0]["url"]
        assert [row.parameters["inputImage"] for row in ran.submissions[2:]].count(painted) == 1


def test_chat_goes_on_in_one_conversation(example):
    ran = example.run("example_wiro_chat", question="Who wrote Faust?", next_question="And when?")
    assert_success(ran)
    assert [row.parameters["prompt"] for row in ran.submissions] == ["Who wrote Faust?", "And when?"]
    sessions = {row.parameters["session_id"] for row in ran.submissions}
    assert sessions == {ran.results["conversation"]}
    assert ran.results["transcript"].startswith(f"> Who wrote Faust?\n{ran.results['ask']['text']}\n> And when?")


def test_nightly_report_defers_at_once_and_is_read_aloud(example, tmp_path):
    ran = example.run("example_wiro_nightly_report", output_folder=str(tmp_path))
    assert_success(ran)
    assert '"orders": 128' in ran.submissions[0].parameters["prompt"]
    assert ran.submissions[1].parameters["prompt"] == ran.results["write"]["text"]
    assert all(ran.results[task]["resumed_at"] is not None for task in ("write", "speak"))
    report = ran.results["file_report"]
    assert report["text"] == ran.results["write"]["text"]
    assert Path(report["sound"]).read_bytes().startswith(b"RIFF")


def test_batch_runs_every_entry_once_within_its_budget(example):
    ran = example.run("example_wiro_batch", count=3, budget_usd=0.09, seconds=1)
    assert_success(ran)
    assert len({row.parameters["prompt"] for row in ran.submissions}) == len(ran.submissions) == 3
    assert ran.results["account"] == {"succeeded": 3, "asked_for": 3, "cost_usd": 0.09}


def test_batch_beyond_its_budget_submits_nothing(example):
    ran = example.run("example_wiro_batch", count=4, budget_usd=0.09)
    assert ran.states["plan"] == "failed"
    assert "4 runs at 0.03 USD each are not within 0.09 USD" in ran.exceptions["plan"]
    assert ran.results["account"] == {"succeeded": 0, "asked_for": 4, "cost_usd": 0}
    assert ran.submissions == []


def test_long_job_trains_on_the_upload_and_leaves_nothing_behind(example, sandbox, tmp_path):
    dataset = tmp_path / "pictures.png"
    PIL.Image.new("RGB", (8, 8), "navy").save(dataset)
    ran = example.run("example_wiro_long_job", dataset=str(dataset), seconds=300, output_folder=str(tmp_path))
    assert_success(ran)
    (submission,) = ran.submissions
    assert submission.parameters["inputImage"] == ran.results["upload"]
    registered = ran.results["register"]
    assert hashlib.sha256(Path(registered["path"]).read_bytes()).hexdigest() == registered["sha256"]
    assert registered["hours"] == pytest.approx(300 / 3600, rel=0.1)
    assert ran.results["tidy"] == {"task_id": submission.taskid, "outputs": 1}


def test_newsroom_hands_on_what_each_agent_said_and_employs_nobody_twice(example, sandbox):
    payments = len(sandbox.books.payments)
    ran = example.run("example_wiro_agent_newsroom", topic="owls", desk="Night desk")
    assert_success(ran)
    assert len(sandbox.books.payments) == payments + 3
    answers = ran.results["proof"]["answers"]
    assert "owls" in answers["research"]
    assert answers["research"] in answers["write"]
    assert ran.results["proof"]["credits"] > 0
    assert {ran.results[f"rest[{index}]"]["status"] for index in range(3)} == {"stopped"}

    again = example.run("example_wiro_agent_newsroom", topic="bats", desk="Night desk")
    assert_success(again)
    assert len(sandbox.books.payments) == payments + 3, "the agents are reused"
    for name in ("researcher", "writer", "publisher"):
        before, after = ran.results[f"employ_{name}"], again.results[f"employ_{name}"]
        assert after["agent_guid"] == before["agent_guid"]
        assert (before["reused"], after["reused"]) == (False, True)


def test_onboarding_waits_for_the_customer_and_starts_the_agent(example, sandbox, monkeypatch):
    gmail = {"conn_type": "generic", "login": "acme@example.com", "password": "canary-app-password"}
    monkeypatch.setenv("AIRFLOW_CONN_CUSTOMER_GMAIL", json.dumps(gmail))
    customer = threading.Thread(target=connect_account, args=(sandbox,), daemon=True)
    customer.start()
    ran = example.run("example_wiro_customer_onboarding", customer="Acme")
    customer.join(10)
    assert_success(ran)
    deployed = ran.results["deploy"]
    assert deployed["status"] == "setup_required"
    assert deployed["missing_credentials"] == ["twitter"]
    assert list(deployed["connect_links"]) == ["twitter"]
    assert deployed["connect_links"]["twitter"] in ran.results["invite"]
    assert ran.results["start"]["status"] == "running"
    assert "Acme" in ran.results["greet"]["text"]
    assert "canary" not in str(ran.results)


def connect_account(sandbox):
    """Be the customer: find the consent page of the agent's account and agree."""
    with (
        Wiro(sandbox.api_key, sandbox.api_secret, base_url=sandbox.base_url) as wiro,
        httpx.Client(trust_env=False) as http,
    ):
        deadline = time.monotonic() + 60
        while not (agents := [agent for agent in wiro.agents.list() if agent.title == "Posts of Acme"]):
            assert time.monotonic() < deadline
            time.sleep(0.1)
        time.sleep(1)
        press(http, agents[0].oauth.connect("twitter", "https://example.com/connected"))


# The last one: it looks back at what ran.
def test_every_example_is_run_by_a_test():
    assert _RUN_HERE | _RUN_ELSEWHERE == _EXAMPLES
