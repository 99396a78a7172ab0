"""Every operator and sensor as mapped tasks of a real DAG run, each instance with its own input and result."""

from __future__ import annotations

from collections import Counter

import PIL.Image
import pytest

from tests.support.dag_runs import Ran, dag_of

_TASKS = (
    "upload",
    "run",
    "sense",
    "delete",
    "deploy",
    "configure",
    "start",
    "status",
    "ask",
    "answered",
    "stop",
    "teardown",
)


@pytest.fixture(scope="module")
def ran(airflow_home, sandbox, tmp_path_factory):
    folder = tmp_path_factory.mktemp("inputs")
    files = [str(folder / name) for name in ("a.png", "b.png")]
    for file, color in zip(files, ("navy", "olive"), strict=True):
        PIL.Image.new("RGB", (8, 8), color).save(file)
    scale, sandbox.clock.scale = sandbox.clock.scale, 100
    runs, payments = len(sandbox.books.submissions), len(sandbox.books.payments)
    ran = Ran(dag_of(airflow_home, "mapped_operators"), {"files": files})
    ran.submissions, ran.payments = sandbox.books.submissions[runs:], sandbox.books.payments[payments:]
    sandbox.clock.scale = scale
    return ran


def test_every_instance_succeeds(ran):
    assert set(ran.states.values()) == {"success"}, (ran.states, ran.exceptions)
    instances = Counter(name.partition("[")[0] for name in ran.states if "[" in name)
    assert {task: instances[task] for task in _TASKS} == dict.fromkeys(_TASKS, 2)


def test_each_instance_ran_its_own_input_once(ran):
    uploads = [ran.results[f"upload[{index}]"] for index in range(2)]
    assert len(set(uploads)) == 2
    tasks = {ran.results[f"run[{index}]"]["task_id"]: address for index, address in enumerate(uploads)}
    assert {row.taskid: row.parameters["inputImage"] for row in ran.submissions} == tasks


def test_each_sensor_saw_the_task_of_its_own_index(ran):
    for index in range(2):
        assert ran.results[f"sense[{index}]"]["task_id"] == ran.results[f"run[{index}]"]["task_id"]
        assert ran.results[f"delete[{index}]"] == {"task_id": ran.results[f"run[{index}]"]["task_id"], "outputs": 1}


def test_each_agent_was_deployed_once_and_went_its_own_way(ran):
    assert len(ran.payments) == 2
    guids = [ran.results[f"deploy[{index}]"]["agent_guid"] for index in range(2)]
    assert len(set(guids)) == 2
    for index, guid in enumerate(guids):
        for task in ("configure", "start", "status", "ask", "answered", "stop", "teardown"):
            assert ran.results[f"{task}[{index}]"]["agent_guid"] == guid, task
        assert f"Hello from {index}" in ran.results[f"ask[{index}]"]["text"]
        assert ran.results[f"answered[{index}]"]["text"] == ran.results[f"ask[{index}]"]["text"]
        assert ran.results[f"teardown[{index}]"]["status"] == "stopped"
        assert ran.results[f"teardown[{index}]"]["subscription"]["cancelled"] is True
