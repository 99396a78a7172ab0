"""The client of a small specification, generated, imported and used."""

from __future__ import annotations

import inspect
from typing import TYPE_CHECKING, Any

import pytest

from tests.support.generating import Recorder, generated_package
from tests.support.specifications import things_with, write_specification

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path
    from types import ModuleType


@pytest.fixture(scope="module")
def things(tmp_path_factory: pytest.TempPathFactory) -> Iterator[ModuleType]:
    yield from generated_package(tmp_path_factory.mktemp("things"), "things_client")


def called(things: ModuleType, method: str, answer: dict[str, Any] | None = None, **arguments: Any) -> tuple[Any, Any]:
    """Call an operation and return its call and its result."""
    recorder = Recorder(answer)
    result = getattr(things.Api(recorder).things, method)(**arguments)
    return recorder.calls[0], result


def test_arguments_go_to_body_and_header(things: ModuleType) -> None:
    call, _ = called(things, "detail", guid="g", tags=["a"], team_guid="t")
    assert call.path == "/Thing/Detail"
    assert call.json == {"guid": "g", "tags": ["a"]}
    assert call.headers == {"teamGUID": "t"}
    assert call.operation.effect == "read"


def test_numbers_that_travel_as_strings(things: ModuleType) -> None:
    assert called(things, "detail", guid="g", limit=5)[0].json == {"guid": "g", "limit": "5"}
    assert called(things, "detail", guid="g", limit="5")[0].json == {"guid": "g", "limit": "5"}


def test_older_names(things: ModuleType) -> None:
    assert called(things, "detail", thingGuid="g")[0].json == {"guid": "g"}


def test_missing_and_wrong_arguments(things: ModuleType) -> None:
    with pytest.raises(things.InvalidArgumentError, match="guid is required: a string"):
        called(things, "detail")
    with pytest.raises(things.InvalidArgumentError, match=r"tags\[0\] must be a string, not int"):
        called(things, "detail", guid="g", tags=[1])
    with pytest.raises(things.InvalidArgumentError, match="owner_slug must match"):
        called(things, "make", owner_slug="A/B")
    with pytest.raises(things.InvalidArgumentError, match=r"parts\[0\]\.name is required"):
        called(things, "make", owner_slug="a", parts=[{}])


def test_json_or_form(things: ModuleType) -> None:
    call, _ = called(things, "make", owner_slug="a", title="t", parts=[{"name": "n", "free": 1}])
    assert call.path == "/Thing/a/Make"
    assert call.json == {"title": "t", "parts": [{"name": "n", "free": 1}]}
    picture = things.File(b"x", "a.png")
    call, _ = called(things, "make", owner_slug="a", title="t", picture=picture)
    assert [(part.name, part.value) for part in call.form] == [("title", "t"), ("picture", picture)]
    assert called(things, "make", owner_slug="a", multipart=True)[0].form == []


def test_answers_become_models(things: ModuleType) -> None:
    answer = {"result": True, "thing": {"guid": "g", "size": "3", "kind": "huge", "owner": None, "new": 1}}
    _, result = called(things, "detail", answer, guid="g")
    assert result.thing.size == 3
    assert result.thing.kind == "huge"
    assert not result.thing.kind.is_known
    assert result.thing.owner is None
    assert result.thing["new"] == 1
    assert result.to_dict() == answer


def test_what_is_only_described_generates_nothing(things: ModuleType) -> None:
    from things_client.operations import OPERATIONS  # type: ignore[import-not-found]

    assert list(OPERATIONS) == ["things_detail", "things_make"]
    assert not hasattr(things.Api(Recorder()).things, "callback")


def test_frames_are_models_with_their_type_preset(things: ModuleType) -> None:
    from things_client.models import ThingFrame

    assert ThingFrame().to_dict() == {"type": "thing_changed"}


def test_the_error_table(things: ModuleType) -> None:
    from things_client.error_table import ERROR_TABLE

    assert ERROR_TABLE[96].retryable
    assert (ERROR_TABLE[1].exception, ERROR_TABLE[1].messages) == ("NotFoundError", ("none",))


