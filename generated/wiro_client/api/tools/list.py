"""``tools_list``: POST /Tool/List."""

from __future__ import annotations

from collections.abc import Sequence

from ...arguments import Parameter, keywords, prepare
from ...calls import Call
from ...models.sort_order import SortOrder
from ...models.tool_list_response import ToolListResponse
from ...models.tool_sort import ToolSort
from ...operations import OPERATIONS
from ...shapes import BOOLEAN, INTEGER, TEXT, EnumOf, ListOf, OneOf
from ...types import UNSET, Unset

__all__ = ["OPERATION", "build_call"]

OPERATION = OPERATIONS["tools_list"]

_PARAMETERS: tuple[Parameter, ...] = (
    Parameter(
        "start",
        "start",
        "body",
        OneOf(TEXT, INTEGER),
        as_text=True,
    ),
    Parameter(
        "limit",
        "limit",
        "body",
        OneOf(TEXT, INTEGER),
        as_text=True,
    ),
    Parameter(
        "search",
        "search",
        "body",
        TEXT,
    ),
    Parameter(
        "sort",
        "sort",
        "body",
        OneOf(EnumOf("ToolSort", str), TEXT),
    ),
    Parameter(
        "order",
        "order",
        "body",
        OneOf(EnumOf("SortOrder", str), TEXT),
    ),
    Parameter(
        "categories",
        "categories",
        "body",
        ListOf(TEXT),
    ),
    Parameter(
        "tags",
        "tags",
        "body",
        ListOf(TEXT),
    ),
    Parameter(
        "slugowner",
        "slugowner",
        "body",
        TEXT,
    ),
    Parameter(
        "hideworkflows",
        "hideworkflows",
        "body",
        BOOLEAN,
    ),
    Parameter(
        "summary",
        "summary",
        "body",
        BOOLEAN,
    ),
)


@keywords
def build_call(
    *,
    start: str | int | Unset = UNSET,
    limit: str | int | Unset = UNSET,
    search: str | Unset = UNSET,
    sort: ToolSort | str | str | Unset = UNSET,
    order: SortOrder | str | str | Unset = UNSET,
    categories: Sequence[str] | Unset = UNSET,
    tags: Sequence[str] | Unset = UNSET,
    slugowner: str | Unset = UNSET,
    hideworkflows: bool | Unset = UNSET,
    summary: bool | Unset = UNSET,
) -> Call[ToolListResponse]:
    """Return the call of ``tools_list``; the method of the resource class says what it takes."""
    return prepare(
        OPERATION,
        _PARAMETERS,
        {
            "start": start,
            "limit": limit,
            "search": search,
            "sort": sort,
            "order": order,
            "categories": categories,
            "tags": tags,
            "slugowner": slugowner,
            "hideworkflows": hideworkflows,
            "summary": summary,
        },
        ToolListResponse._adopt,
        body="json",
    )
