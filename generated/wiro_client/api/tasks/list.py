"""``tasks_list``: POST /Task/List."""

from __future__ import annotations

from ...arguments import Parameter, keywords, prepare
from ...calls import Call
from ...models.sort_order import SortOrder
from ...models.task_list_response import TaskListResponse
from ...operations import OPERATIONS
from ...shapes import INTEGER, TEXT, EnumOf, OneOf
from ...types import UNSET, Unset

__all__ = ["OPERATION", "build_call"]

OPERATION = OPERATIONS["tasks_list"]

_PARAMETERS: tuple[Parameter, ...] = (
    Parameter(
        "type_",
        "type",
        "body",
        TEXT,
    ),
    Parameter(
        "sort",
        "sort",
        "body",
        TEXT,
    ),
    Parameter(
        "order",
        "order",
        "body",
        OneOf(EnumOf("SortOrder", str), TEXT),
    ),
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
        "model_name",
        "modelName",
        "body",
        TEXT,
    ),
)


@keywords
def build_call(
    *,
    type_: str | Unset = UNSET,
    sort: str | Unset = UNSET,
    order: SortOrder | str | str | Unset = UNSET,
    start: str | int | Unset = UNSET,
    limit: str | int | Unset = UNSET,
    model_name: str | Unset = UNSET,
) -> Call[TaskListResponse]:
    """Return the call of ``tasks_list``; the method of the resource class says what it takes."""
    return prepare(
        OPERATION,
        _PARAMETERS,
        {
            "type_": type_,
            "sort": sort,
            "order": order,
            "start": start,
            "limit": limit,
            "model_name": model_name,
        },
        TaskListResponse._adopt,
        body="json",
    )
