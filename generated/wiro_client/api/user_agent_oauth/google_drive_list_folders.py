"""``user_agent_oauth_google_drive_list_folders``: POST /UserAgentOAuth/GoogleDriveListFolders."""

from __future__ import annotations

from ...arguments import Parameter, keywords, prepare
from ...calls import Call
from ...models.user_agent_oauth_google_drive_list_folders_response import UserAgentOauthGoogleDriveListFoldersResponse
from ...operations import OPERATIONS
from ...shapes import TEXT
from ...types import UNSET, Unset

__all__ = ["OPERATION", "build_call"]

OPERATION = OPERATIONS["user_agent_oauth_google_drive_list_folders"]

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
        "serviceaccountjsonbase64",
        "serviceaccountjsonbase64",
        "body",
        TEXT,
    ),
)


@keywords
def build_call(
    *,
    useragentguid: str,
    serviceaccountjsonbase64: str | Unset = UNSET,
    userAgentGuid: str | Unset = UNSET,
) -> Call[UserAgentOauthGoogleDriveListFoldersResponse]:
    """Return the call of ``user_agent_oauth_google_drive_list_folders``; the method of the resource class says what it takes."""
    return prepare(
        OPERATION,
        _PARAMETERS,
        {
            "useragentguid": useragentguid,
            "serviceaccountjsonbase64": serviceaccountjsonbase64,
            "userAgentGuid": userAgentGuid,
        },
        UserAgentOauthGoogleDriveListFoldersResponse._adopt,
        body="json",
    )
