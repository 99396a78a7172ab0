"""``user_agent_messages_sessions``: POST /UserAgent/Message/Sessions."""

from __future__ import annotations

from ...arguments import Parameter, keywords, prepare
from ...calls import Call
from ...models.user_agent_message_sessions_response import UserAgentMessageSessionsResponse
from ...operations import OPERATIONS
from ...shapes import TEXT
from ...types import UNSET, Unset

__all__ = ["OPERATION", "build_call"]

OPERATION = OPERATIONS["user_agent_messages_sessions"]

_PARAMETERS: tuple[Parameter, ...] = (
    Parameter(
        "useragentguid",
        "useragentguid",
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
    team_guid: str | Unset = UNSET,
) -> Call[UserAgentMessageSessionsResponse]:
    """Return the call of ``user_agent_messages_sessions``; the method of the resource class says what it takes."""
    return prepare(
        OPERATION,
        _PARAMETERS,
        {
            "useragentguid": useragentguid,
            "team_guid": team_guid,
        },
        UserAgentMessageSessionsResponse._adopt,
        body="json",
    )