def test_docstrings(things: ModuleType) -> None:
    text = inspect.getdoc(things.Api(Recorder()).things.detail) or ""
    assert text.startswith("Read a thing.\n\nAnswers one thing.\n\nChanges nothing: may be repeated.")
    assert "guid: Guid of the thing. Older name: ``thingGuid``." in text
    assert "code 1 (There is no thing): nothing has this guid" in text
    assert text.endswith("POST /Thing/Detail, documented in things.md:1-10, 12.")
    assert "never send it twice" in (inspect.getdoc(things.Api(Recorder()).things.make) or "")


AWKWARD = {
    "type": "object",
    "description": 'Ends with a "quote"',
    "properties": {
        "class": {"type": "string", "description": 'Back\\slash, """triple""" and {braces}.'},
        "list": {"type": "array", "description": "L.", "items": {"type": "string"}},
        "_hidden": {"type": "string", "description": "H."},
        "with-dash": {"type": "string", "description": "D."},
        "1st": {"type": "string", "description": "O."},
        "Any": {"type": "array", "description": "A.", "items": {"type": "integer"}},
        "str": {"type": "string", "description": "S."},
        "other": {"type": "string", "description": "T."},
    },
}


def test_awkward_names_and_texts(tmp_path: Path) -> None:
    def change(document: dict[str, Any]) -> None:
        document["components"]["schemas"]["Awkward"] = AWKWARD
        document["components"]["schemas"]["Thing"]["properties"]["awkward"] = {"$ref": "#/components/schemas/Awkward"}
        request = document["components"]["schemas"]["ThingDetailRequest"]["properties"]
        request |= {"request_options": {"type": "string", "description": "R."}, "from": AWKWARD["properties"]["str"]}
        document["paths"]["/Thing/Detail"]["post"]["operationId"] = "things_import"
        document["paths"]["/Thing/Detail"]["post"]["summary"] = 'Say "hello" \\ world'

    for package in generated_package(tmp_path, "awkward_client", things=things_with(change)):
        from awkward_client.models import Awkward  # type: ignore[import-not-found]

        value = {"class": "a", "list": ["b"], "_hidden": "c", "with-dash": "d", "1st": "e", "Any": [1], "str": "f"}
        model = Awkward.from_dict(value)
        assert (model.class_, model.list_, model.field_hidden, model.with_dash) == ("a", ["b"], "c", "d")
        assert model.to_dict() == value
        recorder = Recorder()
        package.Api(recorder).things.import_(guid="g", request_options_body="r", from_="f")
        assert recorder.calls[0].json == {"guid": "g", "request_options": "r", "from": "f"}
        assert 'Say "hello" \\ world' in (inspect.getdoc(package.Api(recorder).things.import_) or "")


NEWER = """
paths:
  /Thing/{owner-slug}/Watch:
    get:
      tags: [things]
      operationId: things_watch
      summary: Watch a thing.
      description: Answers when the thing has changed, or streams its changes.
      x-wiro-effect: read
      x-wiro-auth: key
      x-wiro-status: newer
      x-wiro-docs: newer.md:1
      x-wiro-documented-errors: []
      parameters:
      - {name: owner-slug, in: path, required: true, description: Whose., schema: {type: string}}
      - {name: stream, in: query, required: false, description: Whether to stream., schema: {type: boolean}}
      - {name: kind, in: query, required: true, description: Which., schema: {$ref: '#/components/schemas/ThingKind'}}
      responses:
        '200':
          description: The thing.
          content:
            application/json: {schema: {$ref: '#/components/schemas/ThingDetailResponse'}}
            text/event-stream: {schema: {type: string}}
        4XX: {$ref: '#/components/responses/ClientError'}
        5XX: {$ref: '#/components/responses/ServerError'}
"""


def test_newer_operations_are_an_added_fragment(tmp_path: Path) -> None:
    (write_specification(tmp_path) / "newer.yaml").write_text(NEWER)
    for package in generated_package(tmp_path, "newer_client"):
        recorder = Recorder()
        package.Api(recorder).things.watch(owner_slug="a", stream=True, kind="small")
        (call,) = recorder.calls
        assert (call.operation.method, call.operation.status) == ("GET", "newer")
        assert call.path == "/Thing/a/Watch?kind=small&stream=true"
        assert (bool(call.json), call.form) == (False, None)
        assert "Only newer documentation" in (inspect.getdoc(package.Api(recorder).things.watch) or "")
