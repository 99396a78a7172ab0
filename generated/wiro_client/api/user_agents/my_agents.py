"""``user_agents_my_agents``: POST /UserAgent/MyAgents."""

from __future__ import annotations

from ...arguments import Parameter, keywords, prepare
from ...calls import Call
from ...models.sort_order import SortOrder
from ...models.user_agent_my_agents_request_sort import UserAgentMyAgentsRequestSort
from ...models.user_agent_my_agents_response import UserAgentMyAgentsResponse
from ...operations import OPERATIONS
from ...shapes import INTEGER, TEXT, EnumOf
from ...types import UNSET, Unset

__all__ = ["OPERATION", "build_call"]

OPERATION = OPERATIONS["user_agents_my_agents"]

_PARAMETERS: tuple[Parameter, ...] = (
    Parameter(
        "team_guid",
        "teamGUID",
        "header",
        TEXT,
    ),
    Parameter(
        "sort",
        "sort",
        "body",
        EnumOf("UserAgentMyAgentsRequestSort", str),
    ),
    Parameter(
        "order",
        "order",
        "body",
        EnumOf("SortOrder", str),
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
    Parameter(
        "category",
        "category",
        "body",
        TEXT,
    ),
)


@keywords
def build_call(
    *,
    team_guid: str | Unset = UNSET,
    sort: UserAgentMyAgentsRequestSort | str | Unset = UNSET,
    order: SortOrder | str | Unset = UNSET,
    limit: int | Unset = UNSET,
    start: int | Unset = UNSET,
    category: str | Unset = UNSET,
) -> Call[UserAgentMyAgentsResponse]:
    """Return the call of ``user_agents_my_agents``; the method of the resource class says what it takes."""
    return prepare(
        OPERATION,
        _PARAMETERS,
        {
            "team_guid": team_guid,
            "sort": sort,
            "order": order,
            "limit": limit,
            "start": start,
            "category": category,
        },
        UserAgentMyAgentsResponse._adopt,
        body="json",
    )
