"""``user_agent_messages_system_insert``: POST /UserAgent/Message/SystemInsert."""

from __future__ import annotations

from ...arguments import Parameter, keywords, prepare
from ...calls import Call
from ...models.user_agent_message_system_insert_response import UserAgentMessageSystemInsertResponse
from ...operations import OPERATIONS
from ...shapes import TEXT
from ...types import UNSET, Unset

__all__ = ["OPERATION", "build_call"]

OPERATION = OPERATIONS["user_agent_messages_system_insert"]

_PARAMETERS: tuple[Parameter, ...] = (
    Parameter(
        "useragentguid",
        "useragentguid",
        "body",
        TEXT,
        required=True,
    ),
    Parameter(
        "uuid",
        "uuid",
        "body",
        TEXT,
        required=True,
    ),
    Parameter(
        "content",
        "content",
        "body",
        TEXT,
        required=True,
    ),
    Parameter(
        "sessionkey",
        "sessionkey",
        "body",
        TEXT,
    ),
)


@keywords
def build_call(
    *,
    useragentguid: str,
    uuid: str,
    content: str,
    sessionkey: str | Unset = UNSET,
) -> Call[UserAgentMessageSystemInsertResponse]:
    """Return the call of ``user_agent_messages_system_insert``; the method of the resource class says what it takes."""
    return prepare(
        OPERATION,
        _PARAMETERS,
        {
            "useragentguid": useragentguid,
            "uuid": uuid,
            "content": content,
            "sessionkey": sessionkey,
        },
        UserAgentMessageSystemInsertResponse._adopt,
        body="json",
    )
