"""What the vendor's public clients send and understand, recorded as data."""

from __future__ import annotations

from typing import Any

import pytest

from tests.support.vectors import vectors
from wiro_client.api import Api
from wiro_client.calls import Call, FormPart, RequestOptions
from wiro_client.errors import InvalidArgumentError
from wiro_client.models import TaskDetailResponse, ToolListResponse
from wiro_client.multipart import encode_multipart
from wiro_client.timestamps import parse_timestamp
from wiro_client.types import UNSET, File


class Recorder:
    def __init__(self) -> None:
        self.calls: list[Call[Any]] = []

    def send(self, call: Call[Any], options: RequestOptions | None = None) -> Any:
        self.calls.append(call)
        return call.parse({})


def sent(path: str, body: dict[str, Any]) -> Call[Any]:
    """Make the call that sends a recorded body."""
    recorder = Recorder()
    api = Api(recorder)
    methods = {
        "/Tool/List": api.tools.list,
        "/Tool/Detail": api.tools.detail,
        "/Tool/Explore": api.tools.explore,
        "/Task/Detail": api.tasks.detail,
        "/Task/Cancel": api.tasks.cancel,
        "/Task/Kill": api.tasks.kill,
    }
    if path in methods:
        methods[path](**body)
    else:
        _, _, owner, model = path.split("/")
        api.runs.create(owner_slug=owner, model_slug=model, body=body)
    return recorder.calls[0]


REQUESTS = [
    vector
    for vector in [*vectors("endpoint"), *vectors("run")]
    if isinstance(vector["request_body"], dict) and "{" not in vector["path"] and "->" not in vector["path"]
]


@pytest.mark.parametrize("vector", REQUESTS, ids=lambda vector: vector["name"])
def test_recorded_requests_are_made(vector: dict[str, Any]) -> None:
    call = sent(vector["path"], vector["request_body"])
    assert call.operation.method == vector["method"]
    assert call.path == vector["path"]
    assert call.json == vector["request_body"]
    assert call.form is None
    for name in vector.get("absent", ()):
        assert name not in call.json


def test_enough_requests_are_recorded() -> None:
    assert len(REQUESTS) >= 25


def test_page_numbers_are_sent_as_strings() -> None:
    assert sent("/Tool/List", {"start": 0, "limit": 20}).json == {"start": "0", "limit": "20"}


@pytest.mark.parametrize("vector", vectors("slug"), ids=lambda vector: vector["request_body"])
def test_recorded_slugs(vector: dict[str, Any]) -> None:
    owner, _, model = vector["request_body"].partition("/")
    recorder = Recorder()
    if vector["expect"]["valid"]:
        Api(recorder).runs.create(owner_slug=owner, model_slug=model, body={})
        assert recorder.calls[0].path == f"/Run/{owner}/{model}"
    else:
        with pytest.raises(InvalidArgumentError):
            Api(recorder).runs.create(owner_slug=owner, model_slug=model, body={})
        assert recorder.calls == []


def test_recorded_task_row() -> None:
    (vector,) = vectors("task.full_coercion")
    response = TaskDetailResponse.from_dict(vector["response_body"])
    assert response.tasklist
    (task,) = response.tasklist
    expected = vector["expect"]
    assert task.id == expected["id"]
    assert int(str(task.pexit)) == expected["exit_code"]
    start, end = parse_timestamp(task.starttime), parse_timestamp(task.endtime)
    assert start
    assert end
    assert start.timestamp() * 1000 == expected["start_ms"]
    assert end.timestamp() * 1000 == expected["end_ms"]
    assert round(float(str(task.elapsedseconds)) * 1000 + 0.01) == expected["elapsed_ms"]
    assert float(str(task.totalcost)) == expected["totalcost"]
    assert task.outputs
    assert task.outputs[0].content
    assert task.outputs[0].content.answer == expected["answers"]
    assert response.to_dict() == vector["response_body"]


def test_recorded_outputs_under_another_name() -> None:
    (vector,) = vectors("task.output_alias")
    response = TaskDetailResponse.from_dict(vector["response_body"])
    assert response.tasklist
    assert response.tasklist[0].outputs
    assert response.tasklist[0].outputs[0].contenttype == "image/png"
    assert response.to_dict() == vector["response_body"]


def test_recorded_tool_row() -> None:
    (vector,) = vectors("tool.row_coercion")
    response = ToolListResponse.from_dict(vector["response_body"])
    assert response.tool
    (tool,) = response.tool
    assert str(response.total) == "1"
    assert tool.id == vector["expect"]["id"]
    assert tool.categories == vector["expect"]["categories"]
    assert tool.taskstat
    assert int(tool.taskstat.runcount or 0) == vector["expect"]["runcount"]
    assert f"{tool.cleanslugowner}/{tool.cleanslugproject}" == vector["expect"]["model"]
    assert response.to_dict() == vector["response_body"]


def test_recorded_page_with_rows_that_are_none() -> None:
    (vector,) = vectors("tool.page_skips_invalid")
    response = ToolListResponse.from_dict(vector["response_body"])
    assert response.tool
    assert [tool.id for tool in response.tool if tool.id is not UNSET] == ["one"]
    assert int(str(response.total)) == vector["expect"]["total"]
    assert response.to_dict() == vector["response_body"]


def test_recorded_uploads() -> None:
    (vector,) = vectors("upload.multipart_bytes")
    inputs = vector["inputs"]
    part = FormPart("file", File(inputs["data"].encode(), inputs["filename"]))
    _, body = encode_multipart([part], boundary=inputs["boundary"])
    assert body == vector["request_body"].encode()
    assert len(body) == vector["byte_length"]


def test_recorded_file_names() -> None:
    (vector,) = vectors("upload.filename_rejects")
    for name in vector["request_body"]:
        with pytest.raises(InvalidArgumentError):
            encode_multipart([FormPart("file", File(b"", name))])
    for name, trimmed in vector["expect"]["trimmed_ok"].items():
        assert f'filename="{trimmed}"'.encode() in encode_multipart([FormPart("file", File(b"", name))])[1]  # type: ignore[operator]


def test_recorded_escapes() -> None:
    # Part names may hold what file names may not.
    for vector in vectors("upload.filename_escape"):
        _, body = encode_multipart([FormPart(vector["request_body"], "x")])
        assert f'name="{vector["expect"]["escaped"]}"'.encode() in body  # type: ignore[operator]
