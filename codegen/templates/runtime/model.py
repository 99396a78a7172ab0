"""Base class of all models: objects that read an answer when they are asked, and give it back unchanged.

A model made from an answer keeps the answer and decodes a field when it is first read. So reading a large list costs
what is used of it, and ``to_dict`` returns what the service sent: unknown fields, unexpected types, nulls and order
included, with only those fields replaced that were changed since.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from enum import Enum
from typing import TYPE_CHECKING, Any, ClassVar

from .errors import InvalidArgumentError
from .json_values import JsonObject
from .shapes import ANYTHING, MISFIT, Field, Fields, Shape
from .types import UNSET

if TYPE_CHECKING:
    from typing import Self

__all__ = ["Model", "copied", "redacted"]

_SECRET_NAME = re.compile(
    r"token|secret|passw|apppass|applicationpass|api[_-]?key|private[_-]?key|service_?account|fieldvalue"
    r"|authorization|signature|nonce",
    re.I,
)
_HIDDEN = "<hidden>"
_DEEPEST_SHOWN = 20
_CONTAINERS = frozenset({dict, list})


class Model(JsonObject):
    """An object of the API. Subclasses are attrs classes; all their arguments are keywords.

    ``model["name"]``, ``"name" in model`` and ``additional_properties`` reach fields that the specification does not
    know. ``repr`` hides the values of fields that look like secrets.
    """

    __slots__ = ("_extra", "_odd", "_raw")

    _fields: ClassVar[Fields] = {}
    _extra_shape: ClassVar[Shape] = ANYTHING
    _closed: ClassVar[bool] = False

    _extra: dict[str, Any]
    _raw: dict[str, Any]
    _odd: dict[str, str]

    @classmethod
    def from_dict(cls, source: Mapping[str, Any]) -> Self:
        """Return the model of a JSON object.

        Args:
            source: The object, as parsed from JSON. It is copied: later changes to it do not reach the model.

        Raises:
            InvalidArgumentError: The source is not a mapping. Its content never raises.
        """
        if not isinstance(source, Mapping):
            raise InvalidArgumentError(
                f"{cls.__name__}.from_dict takes a JSON object, not {type(source).__name__}", parameter="source"
            )
        return cls._adopt(copied(dict(source)))

    @classmethod
    def _adopt(cls, raw: dict[str, Any]) -> Self:
        """Return the model of an object that nobody else changes."""
        model = cls.__new__(cls)
        model._raw = raw
        exact = cls._exact_names()
        # Another casing or an alias of a known name: then a field that seems to be absent is looked for later.
        odd = [key for key in raw if key not in exact and str(key).lower() in cls._names()]
        model._fill(raw.get, MISFIT if odd else UNSET)
        return model

    def _fill(self, get: Callable[[str, Any], Any], absent: Any) -> None:
        """Set the fields of an answer that need no reading; the others wait until they are asked for.

        Written out in every model: a loop over the fields takes twice as long.

        Args:
            get: Returns the value of a key of the answer, or its second argument.
            absent: Stands for keys that the answer lacks; `UNSET` sets them, anything else leaves them for later.
        """

    if not TYPE_CHECKING:  # Type checkers know the fields; this must not hide misspelled ones from them.

        def __getattr__(self, name: str) -> Any:
            # Called for slots that are still empty: the first look at a field that `_fill` left.
            field = self._fields.get(name)
            if field is not None:
                value = self._meaning(field, self._raw.get(field.name, MISFIT))
            elif name == "_extra":
                value = self._read_extra()
            elif name == "_odd":
                value = self._read_odd()
            else:
                raise AttributeError(f"{type(self).__name__!r} object has no attribute {name!r}")
            setattr(self, name, value)
            return value

    def _read(self, field: Field) -> Any:
        """Return what the answer says in a field."""
        value = self._raw.get(field.name, MISFIT)
        return value if type(value) in field.exact else self._meaning(field, value)

    def _meaning(self, field: Field, value: Any) -> Any:
        """Return what a field says whose value needs reading, or is not there under the field's own name."""
        if value is MISFIT:
            if not self._odd:
                return UNSET
            value = self._raw.get(self._sent_name(field), MISFIT)
        if type(value) in field.exact:
            return value
        # null for a field that is not documented as nullable means that it is not there.
        result = MISFIT if value is None or value is MISFIT else field.shape.read(value)
        return UNSET if result is MISFIT else result

    def _sent_name(self, field: Field) -> str:
        """Return the key under which the answer has a field: its name, an alias, or another casing of them."""
        if field.name not in self._raw and self._odd:
            for name in (field.name, *field.aliases):
                key = self._odd.get(name.lower())
                if key is not None:
                    return key
        return field.name

    def _read_odd(self) -> dict[str, str]:
        """Return the keys that are another casing or an alias of a known name, by their lower case; mostly none."""
        exact = self._exact_names()
        if self._raw.keys() <= exact:
            return {}
        names = self._names()
        odd = {str(key).lower(): key for key in sorted(self._raw.keys() - exact, key=str)}
        return {lower: key for lower, key in odd.items() if lower in names}

    def _read_extra(self) -> dict[str, Any]:
        raw = _raw_of(self)
        if raw is None:
            return {}
        known = self._names()
        read = self._extra_shape.read
        extra: dict[str, Any] = {}
        for key, value in raw.items():
            if str(key).lower() not in known:
                result = read(value)
                extra[key] = value if result is MISFIT else result
        return extra

    @classmethod
    def _exact_names(cls) -> frozenset[str]:
        """Return the JSON names of the fields."""
        names: frozenset[str] | None = cls.__dict__.get("_known_exact_names")
        if names is None:
            names = frozenset(field.name for field in cls._fields.values())
            cls._known_exact_names = names  # type: ignore[attr-defined]
        return names

    @classmethod
    def _names(cls) -> dict[str, str]:
        """Return the lower-case JSON names and aliases of the fields, with the attribute of each."""
        names: dict[str, str] | None = cls.__dict__.get("_known_names")
        if names is None:
            names = {alias.lower(): name for name, field in cls._fields.items() for alias in field.aliases}
            names.update((field.name.lower(), name) for name, field in cls._fields.items())
            cls._known_names = names  # type: ignore[attr-defined]
        return names

    @classmethod
    def _knows_some_of(cls, source: Mapping[str, Any]) -> bool:
        return not cls._names().keys().isdisjoint(str(key).lower() for key in source)

    @property
    def additional_properties(self) -> dict[str, Any]:
        """Fields that the specification does not know, by their JSON name. May be changed."""
        return self._extra

    @property
    def additional_keys(self) -> list[str]:
        """Names of the fields that the specification does not know."""
        return list(self._extra)

    def __getitem__(self, key: str) -> Any:
        return self._extra[key]

    def __setitem__(self, key: str, value: Any) -> None:
        self._extra[key] = value

    def __delitem__(self, key: str) -> None:
        del self._extra[key]

    def __contains__(self, key: str) -> bool:
        return key in self._extra

    def to_dict(self) -> dict[str, Any]:
        """Return the JSON object: what the service sent, with every later change; else the fields that are set."""
        raw = _raw_of(self)
        if raw is None:
            made = {
                field.name: _encoded(value)
                for name, field in self._fields.items()
                if (value := getattr(self, name)) is not UNSET
            }
            made.update((key, _encoded(value)) for key, value in self._extra.items())
            return made
        result: dict[str, Any] = copied(raw)
        for name, field in self._fields.items():
            value = _current(self, name)
            if value is MISFIT or value == self._read(field):
                continue
            sent_as = self._sent_name(field)
            if value is UNSET:
                result.pop(sent_as, None)
            else:
                result[sent_as] = _encoded(value)
        extra = _current(self, "_extra")
        if extra is not MISFIT and extra != (sent := self._read_extra()):
            for key in sent.keys() - extra.keys():
                del result[key]
            result.update((key, _encoded(value)) for key, value in extra.items() if sent.get(key, MISFIT) != value)
        return result

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Model) or type(other) is not type(self):
            return NotImplemented
        return all(getattr(self, name) == getattr(other, name) for name in self._fields) and self._extra == other._extra

    __hash__ = None  # type: ignore[assignment]

    def __repr__(self) -> str:
        parts = [
            f"{name}={redacted(value, field.name)!r}"
            for name, field in self._fields.items()
            if (value := getattr(self, name)) is not UNSET
        ]
        parts += [f"{key!r}: {redacted(value, key)!r}" for key, value in self._extra.items()]
        return f"{type(self).__name__}({', '.join(parts)})"

    def __reduce__(self) -> tuple[Any, ...]:
        raw = _raw_of(self)
        values = {name: value for name in (*self._fields, "_extra") if (value := _current(self, name)) is not MISFIT}
        return _restored, (type(self), raw, values)

    def _check(self, path: str) -> None:
        """Raise InvalidArgumentError unless the fields that are set have the documented types."""
        for name, field in self._fields.items():
            value = getattr(self, name)
            if value is not UNSET:
                field.shape.check(value, f"{path}.{name}")
        for key, value in self._extra.items():
            self._extra_shape.check(value, f"{path}.{key}")

    @classmethod
    def _check_mapping(cls, source: Mapping[str, Any], path: str) -> None:
        """Raise InvalidArgumentError unless a mapping given instead of a model has the documented fields."""
        by_name = {field.name: field for field in cls._fields.values()}
        for key, value in source.items():
            field = by_name.get(key)
            if field is not None:
                field.shape.check(value, f"{path}.{key}")
            elif cls._closed:
                accepted = ", ".join(by_name) or "nothing"
                raise InvalidArgumentError(
                    f"{path} has no field {key!r}; it takes {accepted}", parameter=f"{path}.{key}"
                )
            else:
                cls._extra_shape.check(value, f"{path}.{key}")
        for field in by_name.values():
            if field.required and field.name not in source:
                raise InvalidArgumentError(
                    f"{path}.{field.name} is required: {field.shape.label}", parameter=f"{path}.{field.name}"
                )


