"""``user_agent_oauth_li_disconnect``: POST /UserAgentOAuth/LIDisconnect."""

from __future__ import annotations

from ...arguments import Parameter, keywords, prepare
from ...calls import Call
from ...models.user_agent_oauth_disconnect_response import UserAgentOauthDisconnectResponse
from ...operations import OPERATIONS
from ...shapes import TEXT
from ...types import UNSET, Unset

__all__ = ["OPERATION", "build_call"]

OPERATION = OPERATIONS["user_agent_oauth_li_disconnect"]

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
) -> Call[UserAgentOauthDisconnectResponse]:
    """Return the call of ``user_agent_oauth_li_disconnect``; the method of the resource class says what it takes."""
    return prepare(
        OPERATION,
        _PARAMETERS,
        {
            "useragentguid": useragentguid,
            "userAgentGuid": userAgentGuid,
        },
        UserAgentOauthDisconnectResponse._adopt,
        body="json",
    )
