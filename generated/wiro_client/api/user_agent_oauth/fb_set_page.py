"""``user_agent_oauth_fb_set_page``: POST /UserAgentOAuth/FBSetPage."""

from __future__ import annotations

from ...arguments import Parameter, keywords, prepare
from ...calls import Call
from ...models.user_agent_oauth_fb_set_page_response import UserAgentOauthFbSetPageResponse
from ...operations import OPERATIONS
from ...shapes import TEXT
from ...types import UNSET, Unset

__all__ = ["OPERATION", "build_call"]

OPERATION = OPERATIONS["user_agent_oauth_fb_set_page"]

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
        "pageid",
        "pageid",
        "body",
        TEXT,
        required=True,
        aliases=("pageId",),
    ),
    Parameter(
        "pagename",
        "pagename",
        "body",
        TEXT,
        aliases=("pageName",),
    ),
)


@keywords
def build_call(
    *,
    useragentguid: str,
    pageid: str,
    pagename: str | Unset = UNSET,
    userAgentGuid: str | Unset = UNSET,
    pageId: str | Unset = UNSET,
    pageName: str | Unset = UNSET,
) -> Call[UserAgentOauthFbSetPageResponse]:
    """Return the call of ``user_agent_oauth_fb_set_page``; the method of the resource class says what it takes."""
    return prepare(
        OPERATION,
        _PARAMETERS,
        {
            "useragentguid": useragentguid,
            "pageid": pageid,
            "pagename": pagename,
            "userAgentGuid": userAgentGuid,
            "pageId": pageId,
            "pageName": pageName,
        },
        UserAgentOauthFbSetPageResponse._adopt,
        body="json",
    )
