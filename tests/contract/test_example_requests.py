"""Every request that the documentation prints can be made with the methods of the client, exactly as printed."""

from __future__ import annotations

import json
import re
from importlib import import_module
from typing import TYPE_CHECKING, Any

from tests.support.contract import SpecExample, generated_operations, shared_api, spec_examples
from wiro_client import models
from wiro_client.api import Api, AsyncApi
from wiro_client.calls import Call
from wiro_client.errors import ApiError
from wiro_client.exchange import decode
from wiro_client.operations import OPERATIONS
from wiro_client.types import File

if TYPE_CHECKING:
    from collections.abc import Iterator

# Files of the collection that are requests to somebody else's service.
_FOREIGN_REQUESTS = {
    "misc.external_merchantapi.request.1": "request to a Google service",
    "misc.external_merchantapi.request.2": "request to a Google service",
}
# The documentation writes the operations of a provider once, with a placeholder; X stands for all of them here.
_PLACEHOLDER = ("{Provider}", "X")
# Newer documents have these operations; the specification does not have them yet.
_NEWER_OPERATIONS = {
    "/Run/{owner-slug}/{model-slug}/sync",
    "/Team/Spending/Summary",
    "/UserAgent/Message/RenameSession",
    "/UserAgent/Realtime/Cancel",
    "/UserAgent/Realtime/WebStart",
    "/UserAgent/UpdateSettings",
}
_RUN = "/Run/{owner-slug}/{model-slug}"


class _Recorder:
    """Returns the calls it is asked to send."""

    def send(self, call: Call[Any], options: object = None) -> Any:
        return call


class _AsyncRecorder:
    async def send(self, call: Call[Any], options: object = None) -> Any:
        return call


def _arguments(operation_id: str, body: dict[str, Any], path: str, *, form: bool = False) -> dict[str, Any]:
    """Return the keyword arguments that make a documented body."""
    operation = OPERATIONS[operation_id]
    module = import_module(f"wiro_client.api.{operation.tag}.{_method_name(operation_id)}")
    keywords = {parameter.wire_name: parameter.name for parameter in module._PARAMETERS}
    if operation.path == _RUN:
        owner, model = path.removeprefix("/Run/").split("/")
        further = {"multipart": True} if form else {}
        return {"owner_slug": owner, "model_slug": model, "body": body, **further}
    return {keywords.get(name, name): value for name, value in body.items()}


def _method_name(operation_id: str) -> str:
    return operation_id.removeprefix(f"{OPERATIONS[operation_id].tag}_")


def _method(api: Any, operation_id: str) -> Any:
    return getattr(getattr(api, OPERATIONS[operation_id].tag), _method_name(operation_id))


def _call(operation_id: str, body: dict[str, Any], path: str = "/Run/owner/model", *, form: bool = False) -> Call[Any]:
    arguments = _arguments(operation_id, body, path, form=form)
    call: Call[Any] = _method(Api(_Recorder()), operation_id)(**arguments)
    return call


def _as_files(body: dict[str, Any]) -> dict[str, Any]:
    """Return a documented form with a file wherever the documentation has ``@name``."""

    def value(item: Any) -> Any:
        if isinstance(item, list):
            return [value(part) for part in item]
        if item is None or (isinstance(item, str) and item.startswith("@")):
            return File(b"content", file_name="file.bin")
        return item

    return {name: value(item) for name, item in body.items()}


