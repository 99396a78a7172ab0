"""``user_agent_oauth_yt_set_channel``: POST /UserAgentOAuth/YTSetChannel."""

from __future__ import annotations

from ...arguments import Parameter, keywords, prepare
from ...calls import Call
from ...models.user_agent_oauth_yt_set_channel_response import UserAgentOauthYtSetChannelResponse
from ...operations import OPERATIONS
from ...shapes import TEXT
from ...types import UNSET, Unset

__all__ = ["OPERATION", "build_call"]

OPERATION = OPERATIONS["user_agent_oauth_yt_set_channel"]

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
        "channelid",
        "channelid",
        "body",
        TEXT,
        required=True,
    ),
    Parameter(
        "channeltitle",
        "channeltitle",
        "body",
        TEXT,
    ),
)


@keywords
def build_call(
    *,
    useragentguid: str,
    channelid: str,
    channeltitle: str | Unset = UNSET,
    userAgentGuid: str | Unset = UNSET,
) -> Call[UserAgentOauthYtSetChannelResponse]:
    """Return the call of ``user_agent_oauth_yt_set_channel``; the method of the resource class says what it takes."""
    return prepare(
        OPERATION,
        _PARAMETERS,
        {
            "useragentguid": useragentguid,
            "channelid": channelid,
            "channeltitle": channeltitle,
            "userAgentGuid": userAgentGuid,
        },
        UserAgentOauthYtSetChannelResponse._adopt,
        body="json",
    )
