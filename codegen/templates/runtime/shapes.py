"""What fields and arguments may hold: read leniently from answers, checked strictly in requests.

The service writes one thing in several ways: numbers as strings, objects as JSON text, null for "not there". Reading
turns what is understood into the documented type and returns ``MISFIT`` for the rest; it never raises. Writing, the
user is told what is accepted. Model modules are tables of these shapes, so there is one decoder to get right.
"""

from __future__ import annotations

import json
import math
from collections.abc import Mapping, Sequence
from enum import Enum
from importlib import import_module
from typing import TYPE_CHECKING, Any, Final

from attrs import Factory, field, frozen

from .errors import InvalidArgumentError
from .json_values import check_json, described
from .types import File

if TYPE_CHECKING:
    from .model import Model

__all__ = [
    "ANYTHING",
    "BINARY",
    "BOOLEAN",
    "INTEGER",
    "MISFIT",
    "NULL",
    "NUMBER",
    "TEXT",
    "Const",
    "EnumOf",
    "Field",
    "Fields",
    "ListOf",
    "Nested",
    "OneOf",
    "Shape",
]


class _Misfit:
    """Type of ``MISFIT``: the mark for "this is not what the specification describes"."""

    def __repr__(self) -> str:
        return "MISFIT"


MISFIT: Final = _Misfit()


class Shape:
    """A documented type.

    Attributes:
        label: What it accepts, for messages: ``a string``.
        exact: Types of values that mean what they are. Others are read.
    """

    label = "any JSON value"
    exact: frozenset[type] = frozenset()

    def matches(self, value: Any) -> bool:
        """Return True if a value of an answer has this type as it stands."""
        return True

    def read(self, value: Any) -> Any:
        """Return what a value of an answer means, or ``MISFIT``."""
        return value

    def check(self, value: Any, path: str) -> None:
        """Raise InvalidArgumentError, naming ``path``, unless an argument has this type."""
        if not self.matches(value):
            raise InvalidArgumentError(f"{path} must be {self.label}, not {described(value)}", parameter=path)


class _Anything(Shape):
    exact = frozenset({type(None), bool, int, float, str, list, dict})

    def check(self, value: Any, path: str) -> None:
        check_json(value, path)


class _Null(Shape):
    label = "None"
    exact = frozenset({type(None)})

    def matches(self, value: Any) -> bool:
        return value is None

    def read(self, value: Any) -> Any:
        return None if value is None else MISFIT


class _Text(Shape):
    label = "a string"
    exact = frozenset({str})

    def matches(self, value: Any) -> bool:
        return isinstance(value, str)

    def read(self, value: Any) -> Any:
        if isinstance(value, str):
            return value
        if isinstance(value, bool):
            return "true" if value else "false"
        if isinstance(value, int | float):
            return repr(value) if isinstance(value, float) else _digits(value)
        return MISFIT


class _Integer(Shape):
    label = "an integer"
    exact = frozenset({int})

    def matches(self, value: Any) -> bool:
        return isinstance(value, int) and not isinstance(value, bool)

    def read(self, value: Any) -> Any:
        if isinstance(value, bool):
            return MISFIT
        if isinstance(value, int):
            return value
        number = _number_from(value)
        if number is None or not float(number).is_integer():
            return MISFIT
        return int(number)


class _Number(Shape):
    label = "a number"
    exact = frozenset({int, float})

    def matches(self, value: Any) -> bool:
        return isinstance(value, int | float) and not isinstance(value, bool)

    def read(self, value: Any) -> Any:
        if isinstance(value, bool):
            return MISFIT
        if isinstance(value, int | float):
            return value
        number = _number_from(value)
        return MISFIT if number is None else number

    def check(self, value: Any, path: str) -> None:
        super().check(value, path)
        if isinstance(value, float) and not math.isfinite(value):
            raise InvalidArgumentError(f"{path} must be a finite number, not {value!r}", parameter=path)


class _Boolean(Shape):
    label = "True or False"
    exact = frozenset({bool})

    def matches(self, value: Any) -> bool:
        return isinstance(value, bool)

    def read(self, value: Any) -> Any:
        if isinstance(value, bool):
            return value
        if isinstance(value, str):
            return {"true": True, "1": True, "false": False, "0": False}.get(value.strip().lower(), MISFIT)
        if isinstance(value, int | float) and value in (0, 1):
            return bool(value)
        return MISFIT


class _Binary(Shape):
    label = "a wiro_client.File"

    def matches(self, value: Any) -> bool:
        return isinstance(value, File)

    def read(self, value: Any) -> Any:
        return value if isinstance(value, File | str) else MISFIT


ANYTHING: Final = _Anything()
NULL: Final = _Null()
TEXT: Final = _Text()
INTEGER: Final = _Integer()
NUMBER: Final = _Number()
BOOLEAN: Final = _Boolean()
BINARY: Final = _Binary()


class Const(Shape):
    """Exactly one value. Answers with another value keep it."""

    def __init__(self, value: str | float | bool) -> None:
        self.value = value
        self.label = repr(value)

    def matches(self, value: Any) -> bool:
        return type(value) is type(self.value) and value == self.value

    def read(self, value: Any) -> Any:
        return value if isinstance(value, type(self.value)) else MISFIT


