from __future__ import annotations

import builtins
import json
import sys
from pathlib import Path
from types import SimpleNamespace

import pytest

from airflow_provider_wiro import lineage
from airflow_provider_wiro.files import WiroFile
from airflow_provider_wiro.lineage import LineageDataset, file_dataset, file_datasets
from airflow_provider_wiro.operators.files import WiroUploadFileOperator
from airflow_provider_wiro.operators.messages import WiroAgentMessageOperator
from airflow_provider_wiro.operators.models import WiroRunModelOperator
from tests.support.airflow_tasks import executed, task_context

_GUID = "4d1f2b60-0000-4b0c-9c0e-5a6d7e8f9000"


@pytest.mark.parametrize(
    ("address", "dataset"),
    [
        ("https://cdn1.wiro.ai/a/b.png?signature=canary#x", LineageDataset("https://cdn1.wiro.ai", "a/b.png")),
        ("s3://aws_default@bucket/key/a.png", LineageDataset("s3://bucket", "key/a.png")),
        ("https://user:canary@host:8443/x", LineageDataset("https://host:8443", "x")),
        ("https://host", LineageDataset("https://host", "/")),
        ("/data/a.png", LineageDataset("file", "/data/a.png")),
        ("file:///data/a.png", LineageDataset("file", "/data/a.png")),
        ("a.png", LineageDataset("file", f"{Path.cwd()}/a.png")),
    ],
)
def test_addresses_become_datasets_without_their_secrets(address, dataset):
    assert file_dataset(address) == dataset


def test_files_are_found_at_any_depth_and_prompts_are_not_files():
    parameters = {
        "prompt": "look at https://example.com/a.png and paint it",
        "inputImage": ["https://cdn/1.png", WiroFile("s3://bucket/2.png"), Path("/data/3.png")],
        "inputImageUrl": "https://cdn/4.png,https://cdn/5.png",
        "nested": {"deep": [{"file": "https://cdn/6.png"}]},
        "seed": 7,
        "nothing": None,
        "empty": "",
    }
    found = [(dataset.namespace, dataset.name) for dataset in file_datasets(parameters)]
    assert found == [
        ("https://cdn", "1.png"),
        ("s3://bucket", "2.png"),
        ("file", "/data/3.png"),
        ("https://cdn", "4.png"),
        ("https://cdn", "5.png"),
        ("https://cdn", "6.png"),
    ]


@pytest.mark.parametrize("parameters", ["not json", None, 7, object()])
def test_parameters_that_are_not_known_yet_are_no_files(parameters):
    assert list(file_datasets(parameters)) == []


def test_parameters_as_json_text():
    assert list(file_datasets('{"a": "https://cdn/1.png"}')) == [LineageDataset("https://cdn", "1.png")]


def test_nothing_is_told_without_the_openlineage_provider(monkeypatch):
    real = builtins.__import__

    def without(name, *arguments, **options):
        if name.startswith("airflow.providers.openlineage"):
            raise ImportError(name)
        return real(name, *arguments, **options)

    monkeypatch.setattr(builtins, "__import__", without)
    for name in [name for name in sys.modules if name.startswith("airflow.providers.openlineage")]:
        monkeypatch.delitem(sys.modules, name)
    operator = WiroRunModelOperator(task_id="paint", model="a/b")
    assert operator.get_openlineage_facets_on_start() is None
    assert operator.get_openlineage_facets_on_complete(None) is None
    assert operator.get_openlineage_facets_on_failure(None) is None


@pytest.fixture
def extracted():
    """What Airflow's OpenLineage provider makes of an operator."""
    reason = "NOT TESTED: the OpenLineage provider is not installed"
    base = pytest.importorskip("airflow.providers.openlineage.extractors.base", reason=reason)

    def extract(operator, when="extract"):
        extractor = base.DefaultExtractor(operator)
        return extractor.extract() if when == "extract" else getattr(extractor, when)(SimpleNamespace())

    return extract


def names(datasets):
    return [(dataset.namespace, dataset.name) for dataset in datasets]


def run(operator, context=None):
    context = context or task_context()
    result = executed(operator, context)
    operator.post_execute(context, result)
    return result


def test_run_of_a_model(extracted, connected_sandbox, tmp_path):
    operator = WiroRunModelOperator(
        task_id="paint",
        model="sandbox/image",
        parameters={"prompt": "a canary", "inputImage": "https://cdn/in.png?canary"},
        validate=False,
        inline_wait=30,
        output_path=str(tmp_path),
    )
    started = extracted(operator)
    assert names(started.inputs) == [("wiro", "models/sandbox/image"), ("https://cdn", "in.png")]
    assert started.outputs == []
    result = run(operator)
    completed = extracted(operator, "extract_on_complete")
    (output,) = result["outputs"]
    assert names(completed.inputs) == names(started.inputs)
    assert names(completed.outputs)[1] == ("file", output["path"])
    assert output["url"].endswith(names(completed.outputs)[0][1])
    assert [dataset.outputFacets["outputStatistics"].size for dataset in completed.outputs] == [output["size"]] * 2
    facet = completed.run_facets["wiro"]
    assert (facet.task_id, facet.cost_usd, facet.model) == (result["task_id"], result["cost_usd"], "sandbox/image")
    failed = extracted(operator, "extract_on_failure")
    assert (names(failed.inputs), failed.outputs) == (names(started.inputs), [])
    for told in (started, completed, failed):
        assert "canary" not in str(told)


def test_run_is_serialized_as_openlineage_does(extracted, connected_sandbox):
    from openlineage.client.serde import Serde

    operator = WiroRunModelOperator(task_id="paint", model="sandbox/image", parameters={"prompt": "x"}, inline_wait=30)
    result = run(operator)
    facet = json.loads(Serde.to_json(extracted(operator, "extract_on_complete").run_facets["wiro"]))
    assert facet["cost_usd"] == result["cost_usd"]
    assert facet["_schemaURL"].startswith("https://openlineage.io/")


def test_upload(extracted, connected_sandbox, tmp_path):
    path = tmp_path / "note.txt"
    path.write_text("hello")
    operator = WiroUploadFileOperator(task_id="upload", file=path)
    address = run(operator)
    told = extracted(operator, "extract_on_complete")
    assert names(told.inputs) == [("file", str(path))]
    assert address.endswith(names(told.outputs)[0][1])


def test_message(extracted, running_agent):
    operator = WiroAgentMessageOperator(task_id="ask", agent=running_agent.guid, message="a canary", inline_wait=30)
    assert names(extracted(operator).inputs) == [("wiro", f"agents/{running_agent.guid}")]
    result = run(operator)
    told = extracted(operator, "extract_on_complete")
    assert told.run_facets["wiro"].credits == result["credits"] > 0
    assert told.outputs == []
    assert "canary" not in str(told)


def test_long_text_that_was_saved_is_an_output():
    operator = WiroRunModelOperator(task_id="write", model="a/b")
    result = {"outputs": [], "text_path": "s3://bucket/7/answer.txt", "text_size": 70_000}
    assert list(operator._lineage_outputs(result)) == [LineageDataset("s3://bucket", "7/answer.txt", 70_000)]
    result = {"thinking_path": "s3://bucket/7/thinking.txt", "thinking_size": 70_000}
    assert list(operator._lineage_outputs(result)) == [LineageDataset("s3://bucket", "7/thinking.txt", 70_000)]
    assert list(operator._lineage_outputs(None)) == []


def test_agent_is_named_by_whatever_is_known():
    assert lineage.agent_dataset(_GUID) == LineageDataset("wiro", f"agents/{_GUID}")
