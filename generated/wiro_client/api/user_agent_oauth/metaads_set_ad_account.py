"""``user_agent_oauth_metaads_set_ad_account``: POST /UserAgentOAuth/MetaAdsSetAdAccount."""

from __future__ import annotations

from ...arguments import Parameter, keywords, prepare
from ...calls import Call
from ...models.user_agent_oauth_metaads_set_ad_account_response import UserAgentOauthMetaadsSetAdAccountResponse
from ...operations import OPERATIONS
from ...shapes import TEXT
from ...types import UNSET, Unset

__all__ = ["OPERATION", "build_call"]

OPERATION = OPERATIONS["user_agent_oauth_metaads_set_ad_account"]

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
        "adaccountid",
        "adaccountid",
        "body",
        TEXT,
        required=True,
        aliases=("adAccountId",),
    ),
    Parameter(
        "adaccountname",
        "adaccountname",
        "body",
        TEXT,
        aliases=("adAccountName",),
    ),
)


@keywords
def build_call(
    *,
    useragentguid: str,
    adaccountid: str,
    adaccountname: str | Unset = UNSET,
    userAgentGuid: str | Unset = UNSET,
    adAccountId: str | Unset = UNSET,
    adAccountName: str | Unset = UNSET,
) -> Call[UserAgentOauthMetaadsSetAdAccountResponse]:
    """Return the call of ``user_agent_oauth_metaads_set_ad_account``; the method of the resource class says what it takes."""
    return prepare(
        OPERATION,
        _PARAMETERS,
        {
            "useragentguid": useragentguid,
            "adaccountid": adaccountid,
            "adaccountname": adaccountname,
            "userAgentGuid": userAgentGuid,
            "adAccountId": adAccountId,
            "adAccountName": adAccountName,
        },
        UserAgentOauthMetaadsSetAdAccountResponse._adopt,
        body="json",
    )
