"""The DAGs of the documentation run as they stand, but for the names of models and folders."""

from __future__ import annotations

import json
import re
from pathlib import Path

import airflow
import pytest

from tests.support.dag_runs import Ran, dag_of

_DOCS = Path(__file__).parents[3] / "docs"
_NAMES = {"google/nano-banana-pro": "sandbox/image", "openai/gpt-5-2": "sandbox/language"}


def blocks_of(page):
    return re.findall(r"```python\n(.*?)```", (_DOCS / page).read_text(), re.DOTALL)


@pytest.fixture(scope="module")
def run(airflow_home, sandbox):
    """Run a block of code that defines a DAG; the sandbox is a hundred times as fast as life."""

    def run_block(code, **folders):
        for old, new in (_NAMES | folders).items():
            code = code.replace(old, new)
        if airflow.__version__.startswith("2."):
            code = code.replace("from airflow.sdk import DAG", "from airflow import DAG")
        (dag_id,) = re.findall(r'DAG\("(\w+)"', code)
        (airflow_home / "dags" / f"{dag_id}.py").write_text(code)
        before = len(sandbox.books.submissions)
        ran = Ran(dag_of(airflow_home, dag_id))
        ran.submissions = sandbox.books.submissions[before:]
        assert set(ran.states.values()) == {"success"}, (ran.states, ran.exceptions)
        return ran

    scale, sandbox.clock.scale = sandbox.clock.scale, 100
    yield run_block
    sandbox.clock.scale = scale


def test_quick_start(run, tmp_path):
    quick_start, mapped = blocks_of("airflow.md")
    ran = run(quick_start, **{"/data/images": str(tmp_path)})
    picture = ran.results["paint"]["outputs"][0]
    assert Path(picture["path"]).is_relative_to(tmp_path)
    assert [row.parameters["prompt"] for row in ran.submissions] == [
        "a lighthouse at dawn",
        f"A caption for {picture['name']}, please.",
    ]
    ran = run(mapped)
    assert sorted(row.parameters["prompt"] for row in ran.submissions) == ["a harbour", "a lake"]


def test_agents(run, sandbox, monkeypatch):
    gmail = {"conn_type": "generic", "password": "canary-app-password"}
    monkeypatch.setenv("AIRFLOW_CONN_ACME_GMAIL", json.dumps(gmail))
    inbox, settings = blocks_of("airflow-agents.md")
    before = len(sandbox.books.payments)
    ran = run(inbox)
    answers = [ran.results[f"ask[{index}]"] for index in range(2)]
    assert ["What is new?" in answers[0]["text"], "What is urgent?" in answers[1]["text"]] == [True, True]
    assert answers[0]["session"] != answers[1]["session"]
    assert ran.results["give_up"]["subscription"]["cancelled"] is True
    assert len(sandbox.books.payments) == before + 1
    assert "canary" not in str(ran.results)
    ran = run(settings)
    assert ran.results["configure"]["changed"] == ["skills.int-calendarific", "strategies.tone", "schedules.digest"]
    assert ran.results["stop"]["status"] == "stopped"


def test_sensors_decorator_and_notifier(run):
    (block,) = [block for block in blocks_of("airflow-events.md") if "task.wiro" in block]
    ran = run(block)
    assert sorted(row.parameters["prompt"] for row in ran.submissions) == [
        "a fox in snow",
        "a hare in snow",
        "a owl in snow",
    ]
    assert ran.results["watch"]["task_id"] == ran.results["paint"]["task_id"]
    assert ran.results["paint"]["quote_certainty"] == "exact"


@pytest.mark.skipif(airflow.__version__.startswith("2."), reason="NOT TESTED: Airflow 2 has no asset watchers")
def test_asset_watchers(airflow_home):
    (block,) = [block for block in blocks_of("airflow-events.md") if "AssetWatcher" in block]
    (airflow_home / "dags" / "publish.py").write_text(block)
    dag = dag_of(airflow_home, "publish")
    assert dag.task_ids == ["told"]
    watchers = [watcher for asset in dag.schedule.objects for watcher in asset.watchers]
    assert [watcher.name for watcher in watchers] == ["pictures", "answers"]
