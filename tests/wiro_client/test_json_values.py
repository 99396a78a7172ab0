"""What can be sent as JSON."""

from __future__ import annotations

import enum
from typing import Any

import pytest

from wiro_client.errors import InvalidArgumentError
from wiro_client.json_values import check_json, described
from wiro_client.models import Task
from wiro_client.types import UNSET, File


class Color(enum.Enum):
    RED = "red"


@pytest.mark.parametrize("value", [None, True, 1, 1.5, "a", [1, ("a",)], {"a": {"b": [None]}}, Color.RED, Task(id="1")])
def test_json_values(value: Any) -> None:
    check_json(value, "params")


@pytest.mark.parametrize(
    ("value", "place", "type_name"),
    [
        ({1, 2}, "params", "set"),
        ({"a": [1, object()]}, "params.a[1]", "object"),
        ({"a": float("nan")}, "params.a", "the float nan"),
        ({"a": {1: 2}}, "params.a", "int"),
        ({"a": b"secret"}, "params.a", "bytes"),
        ({"a": UNSET}, "params.a", "UNSET"),
        (Task, "params", "type"),
        ([File(b"")], "params[0]", "File"),
    ],
)
def test_everything_else_is_refused_where_it_is(value: Any, place: str, type_name: str) -> None:
    with pytest.raises(InvalidArgumentError) as caught:
        check_json(value, "params")
    assert caught.value.parameter == place
    assert type_name in str(caught.value)
    assert "secret" not in str(caught.value)


def test_files_are_allowed_alone_or_in_a_list_but_not_inside_objects() -> None:
    check_json(File(b""), "f", files=True)
    check_json([File(b""), "https://example.com/a.png"], "f", files=True)
    with pytest.raises(InvalidArgumentError, match=r"f\.a must be a JSON value, not File"):
        check_json({"a": File(b"")}, "f", files=True)


def test_a_value_that_contains_itself_is_refused() -> None:
    value: list[Any] = []
    value.append(value)
    with pytest.raises(InvalidArgumentError, match="contains itself"):
        check_json(value, "f")


def test_described_never_shows_the_value() -> None:
    assert described("secret") == "str"
    assert described(None) == "None"
