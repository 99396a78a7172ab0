"""``user_agent_messages_send``: POST /UserAgent/Message/Send."""

from __future__ import annotations

from collections.abc import Sequence

from ...arguments import Parameter, keywords, prepare
from ...calls import Call
from ...models.user_agent_message_send_response import UserAgentMessageSendResponse
from ...operations import OPERATIONS
from ...shapes import BINARY, TEXT, ListOf
from ...types import UNSET, File, Unset

__all__ = ["OPERATION", "build_call"]

OPERATION = OPERATIONS["user_agent_messages_send"]

_PARAMETERS: tuple[Parameter, ...] = (
    Parameter(
        "useragentguid",
        "useragentguid",
        "body",
        TEXT,
        required=True,
    ),
    Parameter(
        "message",
        "message",
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
        "callbackurl",
        "callbackurl",
        "body",
        TEXT,
    ),
    Parameter(
        "attachment",
        "attachment",
        "body",
        BINARY,
    ),
    Parameter(
        "attachments",
        "attachments[]",
        "body",
        ListOf(BINARY),
    ),
)


@keywords
def build_call(
    *,
    useragentguid: str,
    message: str,
    team_guid: str | Unset = UNSET,
    sessionkey: str | Unset = UNSET,
    callbackurl: str | Unset = UNSET,
    attachment: File | Unset = UNSET,
    attachments: Sequence[File] | Unset = UNSET,
    multipart: bool = False,
) -> Call[UserAgentMessageSendResponse]:
    """Return the call of ``user_agent_messages_send``; the method of the resource class says what it takes."""
    return prepare(
        OPERATION,
        _PARAMETERS,
        {
            "useragentguid": useragentguid,
            "message": message,
            "team_guid": team_guid,
            "sessionkey": sessionkey,
            "callbackurl": callbackurl,
            "attachment": attachment,
            "attachments": attachments,
            "multipart": multipart,
        },
        UserAgentMessageSendResponse._adopt,
        body="either",
    )
