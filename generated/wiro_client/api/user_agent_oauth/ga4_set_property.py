"""``user_agent_oauth_ga4_set_property``: POST /UserAgentOAuth/GA4SetProperty."""

from __future__ import annotations

from ...arguments import Parameter, keywords, prepare
from ...calls import Call
from ...models.user_agent_oauth_ga_4_set_property_response import UserAgentOauthGa4SetPropertyResponse
from ...operations import OPERATIONS
from ...shapes import TEXT
from ...types import UNSET, Unset

__all__ = ["OPERATION", "build_call"]

OPERATION = OPERATIONS["user_agent_oauth_ga4_set_property"]

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
        "propertyid",
        "propertyid",
        "body",
        TEXT,
        required=True,
    ),
    Parameter(
        "propertydisplayname",
        "propertydisplayname",
        "body",
        TEXT,
    ),
)


@keywords
def build_call(
    *,
    useragentguid: str,
    propertyid: str,
    propertydisplayname: str | Unset = UNSET,
    userAgentGuid: str | Unset = UNSET,
) -> Call[UserAgentOauthGa4SetPropertyResponse]:
    """Return the call of ``user_agent_oauth_ga4_set_property``; the method of the resource class says what it takes."""
    return prepare(
        OPERATION,
        _PARAMETERS,
        {
            "useragentguid": useragentguid,
            "propertyid": propertyid,
            "propertydisplayname": propertydisplayname,
            "userAgentGuid": userAgentGuid,
        },
        UserAgentOauthGa4SetPropertyResponse._adopt,
        body="json",
    )
