"""What can be sent as JSON, and how to speak about values without showing them."""

from __future__ import annotations

import math
from collections.abc import Mapping
from enum import Enum
from typing import Any

from .errors import InvalidArgumentError
from .types import File, Unset

__all__ = ["JsonObject", "check_json", "described"]


class JsonObject:
    """Base of what becomes a JSON object of its own: the models."""

    __slots__ = ()

    def to_dict(self) -> dict[str, Any]:
        """Return the JSON object."""
        raise NotImplementedError


def check_json(value: Any, path: str, *, files: bool = False) -> None:
    """Raise InvalidArgumentError, naming the place, unless a value can be sent as JSON.

    Args:
        value: None, booleans, finite numbers, strings, enums, models, and lists and mappings of them.
        path: Where it is, for the message.
        files: True if ``File`` is allowed as well, alone or in a list.
    """
    try:
        _check_json(value, path, files)
    except RecursionError:
        raise InvalidArgumentError(f"{path} is nested too deeply, or contains itself", parameter=path) from None


def _check_json(value: Any, path: str, files: bool) -> None:
    if value is None or isinstance(value, str | bool | int | Enum):
        return
    if isinstance(value, float):
        if math.isfinite(value):
            return
    elif isinstance(value, Mapping):
        for key, item in value.items():
            if not isinstance(key, str):
                raise InvalidArgumentError(f"{path} must have strings as keys, not {described(key)}", parameter=path)
            _check_json(item, f"{path}.{key}", files=False)
        return
    elif isinstance(value, list | tuple):
        for index, item in enumerate(value):
            _check_json(item, f"{path}[{index}]", files)
        return
    elif (files and isinstance(value, File)) or isinstance(value, JsonObject):
        return
    accepted = "a JSON value or a wiro_client.File" if files else "a JSON value"
    raise InvalidArgumentError(f"{path} must be {accepted}, not {described(value)}", parameter=path)


def described(value: Any) -> str:
    """Return a value's type for a message, never the value: it may be a secret."""
    if value is None or isinstance(value, Unset):
        return repr(value)
    if isinstance(value, float) and not math.isfinite(value):
        return f"the float {value!r}"
    return type(value).__name__
