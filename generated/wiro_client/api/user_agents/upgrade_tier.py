"""``user_agents_upgrade_tier``: POST /UserAgent/UpgradeTier."""

from __future__ import annotations

from ...arguments import Parameter, keywords, prepare
from ...calls import Call
from ...models.user_agent_upgrade_tier_request_target_tier import UserAgentUpgradeTierRequestTargetTier
from ...models.user_agent_upgrade_tier_response import UserAgentUpgradeTierResponse
from ...operations import OPERATIONS
from ...shapes import TEXT, EnumOf
from ...types import UNSET, Unset

__all__ = ["OPERATION", "build_call"]

OPERATION = OPERATIONS["user_agents_upgrade_tier"]

_PARAMETERS: tuple[Parameter, ...] = (
    Parameter(
        "guid",
        "guid",
        "body",
        TEXT,
        required=True,
    ),
    Parameter(
        "target_tier",
        "targetTier",
        "body",
        EnumOf("UserAgentUpgradeTierRequestTargetTier", str),
        required=True,
        aliases=("plan",),
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
    target_tier: UserAgentUpgradeTierRequestTargetTier | str,
    team_guid: str | Unset = UNSET,
    plan: UserAgentUpgradeTierRequestTargetTier | str | Unset = UNSET,
) -> Call[UserAgentUpgradeTierResponse]:
    """Return the call of ``user_agents_upgrade_tier``; the method of the resource class says what it takes."""
    return prepare(
        OPERATION,
        _PARAMETERS,
        {
            "guid": guid,
            "target_tier": target_tier,
            "team_guid": team_guid,
            "plan": plan,
        },
        UserAgentUpgradeTierResponse._adopt,
        body="json",
    )
