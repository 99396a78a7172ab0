"""``user_agent_messages_detail``: POST /UserAgent/Message/Detail."""

from __future__ import annotations

from ...arguments import Parameter, keywords, prepare
from ...calls import Call
from ...models.user_agent_message_detail_response import UserAgentMessageDetailResponse
from ...operations import OPERATIONS
from ...shapes import TEXT
from ...types import UNSET, Unset

__all__ = ["OPERATION", "build_call"]

OPERATION = OPERATIONS["user_agent_messages_detail"]

_PARAMETERS: tuple[Parameter, ...] = (
    Parameter(
        "team_guid",
        "teamGUID",
        "header",
        TEXT,
    ),
    Parameter(
        "messageguid",
        "messageguid",
        "body",
        TEXT,
    ),
    Parameter(
        "agenttoken",
        "agenttoken",
        "body",
        TEXT,
    ),
)


@keywords
def build_call(
    *,
    team_guid: str | Unset = UNSET,
    messageguid: str | Unset = UNSET,
    agenttoken: str | Unset = UNSET,
) -> Call[UserAgentMessageDetailResponse]:
    """Return the call of ``user_agent_messages_detail``; the method of the resource class says what it takes."""
    return prepare(
        OPERATION,
        _PARAMETERS,
        {
            "team_guid": team_guid,
            "messageguid": messageguid,
            "agenttoken": agenttoken,
        },
        UserAgentMessageDetailResponse._adopt,
        body="json",
        at_least=1,
    )
