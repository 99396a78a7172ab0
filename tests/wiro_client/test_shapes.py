"""Reading leniently, checking strictly."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wiro_client.errors import InvalidArgumentError
from wiro_client.models import ErrorItem, Task, TaskOutput, TaskStatus
from wiro_client.shapes import (
    ANYTHING,
    BINARY,
    BOOLEAN,
    INTEGER,
    MISFIT,
    NULL,
    NUMBER,
    TEXT,
    Const,
    EnumOf,
    ListOf,
    Nested,
    OneOf,
    Shape,
)
from wiro_client.types import UNSET, File

STATUS = EnumOf("TaskStatus", str)
OUTPUTS = ListOf(Nested("TaskOutput"))
ID = OneOf(TEXT, INTEGER)

READ: list[tuple[Shape, Any, Any]] = [
    (TEXT, "a", "a"),
    (TEXT, 7, "7"),
    (TEXT, 1.5, "1.5"),
    (TEXT, True, "true"),
    (TEXT, False, "false"),
    (TEXT, [1], MISFIT),
    (TEXT, None, MISFIT),
    (TEXT, {"digits": 1}, MISFIT),
    (INTEGER, 7, 7),
    (INTEGER, " 7 ", 7),
    (INTEGER, "7.0", 7),
    (INTEGER, 7.0, 7),
    (INTEGER, "1e3", 1000),
    (INTEGER, 7.5, MISFIT),
    (INTEGER, "7.5", MISFIT),
    (INTEGER, "1_000", MISFIT),
    (INTEGER, "9" * 5000, MISFIT),
    (INTEGER, True, MISFIT),
    (INTEGER, "", MISFIT),
    (INTEGER, "inf", MISFIT),
    (INTEGER, [], MISFIT),
    (NUMBER, "0.0035", 0.0035),
    (NUMBER, 1, 1),
    (NUMBER, "12", 12),
    (NUMBER, "nan", MISFIT),
    (NUMBER, "free", MISFIT),
    (NUMBER, True, MISFIT),
    (BOOLEAN, True, True),
    (BOOLEAN, 1, True),
    (BOOLEAN, 0, False),
    (BOOLEAN, "TRUE", True),
    (BOOLEAN, "0", False),
    (BOOLEAN, 2, MISFIT),
    (BOOLEAN, "", MISFIT),
    (BOOLEAN, [], MISFIT),
    (NULL, None, None),
    (NULL, 0, MISFIT),
    (ANYTHING, {"a": [1]}, {"a": [1]}),
    (BINARY, "text", "text"),
    (BINARY, 1, MISFIT),
    (Const("a"), "a", "a"),
    (Const("a"), "b", "b"),
    (Const("a"), 1, MISFIT),
    (STATUS, "task_start", TaskStatus.START),
    (STATUS, 7, TaskStatus("7")),
    (STATUS, [], MISFIT),
    (Nested("TaskOutput"), {"name": "a"}, TaskOutput(name="a")),
    (Nested("TaskOutput"), '{"name": "a"}', TaskOutput(name="a")),
    (Nested("TaskOutput"), "{", MISFIT),
    (Nested("TaskOutput"), "a", MISFIT),
    (Nested("TaskOutput"), [], MISFIT),
    (OUTPUTS, [{"name": "a"}, None, 7, {"name": "b"}], [TaskOutput(name="a"), TaskOutput(name="b")]),
    (OUTPUTS, '[{"name": "a"}]', [TaskOutput(name="a")]),
    (OUTPUTS, {"name": "a"}, [TaskOutput(name="a")]),
    (OUTPUTS, {"unknown": "a"}, MISFIT),
    (OUTPUTS, "a", MISFIT),
    (OUTPUTS, None, MISFIT),
    (ListOf(TEXT), ["image", 7, True], ["image", "7", "true"]),
    (ListOf(TEXT), {"a": 1}, MISFIT),
    (ID, "7", "7"),
    (ID, 7, 7),
    (ID, 7.0, "7.0"),
    (ID, None, MISFIT),
    (OneOf(INTEGER, NULL), None, None),
    (OneOf(INTEGER, NULL), "7", 7),
    (OneOf(INTEGER, NULL), "x", MISFIT),
    (OneOf(Nested("ErrorItem"), TEXT), "text", "text"),
    (OneOf(Nested("ErrorItem"), TEXT), {"message": "m"}, ErrorItem(message="m")),
]


@pytest.mark.parametrize(("shape", "value", "expected"), READ)
def test_reading(shape: Shape, value: Any, expected: Any) -> None:
    result = shape.read(value)
    assert result is MISFIT if expected is MISFIT else (result == expected and type(result) is type(expected))


def test_a_union_of_objects_is_told_apart_by_its_constants() -> None:
    union = OneOf(
        Nested("TaskQueueFrame", ("type", "task_queue")),
        Nested("TaskEndFrame", ("type", "task_end")),
        Nested("SocketFrame"),
    )
    names = [type(union.read({"type": kind})).__name__ for kind in ("task_end", "task_queue", "new", None)]
    assert names == ["TaskEndFrame", "TaskQueueFrame", "SocketFrame", "SocketFrame"]


CHECKED: list[tuple[Shape, Any]] = [
    (TEXT, "a"),
    (TEXT, TaskStatus.START),
    (INTEGER, 7),
    (NUMBER, 7),
    (NUMBER, 7.5),
    (BOOLEAN, False),
    (NULL, None),
    (ANYTHING, {"a": None}),
    (BINARY, File(b"")),
    (Const("a"), "a"),
    (STATUS, "anything"),
    (STATUS, TaskStatus.START),
    (OUTPUTS, (TaskOutput(), {"name": "a", "more": 1})),
    (OneOf(TEXT, NULL), None),
]


@pytest.mark.parametrize(("shape", "value"), CHECKED)
def test_accepted_arguments(shape: Shape, value: Any) -> None:
    shape.check(value, "name")


REFUSED: list[tuple[Shape, Any, str]] = [
    (TEXT, 7, "name must be a string, not int"),
    (TEXT, None, "name must be a string, not None"),
    (TEXT, b"secret", "name must be a string, not bytes"),
    (INTEGER, True, "name must be an integer, not bool"),
    (INTEGER, 7.0, "name must be an integer, not float"),
    (INTEGER, "7", "name must be an integer, not str"),
    (NUMBER, float("inf"), "name must be a finite number, not inf"),
    (BOOLEAN, 1, "name must be True or False, not int"),
    (BINARY, b"", "name must be a wiro_client.File, not bytes"),
    (Const("a"), "b", "name must be 'a', not str"),
    (STATUS, 7, "name must be a TaskStatus or a string, not int"),
    (OUTPUTS, "abc", "name must be a list, each item a TaskOutput or a mapping with its fields, not str"),
    (OUTPUTS, {"name": "a"}, "name must be a list, each item a TaskOutput or a mapping with its fields, not dict"),
    (OUTPUTS, [7], "name[0] must be a TaskOutput or a mapping with its fields, not int"),
    (OUTPUTS, [{"name": 7}], "name[0].name must be"),
    (OUTPUTS, [TaskOutput(name=7)], "name[0].name must be"),
    (OneOf(TEXT, INTEGER), 1.5, "name must be a string or an integer, not float"),
    (OneOf(OUTPUTS, NULL), [7], "name[0] must be"),
    (ANYTHING, {"a": {1}}, "name.a must be a JSON value, not set"),
]


@pytest.mark.parametrize(("shape", "value", "message"), REFUSED)
def test_refused_arguments(shape: Shape, value: Any, message: str) -> None:
    with pytest.raises(InvalidArgumentError) as caught:
        shape.check(value, "name")
    assert str(caught.value).startswith(message)
    assert caught.value.parameter is not None
    assert caught.value.parameter.startswith("name")
    assert "secret" not in str(caught.value)


json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=20),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3),
    max_leaves=8,
)
ALL = [*{id(shape): shape for shape, *_ in [*READ, *CHECKED]}.values()]


@given(json_values)
def test_reading_never_raises(value: Any) -> None:
    for shape in ALL:
        shape.read(value)


@given(json_values)
def test_checking_raises_nothing_else(value: Any) -> None:
    for shape in ALL:
        try:
            shape.check(value, "name")
        except InvalidArgumentError:
            continue


def test_unset_is_no_value() -> None:
    with pytest.raises(InvalidArgumentError):
        TEXT.check(UNSET, "name")


def test_task_is_a_model() -> None:
    assert Nested("Task").model() is Task


def test_a_number_with_more_digits_than_python_writes() -> None:
    assert TEXT.read(10**5000) is MISFIT
