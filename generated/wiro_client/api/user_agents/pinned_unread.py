"""``user_agents_pinned_unread``: POST /UserAgent/PinnedUnread."""

from __future__ import annotations

from ...arguments import Parameter, keywords, prepare
from ...calls import Call
from ...models.user_agent_pinned_unread_response import UserAgentPinnedUnreadResponse
from ...operations import OPERATIONS

__all__ = ["OPERATION", "build_call"]

OPERATION = OPERATIONS["user_agents_pinned_unread"]

_PARAMETERS: tuple[Parameter, ...] = ()


@keywords
def build_call() -> Call[UserAgentPinnedUnreadResponse]:
    """Return the call of ``user_agents_pinned_unread``; the method of the resource class says what it takes."""
    return prepare(
        OPERATION,
        _PARAMETERS,
        {},
        UserAgentPinnedUnreadResponse._adopt,
        body="json",
    )
