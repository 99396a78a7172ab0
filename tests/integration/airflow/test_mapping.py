"""Arguments from other tasks, mapped or nested, from templates and from files; limits of cost and of slots."""

from __future__ import annotations

import hashlib
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from airflow.models.dagbag import DagBag
from PIL import Image

from wiro import Wiro

if TYPE_CHECKING:
    from collections.abc import Iterator


def ran(airflow_home: Path, dag_id: str, conf: dict[str, Any] | None = None) -> dict[str, Any]:
    """Run a DAG; return state and result of each task instance by name."""
    bag = DagBag(str(airflow_home / "dags" / "mapping.py"))
    assert bag.import_errors == {}
    found = {}
    for instance in bag.dags[dag_id].test(run_conf=conf).get_task_instances():
        name = instance.task_id if instance.map_index < 0 else f"{instance.task_id}[{instance.map_index}]"
        where = {"task_ids": instance.task_id, "map_indexes": instance.map_index}
        found[name] = (str(instance.state), instance.xcom_pull(key="return_value", **where))
    return found


def prompts_of(sandbox) -> list[str]:
    return [entry.parameters.get("prompt") for entry in sandbox.books.submissions]


@pytest.fixture(scope="module")
def folder(tmp_path_factory) -> Path:
    return tmp_path_factory.mktemp("mapped")


@pytest.fixture(scope="module")
def mapped(airflow_home, sandbox, folder) -> dict[str, Any]:
    Image.new("RGB", (8, 8)).save(folder / "in.png")
    return ran(airflow_home, "mapping", {"image": str(folder / "in.png"), "folder": str(folder)})


def test_every_task_succeeds(mapped):
    assert {name: state for name, (state, _) in mapped.items() if state != "success"} == {}


def test_values_of_other_tasks_are_used_wherever_they_stand(mapped, sandbox):
    prompts = prompts_of(sandbox)
    for word in ("one", "two", "three", "four", "five"):
        assert prompts.count(f"mapped {word}") == 1
    assert prompts.count("expanded") == 1, "a template in a mapped value is rendered"


def test_files_are_uploaded_and_outputs_saved_to_any_storage(mapped, sandbox, folder):
    runs = [entry for entry in sandbox.books.submissions if entry.parameters.get("prompt") == "with a file"]
    assert len(runs) == 2
    assert {str(entry.parameters["inputImage"]).count(sandbox.base_url.removesuffix("/v1")) for entry in runs} == {1}
    (local,) = mapped["with_file[0]"][1]["outputs"]
    assert Path(local["path"]).parent.parent == folder / "a"
    content = Path(local["path"]).read_bytes()
    assert (len(content), hashlib.sha256(content).hexdigest()) == (local["size"], local["sha256"])
    (remote,) = mapped["with_file[1]"][1]["outputs"]
    # What has imported fsspec before decides on the number of slashes, with Airflow 2.
    assert remote["path"].replace(":///", "://").startswith("memory://mapped/b/")


def test_run_that_is_too_dear_is_never_submitted(airflow_home, sandbox):
    assert ran(airflow_home, "costly")["dear"][0] == "failed"
    assert "dear" not in prompts_of(sandbox)


@pytest.fixture
def one_slot(sandbox) -> Iterator[None]:
    """A balance that pays for one task at a time, and a task that has the only slot."""
    with Wiro(sandbox.api_key, base_url=sandbox.base_url) as client:
        occupant = client.run("sandbox/language", {"prompt": "occupant", "seconds": 60})
        sandbox.set_balance("10")
        yield
        occupant.stop()
    sandbox.set_balance("300")


@pytest.mark.usefixtures("one_slot")
def test_task_waits_for_a_slot_and_submits_once_it_is_free(airflow_home, sandbox):
    began = time.time()
    found = ran(airflow_home, "busy")
    assert {name: state for name, (state, _) in found.items()} == {"inline": "success", "deferred": "success"}
    occupant = next(entry for entry in sandbox.books.submissions if entry.parameters.get("prompt") == "occupant")
    for name in ("inline", "deferred"):
        (entry,) = [one for one in sandbox.books.submissions if one.parameters.get("prompt") == f"busy {name}"]
        assert entry.accepted_at >= occupant.finished_at > began
