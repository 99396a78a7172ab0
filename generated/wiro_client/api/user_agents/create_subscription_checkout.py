"""``user_agents_create_subscription_checkout``: POST /UserAgent/CreateSubscriptionCheckout."""

from __future__ import annotations

from ...arguments import Parameter, keywords, prepare
from ...calls import Call
from ...models.user_agent_create_subscription_checkout_response import UserAgentCreateSubscriptionCheckoutResponse
from ...models.user_agent_tier import UserAgentTier
from ...operations import OPERATIONS
from ...shapes import BOOLEAN, TEXT, EnumOf
from ...types import UNSET, Unset

__all__ = ["OPERATION", "build_call"]

OPERATION = OPERATIONS["user_agents_create_subscription_checkout"]

_PARAMETERS: tuple[Parameter, ...] = (
    Parameter(
        "useragentguid",
        "useragentguid",
        "body",
        TEXT,
        required=True,
    ),
    Parameter(
        "useprepaid",
        "useprepaid",
        "body",
        BOOLEAN,
        required=True,
    ),
    Parameter(
        "team_guid",
        "teamGUID",
        "header",
        TEXT,
    ),
    Parameter(
        "tier",
        "tier",
        "body",
        EnumOf("UserAgentTier", str),
        aliases=("plan",),
    ),
)


@keywords
def build_call(
    *,
    useragentguid: str,
    useprepaid: bool,
    team_guid: str | Unset = UNSET,
    tier: UserAgentTier | str | Unset = UNSET,
    plan: UserAgentTier | str | Unset = UNSET,
) -> Call[UserAgentCreateSubscriptionCheckoutResponse]:
    """Return the call of ``user_agents_create_subscription_checkout``; the method of the resource class says what it takes."""
    return prepare(
        OPERATION,
        _PARAMETERS,
        {
            "useragentguid": useragentguid,
            "useprepaid": useprepaid,
            "team_guid": team_guid,
            "tier": tier,
            "plan": plan,
        },
        UserAgentCreateSubscriptionCheckoutResponse._adopt,
        body="json",
    )
