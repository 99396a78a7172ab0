from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from attrs import define

from ..model import Model
from ..shapes import BOOLEAN, INTEGER, Field, Fields, ListOf, Nested
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from .user_agent_message import UserAgentMessage

__all__ = ["UserAgentMessagePage"]


@define(kw_only=True, eq=False, repr=False, getstate_setstate=False, weakref_slot=False)
class UserAgentMessagePage(Model):
    """A page of a conversation.

    Attributes:
        messages: Messages, newest first.
        count: Messages on this page.
        hasmore: Whether there are older ones.
    """

    messages: list[UserAgentMessage] | Unset = UNSET
    count: int | Unset = UNSET
    hasmore: bool | Unset = UNSET

    _fields: ClassVar[Fields] = {
        "messages": Field("messages", ListOf(Nested("UserAgentMessage"))),
        "count": Field("count", INTEGER),
        "hasmore": Field("hasmore", BOOLEAN),
    }

    if not TYPE_CHECKING:  # Type checkers would hold the values to be what the conditions say.

        def _fill(self, get, absent):
            value = get("messages", absent)
            if value is UNSET:
                self.messages = value
            value = get("count", absent)
            if type(value) is int or value is UNSET:
                self.count = value
            value = get("hasmore", absent)
            if type(value) is bool or value is UNSET:
                self.hasmore = value
