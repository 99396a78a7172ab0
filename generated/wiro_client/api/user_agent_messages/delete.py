"""``user_agent_messages_delete``: POST /UserAgent/Message/Delete."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from ...arguments import Parameter, keywords, prepare
from ...calls import Call
from ...models.user_agent_message_delete_item import UserAgentMessageDeleteItem
from ...models.user_agent_message_delete_response import UserAgentMessageDeleteResponse
from ...operations import OPERATIONS
from ...shapes import TEXT, ListOf, Nested
from ...types import UNSET, Unset

__all__ = ["OPERATION", "build_call"]

OPERATION = OPERATIONS["user_agent_messages_delete"]

_PARAMETERS: tuple[Parameter, ...] = (
    Parameter(
        "useragentguid",
        "useragentguid",
        "body",
        TEXT,
        required=True,
    ),
    Parameter(
        "items",
        "items",
        "body",
        ListOf(Nested("UserAgentMessageDeleteItem")),
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
    items: Sequence[UserAgentMessageDeleteItem | Mapping[str, Any]],
    team_guid: str | Unset = UNSET,
) -> Call[UserAgentMessageDeleteResponse]:
    """Return the call of ``user_agent_messages_delete``; the method of the resource class says what it takes."""
    return prepare(
        OPERATION,
        _PARAMETERS,
        {
            "useragentguid": useragentguid,
            "items": items,
            "team_guid": team_guid,
        },
        UserAgentMessageDeleteResponse._adopt,
        body="json",
    )
