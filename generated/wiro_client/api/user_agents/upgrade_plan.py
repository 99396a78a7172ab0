"""``user_agents_upgrade_plan``: POST /UserAgent/UpgradePlan."""

from __future__ import annotations

from ...arguments import Parameter, keywords, prepare
from ...calls import Call
from ...models.user_agent_upgrade_plan_request_plan import UserAgentUpgradePlanRequestPlan
from ...models.user_agent_upgrade_plan_response import UserAgentUpgradePlanResponse
from ...operations import OPERATIONS
from ...shapes import TEXT, EnumOf
from ...types import UNSET, Unset

__all__ = ["OPERATION", "build_call"]

OPERATION = OPERATIONS["user_agents_upgrade_plan"]

_PARAMETERS: tuple[Parameter, ...] = (
    Parameter(
        "guid",
        "guid",
        "body",
        TEXT,
        required=True,
    ),
    Parameter(
        "plan",
        "plan",
        "body",
        EnumOf("UserAgentUpgradePlanRequestPlan", str),
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
    plan: UserAgentUpgradePlanRequestPlan | str,
    team_guid: str | Unset = UNSET,
) -> Call[UserAgentUpgradePlanResponse]:
    """Return the call of ``user_agents_upgrade_plan``; the method of the resource class says what it takes."""
    return prepare(
        OPERATION,
        _PARAMETERS,
        {
            "guid": guid,
            "plan": plan,
            "team_guid": team_guid,
        },
        UserAgentUpgradePlanResponse._adopt,
        body="json",
    )
