"""JSON bodies, and where exactly a value is that JSON cannot carry."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping
from typing import Any, Final

from wiro_client.errors import InvalidArgumentError
from wiro_client.exchange import encode_json

__all__ = ["encode_json_body", "non_json_values"]

# Deeper than any request; a structure that contains itself ends here instead of in a RecursionError.
_MAX_DEPTH: Final = 100


def encode_json_body(value: Any) -> bytes:
    """Encode a request body.

    Raises:
        InvalidArgumentError: Some value is not JSON; message and `parameter` say where.
    """
    try:
        return encode_json(value)
    except InvalidArgumentError as error:
        for path, problem in non_json_values(value):
            raise InvalidArgumentError(f"{path or 'the request body'} {problem}", parameter=path or None) from error
        raise


def non_json_values(value: Any, path: str = "", depth: int = 0) -> Iterator[tuple[str, str]]:
    """Yield every value that JSON cannot carry.

    Args:
        value: Anything.
        path: Where it is, such as `params.items[2].name`.
        depth: How deep that is.

    Yields:
        Pairs of the path and a phrase about the value there, such as `is a set, which is not JSON`.
    """
    if depth > _MAX_DEPTH:
        yield path, f"is nested deeper than {_MAX_DEPTH} levels, or contains itself"
    elif isinstance(value, Mapping):
        for key, inner in value.items():
            if isinstance(key, str):
                yield from non_json_values(inner, f"{path}.{key}" if path else key, depth + 1)
            else:
                yield path, f"has the key {key!r}, a {type(key).__name__}; JSON keys are strings"
    elif isinstance(value, (list, tuple)):
        for index, inner in enumerate(value):
            yield from non_json_values(inner, f"{path}[{index}]", depth + 1)
    elif isinstance(value, float) and not math.isfinite(value):
        yield path, f"is {value!r}, which is not JSON"
    elif isinstance(value, str):
        if not _is_text(value):
            yield path, "is no valid text: it holds a lone surrogate"
    elif value is not None and not isinstance(value, (int, float)):
        yield path, f"is a {type(value).__name__}, which is not JSON"


def _is_text(value: str) -> bool:
    try:
        value.encode()
    except UnicodeEncodeError:
        return False
    return True
