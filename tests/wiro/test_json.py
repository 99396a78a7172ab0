from __future__ import annotations

from typing import Any

import pytest

from wiro._json import encode_json_body, non_json_values
from wiro.errors import InvalidArgumentError


def test_bodies_are_compact_utf8() -> None:
    assert encode_json_body({"a": ["ü", 1, None, True, 1.5]}) == '{"a":["ü",1,null,true,1.5]}'.encode()


@pytest.mark.parametrize(
    ("value", "parameter", "problem"),
    [
        ({"a": [{"b": {1}}]}, "a[0].b", "is a set"),
        ({"a": float("-inf")}, "a", "is -inf"),
        ({"a": "\ud800"}, "a", "lone surrogate"),
        ({1, 2}, None, "the request body is a set"),
        ({"a": {(1, 2): 3}}, "a", "has the key (1, 2), a tuple"),
    ],
)
def test_where_it_is_no_json(value: Any, parameter: str | None, problem: str) -> None:
    with pytest.raises(InvalidArgumentError) as caught:
        encode_json_body(value)
    assert caught.value.parameter == parameter
    assert problem in str(caught.value)


def test_a_body_that_contains_itself() -> None:
    endless: dict[str, Any] = {}
    endless["again"] = endless
    with pytest.raises(InvalidArgumentError, match="contains itself"):
        encode_json_body(endless)


def test_all_places_are_found() -> None:
    found = list(non_json_values({"a": [b"", {"c": {1}}], "fine": 1}, "params"))
    assert found == [
        ("params.a[0]", "is a bytes, which is not JSON"),
        ("params.a[1].c", "is a set, which is not JSON"),
    ]
