"""``user_agents_create_extra_credit_checkout``: POST /UserAgent/CreateExtraCreditCheckout."""

from __future__ import annotations

from ...arguments import Parameter, keywords, prepare
from ...calls import Call
from ...models.user_agent_create_extra_credit_checkout_request_pack import UserAgentCreateExtraCreditCheckoutRequestPack
from ...models.user_agent_create_extra_credit_checkout_response import UserAgentCreateExtraCreditCheckoutResponse
from ...operations import OPERATIONS
from ...shapes import BOOLEAN, TEXT, EnumOf
from ...types import UNSET, Unset

__all__ = ["OPERATION", "build_call"]

OPERATION = OPERATIONS["user_agents_create_extra_credit_checkout"]

_PARAMETERS: tuple[Parameter, ...] = (
    Parameter(
        "useragentguid",
        "useragentguid",
        "body",
        TEXT,
        required=True,
        aliases=("useragentGuid",),
    ),
    Parameter(
        "pack",
        "pack",
        "body",
        EnumOf("UserAgentCreateExtraCreditCheckoutRequestPack", str),
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
)


@keywords
def build_call(
    *,
    useragentguid: str,
    pack: UserAgentCreateExtraCreditCheckoutRequestPack | str,
    useprepaid: bool,
    team_guid: str | Unset = UNSET,
    useragentGuid: str | Unset = UNSET,
) -> Call[UserAgentCreateExtraCreditCheckoutResponse]:
    """Return the call of ``user_agents_create_extra_credit_checkout``; the method of the resource class says what it takes."""
    return prepare(
        OPERATION,
        _PARAMETERS,
        {
            "useragentguid": useragentguid,
            "pack": pack,
            "useprepaid": useprepaid,
            "team_guid": team_guid,
            "useragentGuid": useragentGuid,
        },
        UserAgentCreateExtraCreditCheckoutResponse._adopt,
        body="json",
    )
