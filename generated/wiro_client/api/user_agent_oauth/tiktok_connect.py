"""``user_agent_oauth_tiktok_connect``: POST /UserAgentOAuth/TikTokConnect."""

from __future__ import annotations

from ...arguments import Parameter, keywords, prepare
from ...calls import Call
from ...models.user_agent_oauth_connect_request_authmethod import UserAgentOauthConnectRequestAuthmethod
from ...models.user_agent_oauth_connect_response import UserAgentOauthConnectResponse
from ...operations import OPERATIONS
from ...shapes import TEXT, EnumOf
from ...types import UNSET, Unset

__all__ = ["OPERATION", "build_call"]

OPERATION = OPERATIONS["user_agent_oauth_tiktok_connect"]

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
        "redirecturl",
        "redirecturl",
        "body",
        TEXT,
        required=True,
        aliases=("redirectUrl",),
    ),
    Parameter(
        "authmethod",
        "authmethod",
        "body",
        EnumOf("UserAgentOauthConnectRequestAuthmethod", str),
        aliases=("authMethod",),
    ),
)


@keywords
def build_call(
    *,
    useragentguid: str,
    redirecturl: str,
    authmethod: UserAgentOauthConnectRequestAuthmethod | str | Unset = UNSET,
    userAgentGuid: str | Unset = UNSET,
    redirectUrl: str | Unset = UNSET,
    authMethod: UserAgentOauthConnectRequestAuthmethod | str | Unset = UNSET,
) -> Call[UserAgentOauthConnectResponse]:
    """Return the call of ``user_agent_oauth_tiktok_connect``; the method of the resource class says what it takes."""
    return prepare(
        OPERATION,
        _PARAMETERS,
        {
            "useragentguid": useragentguid,
            "redirecturl": redirecturl,
            "authmethod": authmethod,
            "userAgentGuid": userAgentGuid,
            "redirectUrl": redirectUrl,
            "authMethod": authMethod,
        },
        UserAgentOauthConnectResponse._adopt,
        body="json",
    )