class EnumOf(Shape):
    """A value of an enum. The documented values are not the last word: unknown ones become members too."""

    def __init__(self, class_name: str, base: type[str] | type[int]) -> None:
        self.class_name = class_name
        self.base = base
        self.label = f"a {class_name} or {'a string' if base is str else 'an integer'}"

    def _enum(self) -> type[Enum]:
        enum: type[Enum] = _resolve(self.class_name)
        return enum

    def matches(self, value: Any) -> bool:
        return isinstance(value, self.base) and not isinstance(value, bool)

    def read(self, value: Any) -> Any:
        plain = (TEXT if self.base is str else INTEGER).read(value)
        return plain if plain is MISFIT else self._enum()(plain)


class Nested(Shape):
    """An object with a model class, imported when the first one is read.

    Args:
        class_name: Name of the class in ``models``.
        kind: Name and value of the field that tells this variant of a union from the others.
    """

    def __init__(self, class_name: str, kind: tuple[str, str] | None = None) -> None:
        self.class_name = class_name
        self.kind = kind
        self.label = f"a {class_name} or a mapping with its fields"

    def model(self) -> type[Model]:
        """Return the model class."""
        model: type[Model] = _resolve(self.class_name)
        return model

    def matches(self, value: Any) -> bool:
        if not isinstance(value, dict):
            return False
        return self.kind is None or value.get(self.kind[0]) == self.kind[1]

    def read(self, value: Any) -> Any:
        if isinstance(value, str) and value.lstrip().startswith("{"):
            value = _parsed(value)
        return self.model()._adopt(value) if isinstance(value, dict) else MISFIT

    def check(self, value: Any, path: str) -> None:
        model = self.model()
        if isinstance(value, model):
            value._check(path)
        elif isinstance(value, Mapping):
            model._check_mapping(value, path)
        else:
            super().check(value, path)


class ListOf(Shape):
    """A list. Items that do not fit are left out when reading; the answer itself keeps them."""

    def __init__(self, item: Shape) -> None:
        self.item = item
        self.label = f"a list, each item {item.label}"

    def matches(self, value: Any) -> bool:
        return isinstance(value, list)

    def read(self, value: Any) -> Any:
        if isinstance(value, str) and value.lstrip().startswith("["):
            value = _parsed(value)
        if isinstance(value, list):
            read, exact = self.item.read, self.item.exact
            items = [item if type(item) in exact else read(item) for item in value]
            return [item for item in items if item is not MISFIT]
        # One object where a list of such objects is documented.
        if isinstance(value, dict) and isinstance(self.item, Nested) and self.item.model()._knows_some_of(value):
            return [self.item.read(value)]
        return MISFIT

    def check(self, value: Any, path: str) -> None:
        if isinstance(value, str | bytes | Mapping) or not isinstance(value, Sequence):
            raise InvalidArgumentError(f"{path} must be {self.label}, not {described(value)}", parameter=path)
        for index, item in enumerate(value):
            self.item.check(item, f"{path}[{index}]")


class OneOf(Shape):
    """One of several shapes: the first that a value has as it stands, else the first it can be read as."""

    def __init__(self, *options: Shape) -> None:
        self.options = options
        self.exact = frozenset().union(*(option.exact for option in options))
        self.label = " or ".join(option.label for option in options)

    def matches(self, value: Any) -> bool:
        return any(option.matches(value) for option in self.options)

    def read(self, value: Any) -> Any:
        for option in self.options:
            if option.matches(value):
                return option.read(value)
        if value is None:
            return MISFIT
        for option in self.options:
            result = option.read(value)
            if result is not MISFIT:
                return result
        return MISFIT

    def check(self, value: Any, path: str) -> None:
        faults: list[InvalidArgumentError] = []
        for option in self.options:
            try:
                return option.check(value, path)
            except InvalidArgumentError as fault:
                faults.append(fault)
        # A fault inside a list or object says more than "must be one of these".
        inner = [fault for fault in faults if fault.parameter != path]
        if len(inner) == 1:
            raise inner[0]
        raise InvalidArgumentError(f"{path} must be {self.label}, not {described(value)}", parameter=path)


@frozen
class Field:
    """One documented field of a model.

    Attributes:
        name: Its name in JSON.
        shape: What it holds.
        required: True if a request cannot do without it.
        aliases: Other names under which answers carry it.
        exact: Types of values that need no reading.
    """

    name: str
    shape: Shape
    required: bool = False
    aliases: tuple[str, ...] = ()
    exact: frozenset[type] = field(
        init=False, repr=False, eq=False, default=Factory(lambda self: self.shape.exact, takes_self=True)
    )


Fields = dict[str, Field]


def _digits(value: int) -> Any:
    try:
        return str(value)
    except ValueError:  # More digits than Python converts.
        return MISFIT


def _number_from(value: Any) -> int | float | None:
    """Return the finite number that a float or a numeric string is."""
    if isinstance(value, str):
        text = value.strip()
        if len(text) > 100 or "_" in text:
            return None
        try:
            return int(text)
        except ValueError:
            pass
        try:
            value = float(text)
        except ValueError:
            return None
    if isinstance(value, float) and math.isfinite(value):
        return value
    return None


def _parsed(text: str) -> Any:
    try:
        return json.loads(text)
    except (ValueError, RecursionError):
        return MISFIT


_models: dict[str, Any] = {}


def _resolve(class_name: str) -> Any:
    found = _models.get(class_name)
    if found is None:
        found = _models[class_name] = getattr(import_module(f"{__package__}.models"), class_name)
    return found
