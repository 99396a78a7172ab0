"""``user_agent_oauth_ga4_status``: POST /UserAgentOAuth/GA4Status."""

from __future__ import annotations

from ...arguments import Parameter, keywords, prepare
from ...calls import Call
from ...models.user_agent_oauth_ga_4_status_response import UserAgentOauthGa4StatusResponse
from ...operations import OPERATIONS
from ...shapes import TEXT
from ...types import UNSET, Unset

__all__ = ["OPERATION", "build_call"]

OPERATION = OPERATIONS["user_agent_oauth_ga4_status"]

_PARAMETERS: tuple[Parameter, ...] = (
    Parameter(
        "useragentguid",
        "useragentguid",
        "body",
        TEXT,
        required=True,
        aliases=("userAgentGuid",),
    ),
)


@keywords
def build_call(
    *,
    useragentguid: str,
    userAgentGuid: str | Unset = UNSET,
) -> Call[UserAgentOauthGa4StatusResponse]:
    """Return the call of ``user_agent_oauth_ga4_status``; the method of the resource class says what it takes."""
    return prepare(
        OPERATION,
        _PARAMETERS,
        {
            "useragentguid": useragentguid,
            "userAgentGuid": userAgentGuid,
        },
        UserAgentOauthGa4StatusResponse._adopt,
        body="json",
    )
