"""Pages of lists: `start` and `limit` arrive as numbers or as their text."""

from collections.abc import Mapping
from typing import Any, TypeVar

from wiro.sandbox.refusals import refuse

__all__ = ["page_of"]

_DEFAULT_LIMIT = 20
_MAX_LIMIT = 100

_Row = TypeVar("_Row")


def page_of(rows: list[_Row], body: Mapping[str, Any], *, largest: int = _MAX_LIMIT) -> list[_Row]:
    """Return the rows that a request asks for.

    Args:
        rows: All rows.
        body: With `start` and `limit`.
        largest: Most rows of one page.

    Raises:
        RefusedError: If `start` or `limit` is not a whole number.
    """
    start = _whole_number(body, "start", 0)
    limit = min(_whole_number(body, "limit", _DEFAULT_LIMIT), largest)
    return rows[start : start + limit]


def _whole_number(body: Mapping[str, Any], name: str, default: int) -> int:
    value = body.get(name)
    if value in (None, ""):
        return default
    text = str(value)
    if not (text.isascii() and text.isdigit()):
        raise refuse("not_numeric", name=name)
    return int(text)
