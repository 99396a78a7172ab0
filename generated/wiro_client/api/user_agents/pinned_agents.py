"""``user_agents_pinned_agents``: POST /UserAgent/PinnedAgents."""

from __future__ import annotations

from ...arguments import Parameter, keywords, prepare
from ...calls import Call
from ...models.user_agent_pinned_agents_response import UserAgentPinnedAgentsResponse
from ...operations import OPERATIONS
from ...shapes import TEXT
from ...types import UNSET, Unset

__all__ = ["OPERATION", "build_call"]

OPERATION = OPERATIONS["user_agents_pinned_agents"]

_PARAMETERS: tuple[Parameter, ...] = (
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
    team_guid: str | Unset = UNSET,
) -> Call[UserAgentPinnedAgentsResponse]:
    """Return the call of ``user_agents_pinned_agents``; the method of the resource class says what it takes."""
    return prepare(
        OPERATION,
        _PARAMETERS,
        {
            "team_guid": team_guid,
        },
        UserAgentPinnedAgentsResponse._adopt,
        body="json",
    )