def _by_name(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """Return a form with a list where a name is repeated."""
    form: dict[str, Any] = {}
    for name, value in pairs:
        if name not in form:
            form[name] = value
        else:
            form[name] = [*form[name], value] if isinstance(form[name], list) else [form[name], value]
    return form


def _parts(body: dict[str, Any]) -> list[tuple[str, Any]]:
    """Return the parts that a form has to have."""
    pairs = [(name, item) for name, value in body.items() for item in (value if isinstance(value, list) else [value])]
    return [(name, "file" if isinstance(item, File) else item) for name, item in pairs]


def _sent_parts(call: Call[Any]) -> list[tuple[str, Any]]:
    assert call.form is not None
    return [(part.name, "file" if isinstance(part.value, File) else part.value) for part in call.form]


def _requests() -> Iterator[SpecExample]:
    for example in spec_examples():
        if example.direction == "request":
            yield example


def test_every_request_example_can_be_made() -> None:
    made = 0
    for example in _requests():
        assert example.operation is not None
        if example.media_type == "multipart/form-data":
            body = _as_files(example.value)
            assert _sent_parts(_call(example.operation, body, form=True)) == _parts(body), example.name
        else:
            call = _call(example.operation, example.value)
            assert call.form is None, example.name
            assert call.json == example.value, example.name
            template = OPERATIONS[example.operation].path
            assert call.path == ("/Run/owner/model" if template == _RUN else template), example.name
        made += 1
    assert made >= 190


async def test_coroutines_make_the_same_requests() -> None:
    for example in _requests():
        assert example.operation is not None
        if example.media_type == "application/json":
            arguments = _arguments(example.operation, example.value, "/Run/owner/model")
            call = await _method(AsyncApi(_AsyncRecorder()), example.operation)(**arguments)
            assert call.json == example.value, example.name


def test_every_answer_example_is_understood() -> None:
    """Successes become the result of the call, refusals become errors that say all the answer says."""
    understood = 0
    for example in spec_examples():
        if example.direction != "response":
            continue
        assert example.operation is not None
        model = getattr(models, example.schema)
        call: Call[Any] = Call(OPERATIONS[example.operation], "/", {}, parse=model.from_dict)
        content = json.dumps(example.value).encode()
        if example.value.get("result") is False:
            error = _refusal(call, content)
            assert error.body == example.value, example.name
            assert [item.message for item in error.errors] == [_message(item) for item in example.value["errors"]]
        else:
            assert decode(call, 200, {}, content).to_dict() == example.value, example.name
        understood += 1
    assert understood >= 100


def _refusal(call: Call[Any], content: bytes) -> ApiError:
    try:
        decode(call, 200, {}, content)
    except ApiError as error:
        return error
    raise AssertionError(f"{call.operation.id}: a refusal became a result")


def _message(item: Any) -> str:
    return str(item["message"]) if isinstance(item, dict) else str(item)


def _documented_requests(folder: str) -> Iterator[tuple[str, str, Any]]:
    """Yield name, path and body of every request of a collection."""
    index = json.loads((shared_api() / folder / "index.json").read_text(encoding="utf-8"))
    for file_name, entry in index.items():
        if entry["direction"] == "request":
            body = json.loads((shared_api() / folder / file_name).read_text(encoding="utf-8"))
            yield file_name.removesuffix(".json"), entry["operation"].replace(*_PLACEHOLDER), body


def _operation_at(path: str) -> str | None:
    """Return the id of the operation with a path, whose slugs may be filled in."""
    for (_, template), operation in generated_operations().items():
        pattern = re.sub(r"\{[a-z-]+\}", "[^/]+", template)
        if path == template or re.fullmatch(pattern, path):
            return str(operation["operationId"])
    return None


def test_all_203_documented_requests_can_be_made() -> None:
    made, foreign = 0, set()
    for name, path, body in _documented_requests("examples"):
        if name in _FOREIGN_REQUESTS:
            foreign.add(name)
            continue
        operation = _operation_at(path)
        assert operation is not None, name
        filled = "/Run/owner/model" if "{" in path else path
        if list(body) == ["multipart"]:
            form = _as_files(_by_name(body["multipart"]))
            assert sorted(_sent_parts(_call(operation, form, filled, form=True))) == sorted(_parts(form)), name
        else:
            call = _call(operation, body, filled)
            assert call.json == body, name
            assert call.path == filled, name
        made += 1
    assert foreign == set(_FOREIGN_REQUESTS)
    assert made + len(foreign) == 203


def test_newer_requests_to_the_same_operations_can_be_made() -> None:
    made, elsewhere = 0, set()
    for name, path, body in _documented_requests("newer-examples"):
        operation = _operation_at(path)
        if operation is None:
            elsewhere.add(path)
            continue
        assert _call(operation, body).json == body, name
        made += 1
    assert {path for path in elsewhere if path.startswith("/")} <= _NEWER_OPERATIONS
    assert made >= 6
