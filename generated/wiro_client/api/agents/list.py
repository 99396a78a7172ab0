"""``agents_list``: POST /Agent/List."""

from __future__ import annotations

from ...arguments import Parameter, keywords, prepare
from ...calls import Call
from ...models.agent_list_request_order import AgentListRequestOrder
from ...models.agent_list_request_sort import AgentListRequestSort
from ...models.agent_list_response import AgentListResponse
from ...operations import OPERATIONS
from ...shapes import INTEGER, TEXT, EnumOf
from ...types import UNSET, Unset

__all__ = ["OPERATION", "build_call"]

OPERATION = OPERATIONS["agents_list"]

_PARAMETERS: tuple[Parameter, ...] = (
    Parameter(
        "search",
        "search",
        "body",
        TEXT,
    ),
    Parameter(
        "category",
        "category",
        "body",
        TEXT,
    ),
    Parameter(
        "sort",
        "sort",
        "body",
        EnumOf("AgentListRequestSort", str),
    ),
    Parameter(
        "order",
        "order",
        "body",
        EnumOf("AgentListRequestOrder", str),
    ),
    Parameter(
        "limit",
        "limit",
        "body",
        INTEGER,
    ),
    Parameter(
        "start",
        "start",
        "body",
        INTEGER,
    ),
)


@keywords
def build_call(
    *,
    search: str | Unset = UNSET,
    category: str | Unset = UNSET,
    sort: AgentListRequestSort | str | Unset = UNSET,
    order: AgentListRequestOrder | str | Unset = UNSET,
    limit: int | Unset = UNSET,
    start: int | Unset = UNSET,
) -> Call[AgentListResponse]:
    """Return the call of ``agents_list``; the method of the resource class says what it takes."""
    return prepare(
        OPERATION,
        _PARAMETERS,
        {
            "search": search,
            "category": category,
            "sort": sort,
            "order": order,
            "limit": limit,
            "start": start,
        },
        AgentListResponse._adopt,
        body="json",
    )
