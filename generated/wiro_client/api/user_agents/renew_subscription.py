"""``user_agents_renew_subscription``: POST /UserAgent/RenewSubscription."""

from __future__ import annotations

from ...arguments import Parameter, keywords, prepare
from ...calls import Call
from ...models.user_agent_renew_subscription_response import UserAgentRenewSubscriptionResponse
from ...operations import OPERATIONS
from ...shapes import TEXT
from ...types import UNSET, Unset

__all__ = ["OPERATION", "build_call"]

OPERATION = OPERATIONS["user_agents_renew_subscription"]

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
) -> Call[UserAgentRenewSubscriptionResponse]:
    """Return the call of ``user_agents_renew_subscription``; the method of the resource class says what it takes."""
    return prepare(
        OPERATION,
        _PARAMETERS,
        {
            "guid": guid,
            "team_guid": team_guid,
        },
        UserAgentRenewSubscriptionResponse._adopt,
        body="json",
    )