def _raw_of(model: Model) -> dict[str, Any] | None:
    try:
        raw: dict[str, Any] = object.__getattribute__(model, "_raw")
    except AttributeError:
        return None
    return raw


def _current(model: Model, name: str) -> Any:
    """Return an attribute without decoding it, ``MISFIT`` if it was never looked at."""
    try:
        return object.__getattribute__(model, name)
    except AttributeError:
        return MISFIT


def _restored(model_class: type[Model], raw: dict[str, Any] | None, values: dict[str, Any]) -> Model:
    """Rebuild a pickled or copied model."""
    model = model_class.__new__(model_class)
    if raw is not None:
        model._raw = raw
    for name, value in values.items():
        setattr(model, name, value)
    return model


def _encoded(value: Any) -> Any:
    """Return a value as JSON data."""
    if isinstance(value, Model):
        return value.to_dict()
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, Mapping):
        return {key: _encoded(item) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [_encoded(item) for item in value]
    return value


def copied(value: Any) -> Any:
    """Return JSON data with containers of its own."""
    try:
        return _copied(value)
    except RecursionError:  # The JSON parser goes deeper than Python functions may call themselves.
        return _copied_in_steps(value)


def _copied(value: Any) -> Any:
    if type(value) is dict:
        return {key: _copied(item) if type(item) in _CONTAINERS else item for key, item in value.items()}
    if type(value) is list:
        return [_copied(item) if type(item) in _CONTAINERS else item for item in value]
    return value


def _copied_in_steps(value: Any) -> Any:
    result: list[Any] = [value]
    waiting: list[Any] = [result]
    while waiting:
        container = waiting.pop()
        for place, item in list(container.items()) if type(container) is dict else enumerate(container):
            if type(item) in _CONTAINERS:
                container[place] = item.copy()
                waiting.append(container[place])
    return result[0]


def redacted(value: Any, name: str = "", depth: int = 0) -> Any:
    """Return a value as it may be shown: nothing under a name that looks like a secret, at any depth."""
    if isinstance(value, Model):
        return value
    if isinstance(value, Mapping | list | tuple) and depth > _DEEPEST_SHOWN:
        return ...
    if isinstance(value, Mapping):
        return {key: redacted(item, str(key), depth + 1) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [redacted(item, name, depth + 1) for item in value]
    if name and isinstance(value, str) and value and _SECRET_NAME.search(name):
        return _HIDDEN
    return value
