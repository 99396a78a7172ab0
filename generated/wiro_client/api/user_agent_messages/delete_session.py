"""``user_agent_messages_delete_session``: POST /UserAgent/Message/DeleteSession."""

from __future__ import annotations

from ...arguments import Parameter, keywords, prepare
from ...calls import Call
from ...models.user_agent_message_delete_session_response import UserAgentMessageDeleteSessionResponse
from ...operations import OPERATIONS
from ...shapes import TEXT
from ...types import UNSET, Unset

__all__ = ["OPERATION", "build_call"]

OPERATION = OPERATIONS["user_agent_messages_delete_session"]

_PARAMETERS: tuple[Parameter, ...] = (
    Parameter(
        "useragentguid",
        "useragentguid",
        "body",
        TEXT,
        required=True,
    ),
    Parameter(
        "sessionkey",
        "sessionkey",
        "body",
        TEXT,
        required=True,
    ),
    Parameter(
        "team_guid",
        "teamGUID",
        "header",
        TEXT,
    ),
)


@keywords
def build_call(
    *,
    useragentguid: str,
    sessionkey: str,
    team_guid: str | Unset = UNSET,
) -> Call[UserAgentMessageDeleteSessionResponse]:
    """Return the call of ``user_agent_messages_delete_session``; the method of the resource class says what it takes."""
    return prepare(
        OPERATION,
        _PARAMETERS,
        {
            "useragentguid": useragentguid,
            "sessionkey": sessionkey,
            "team_guid": team_guid,
        },
        UserAgentMessageDeleteSessionResponse._adopt,
        body="json",
    )
