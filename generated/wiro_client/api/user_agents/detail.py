"""``user_agents_detail``: POST /UserAgent/Detail."""

from __future__ import annotations

from ...arguments import Parameter, keywords, prepare
from ...calls import Call
from ...models.user_agent_detail_response import UserAgentDetailResponse
from ...operations import OPERATIONS
from ...shapes import TEXT
from ...types import UNSET, Unset

__all__ = ["OPERATION", "build_call"]

OPERATION = OPERATIONS["user_agents_detail"]

_PARAMETERS: tuple[Parameter, ...] = (
    Parameter(
        "guid",
        "guid",
        "body",
        TEXT,
        required=True,
    ),
    Parameter(
        "team_guid",
        "teamGUID",
        "header",
        TEXT,
    ),
)


@keywords
def build_call(
    *,
    guid: str,
    team_guid: str | Unset = UNSET,
) -> Call[UserAgentDetailResponse]:
    """Return the call of ``user_agents_detail``; the method of the resource class says what it takes."""
    return prepare(
        OPERATION,
        _PARAMETERS,
        {
            "guid": guid,
            "team_guid": team_guid,
        },
        UserAgentDetailResponse._adopt,
        body="json",
    )
