"""Whatever arrives: a result, or a documented error. Nothing else escapes, and nothing that was sent is lost."""

from __future__ import annotations

import contextlib
import copy
import json
import pickle
from importlib import import_module, resources
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from wiro_client.calls import Call
from wiro_client.errors import ApiError, InvalidResponseError
from wiro_client.exchange import decode
from wiro_client.model import Model
from wiro_client.operations import OPERATIONS

json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | st.text(max_size=20),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3),
    max_leaves=6,
)


def parse_of(operation_id: str) -> Any:
    operation = OPERATIONS[operation_id]
    module = import_module(f"wiro_client.api.{operation.tag}.{operation_id.removeprefix(operation.tag + '_')}")
    hint = module.build_call.__annotations__["return"].removeprefix("Call[").removesuffix("]")
    return getattr(import_module("wiro_client.models"), hint)._adopt


def documented_answers() -> list[tuple[str, str, dict[str, Any]]]:
    """Return operation, name and content of every documented answer."""
    document = json.loads(resources.files("wiro_client").joinpath("openapi.json").read_text(encoding="utf-8"))
    return [
        (operation["operationId"], name, example["value"])
        for item in document["paths"].values()
        for operation in item.values()
        if operation.get("operationId") in OPERATIONS
        for name, example in operation["responses"]["200"]["content"]["application/json"].get("examples", {}).items()
        if example["value"].get("result") is not False
    ]


ANSWERS = documented_answers()
PARSERS = {operation: parse_of(operation) for operation, _, _ in ANSWERS}


def places(value: Any, place: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    """Return the path of every value inside a document, the document's own included."""
    found = [place]
    items = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, item in items:
        found += places(item, (*place, key))
    return found


def replaced(value: Any, place: tuple[Any, ...], new: Any) -> Any:
    if not place:
        return new
    changed = copy.deepcopy(value)
    inner = changed
    for key in place[:-1]:
        inner = inner[key]
    inner[place[-1]] = new
    return changed


def read_everything(value: Any) -> None:
    if isinstance(value, Model):
        for name in value._fields:
            read_everything(getattr(value, name))
        read_everything(value.additional_properties)
    elif isinstance(value, dict):
        read_everything(list(value.values()))
    elif isinstance(value, list):
        for item in value:
            read_everything(item)


def received(operation: str, content: bytes, status: int = 200) -> Any:
    call = Call(OPERATIONS[operation], "/", {}, parse=PARSERS[operation])
    return decode(call, status, {}, content)


@settings(max_examples=300, suppress_health_check=[HealthCheck.too_slow])
@given(st.data())
def test_any_wrong_value_anywhere(data: st.DataObject) -> None:
    operation, _, answer = data.draw(st.sampled_from(ANSWERS))
    for _ in range(data.draw(st.integers(1, 3))):
        answer = replaced(answer, data.draw(st.sampled_from(places(answer))), data.draw(json_values))
    try:
        result = received(operation, json.dumps(answer).encode())
    except (ApiError, InvalidResponseError):
        return
    assert result.to_dict() == answer
    read_everything(result)
    assert result.to_dict() == answer
    repr(result)
    assert type(result).from_dict(answer) == result


@settings(max_examples=200)
@given(st.data())
def test_truncated_answers(data: st.DataObject) -> None:
    operation, _, answer = data.draw(st.sampled_from(ANSWERS))
    content = json.dumps(answer).encode()
    cut = data.draw(st.integers(1, len(content) - 1))
    with pytest.raises(InvalidResponseError):
        received(operation, content[:cut])


@settings(max_examples=200)
@given(st.data())
def test_garbled_answers(data: st.DataObject) -> None:
    operation, _, answer = data.draw(st.sampled_from(ANSWERS))
    content = bytearray(json.dumps(answer).encode())
    for _ in range(data.draw(st.integers(1, 5))):
        content[data.draw(st.integers(0, len(content) - 1))] = data.draw(st.integers(0, 255))
    with contextlib.suppress(ApiError, InvalidResponseError):
        read_everything(received(operation, bytes(content), data.draw(st.integers(100, 999))))


@pytest.mark.parametrize(("operation", "name", "answer"), ANSWERS, ids=[name for _, name, _ in ANSWERS])
def test_null_in_every_place_is_tolerated(operation: str, name: str, answer: dict[str, Any]) -> None:
    for place in places(answer)[1:]:
        changed = replaced(answer, place, None)
        result = received(operation, json.dumps(changed).encode())
        read_everything(result)
        assert result.to_dict() == changed


def test_answers_survive_pickling() -> None:
    for operation, _, answer in ANSWERS:
        result = received(operation, json.dumps(answer).encode())
        assert pickle.loads(pickle.dumps(result)).to_dict() == answer


def test_there_are_answers_to_spoil() -> None:
    assert len(ANSWERS) > 60
