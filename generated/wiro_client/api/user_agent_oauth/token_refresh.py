"""``user_agent_oauth_token_refresh``: POST /UserAgentOAuth/TokenRefresh."""

from __future__ import annotations

from ...arguments import Parameter, keywords, prepare
from ...calls import Call
from ...models.user_agent_oauth_token_refresh_request_provider import UserAgentOauthTokenRefreshRequestProvider
from ...models.user_agent_oauth_token_refresh_response import UserAgentOauthTokenRefreshResponse
from ...operations import OPERATIONS
from ...shapes import TEXT, EnumOf
from ...types import UNSET, Unset

__all__ = ["OPERATION", "build_call"]

OPERATION = OPERATIONS["user_agent_oauth_token_refresh"]

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
        "provider",
        "provider",
        "body",
        EnumOf("UserAgentOauthTokenRefreshRequestProvider", str),
        required=True,
    ),
)


@keywords
def build_call(
    *,
    useragentguid: str,
    provider: UserAgentOauthTokenRefreshRequestProvider | str,
    userAgentGuid: str | Unset = UNSET,
) -> Call[UserAgentOauthTokenRefreshResponse]:
    """Return the call of ``user_agent_oauth_token_refresh``; the method of the resource class says what it takes."""
    return prepare(
        OPERATION,
        _PARAMETERS,
        {
            "useragentguid": useragentguid,
            "provider": provider,
            "userAgentGuid": userAgentGuid,
        },
        UserAgentOauthTokenRefreshResponse._adopt,
        body="json",
    )
