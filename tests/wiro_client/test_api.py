"""The resource classes: every operation, blocking and awaited."""

from __future__ import annotations

import inspect
import re
from typing import TYPE_CHECKING, Any

import pytest

from wiro_client.api import Api, AsyncApi
from wiro_client.error_table import ERROR_TABLE
from wiro_client.errors import InvalidArgumentError
from wiro_client.operations import OPERATIONS
from wiro_client.types import UNSET, File

if TYPE_CHECKING:
    from collections.abc import Iterator

    from wiro_client.calls import Call, RequestOptions


class Recorder:
    """Keeps the calls it is given and answers with nothing."""

    def __init__(self) -> None:
        self.calls: list[Call[Any]] = []
        self.options: list[RequestOptions | None] = []

    def send(self, call: Call[Any], options: RequestOptions | None = None) -> Any:
        self.calls.append(call)
        self.options.append(options)
        return call.parse({"result": True})


class AsyncRecorder(Recorder):
    async def send(self, call: Call[Any], options: RequestOptions | None = None) -> Any:  # type: ignore[override]
        return super().send(call, options)


def methods(api: Any) -> Iterator[tuple[str, Any]]:
    for operation in OPERATIONS.values():
        name = operation.id.removeprefix(f"{operation.tag}_")
        yield operation.id, getattr(getattr(api, operation.tag), name)


def plausible(annotation: str) -> Any:
    """Return a value that fits the first type of an annotation."""
    first = "str" if annotation.endswith(" | str") else annotation.partition(" | ")[0]
    simple = {"str": "text", "int": 1, "float": 1.0, "bool": True, "Any": {"a": 1}, "File": File(b"x")}
    if first in simple:
        return simple[first]
    return [] if first.startswith("Sequence[") else {}


def arguments(method: Any) -> dict[str, Any]:
    """Return plausible values for the required keywords, which have lost their lack of a default."""
    hints = inspect.get_annotations(inspect.unwrap(method.__func__))
    return {
        name: plausible(hint)
        for name, hint in hints.items()
        if name not in ("return", "request_options", "multipart") and not hint.endswith(" | Unset")
    }


def test_every_operation_can_be_called() -> None:
    recorder = Recorder()
    refused: dict[str, InvalidArgumentError] = {}
    for name, method in methods(Api(recorder)):
        try:
            method(**arguments(method))
        except InvalidArgumentError as error:
            refused[name] = error
    # Only objects whose required fields an empty mapping lacks, and bodies that need one of several, may be refused.
    assert not [error for error in refused.values() if not re.search(" is required: | must be given", str(error))]
    called = {call.operation.id for call in recorder.calls}
    assert called | refused.keys() == OPERATIONS.keys()
    assert len(called) > 0.9 * len(OPERATIONS)
    assert len(OPERATIONS) >= 127


async def test_sync_and_async_make_the_same_calls() -> None:
    one, other = Recorder(), AsyncRecorder()
    awaited = dict(methods(AsyncApi(other)))
    for name, method in methods(Api(one)):
        values = arguments(method)
        assert inspect.iscoroutinefunction(awaited[name])
        assert inspect.signature(method) == inspect.signature(awaited[name])
        assert method.__doc__ == awaited[name].__doc__
        try:
            method(**values)
        except InvalidArgumentError:
            continue
        await awaited[name](**values)
    assert [(call.path, call.json, call.form, call.headers) for call in one.calls] == [
        (call.path, call.json, call.form, call.headers) for call in other.calls
    ]


def test_a_missing_or_wrong_argument_fails_before_anything_is_sent() -> None:
    recorder = Recorder()
    for name, method in methods(Api(recorder)):
        for required in arguments(method):
            with pytest.raises(InvalidArgumentError) as caught:
                method(**{key: value for key, value in arguments(method).items() if key != required})
            assert caught.value.parameter is not None, name
            recorder.calls.clear()
            with pytest.raises(InvalidArgumentError):
                method(**{**arguments(method), required: object()})
            assert recorder.calls == []


def test_request_options_reach_the_sender() -> None:
    recorder = Recorder()
    Api(recorder).tasks.detail(taskid="1", request_options={"timeout": 3.0})
    assert recorder.options == [{"timeout": 3.0}]


def test_resources_are_made_once() -> None:
    api = Api(Recorder())
    assert api.tasks is api.tasks


def test_docstrings_tell_arguments_errors_and_source() -> None:
    text = inspect.getdoc(Api(Recorder()).tasks.detail) or ""
    assert "tasktoken:" in text
    assert "There is no task yet." in text or "There is no task yet" in text
    assert "POST /Task/Detail" in text
    for name, method in methods(Api(Recorder())):
        documentation = inspect.getdoc(method) or ""
        for keyword in inspect.signature(method).parameters:
            assert f"{keyword}:" in documentation or f"``{keyword}``" in documentation, (name, keyword)


def test_older_names_are_accepted() -> None:
    recorder = Recorder()
    api = Api(recorder)
    api.tasks.kill(tasktoken="t")
    assert recorder.calls[-1].json == {"socketaccesstoken": "t"}
    aliased = 0
    for _, method in methods(api):
        documentation = inspect.getdoc(method) or ""
        aliased += documentation.count("Older name: ``")
    assert aliased >= 10


def test_methods_take_keywords_only() -> None:
    with pytest.raises(TypeError):
        Api(Recorder()).tasks.detail("1")  # type: ignore[misc]


def test_unset_arguments_are_not_sent() -> None:
    recorder = Recorder()
    Api(recorder).tasks.detail(taskid="1", tasktoken=UNSET)
    assert recorder.calls[0].json == {"taskid": "1"}


def test_operations_know_what_repeating_them_does() -> None:
    assert OPERATIONS["runs_create"].effect == "charge"
    assert OPERATIONS["tasks_detail"].effect == "read"
    assert OPERATIONS["runs_create"].path == "/Run/{owner-slug}/{model-slug}"


def test_the_error_table_has_the_documented_codes() -> None:
    assert {0, 1, *range(96, 107), 108, 404} <= ERROR_TABLE.keys()
    assert ERROR_TABLE[96].retryable is True
    assert ERROR_TABLE[97].retryable is False
    assert all(rule.code == code and rule.exception.endswith("Error") for code, rule in ERROR_TABLE.items())
