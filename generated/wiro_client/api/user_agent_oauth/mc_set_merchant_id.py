"""``user_agent_oauth_mc_set_merchant_id``: POST /UserAgentOAuth/MCSetMerchantId."""

from __future__ import annotations

from ...arguments import Parameter, keywords, prepare
from ...calls import Call
from ...models.user_agent_oauth_mc_set_merchant_id_response import UserAgentOauthMcSetMerchantIdResponse
from ...operations import OPERATIONS
from ...shapes import TEXT
from ...types import UNSET, Unset

__all__ = ["OPERATION", "build_call"]

OPERATION = OPERATIONS["user_agent_oauth_mc_set_merchant_id"]

_PARAMETERS: tuple[Parameter, ...] = (
    Parameter(
        "useragentguid",
        "useragentguid",
        "body",
        TEXT,
        required=True,
        aliases=("userAgentGuid",),
    ),
    Parameter(
        "merchantid",
        "merchantid",
        "body",
        TEXT,
        required=True,
    ),
    Parameter(
        "accountname",
        "accountname",
        "body",
        TEXT,
    ),
)


@keywords
def build_call(
    *,
    useragentguid: str,
    merchantid: str,
    accountname: str | Unset = UNSET,
    userAgentGuid: str | Unset = UNSET,
) -> Call[UserAgentOauthMcSetMerchantIdResponse]:
    """Return the call of ``user_agent_oauth_mc_set_merchant_id``; the method of the resource class says what it takes."""
    return prepare(
        OPERATION,
        _PARAMETERS,
        {
            "useragentguid": useragentguid,
            "merchantid": merchantid,
            "accountname": accountname,
            "userAgentGuid": userAgentGuid,
        },
        UserAgentOauthMcSetMerchantIdResponse._adopt,
        body="json",
    )
