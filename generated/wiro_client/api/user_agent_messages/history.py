"""``user_agent_messages_history``: POST /UserAgent/Message/History."""

from __future__ import annotations

from ...arguments import Parameter, keywords, prepare
from ...calls import Call
from ...models.user_agent_message_history_response import UserAgentMessageHistoryResponse
from ...operations import OPERATIONS
from ...shapes import INTEGER, TEXT
from ...types import UNSET, Unset

__all__ = ["OPERATION", "build_call"]

OPERATION = OPERATIONS["user_agent_messages_history"]

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
    Parameter(
        "sessionkey",
        "sessionkey",
        "body",
        TEXT,
    ),
    Parameter(
        "limit",
        "limit",
        "body",
        INTEGER,
    ),
    Parameter(
        "before",
        "before",
        "body",
        TEXT,
    ),
)


@keywords
def build_call(
    *,
    useragentguid: str,
    team_guid: str | Unset = UNSET,
    sessionkey: str | Unset = UNSET,
    limit: int | Unset = UNSET,
    before: str | Unset = UNSET,
) -> Call[UserAgentMessageHistoryResponse]:
    """Return the call of ``user_agent_messages_history``; the method of the resource class says what it takes."""
    return prepare(
        OPERATION,
        _PARAMETERS,
        {
            "useragentguid": useragentguid,
            "team_guid": team_guid,
            "sessionkey": sessionkey,
            "limit": limit,
            "before": before,
        },
        UserAgentMessageHistoryResponse._adopt,
        body="json",
    )
