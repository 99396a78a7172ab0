from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from attrs import define

from ..model import Model
from ..shapes import Field, Fields, ListOf, Nested
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from .user_agent_message_session import UserAgentMessageSession

__all__ = ["UserAgentMessageSessionList"]


@define(kw_only=True, eq=False, repr=False, getstate_setstate=False, weakref_slot=False)
class UserAgentMessageSessionList(Model):
    """The sessions of an agent.

    Attributes:
        sessions: One row a session.
    """

    sessions: list[UserAgentMessageSession] | Unset = UNSET

    _fields: ClassVar[Fields] = {
        "sessions": Field("sessions", ListOf(Nested("UserAgentMessageSession"))),
    }

    if not TYPE_CHECKING:  # Type checkers would hold the values to be what the conditions say.

        def _fill(self, get, absent):
            value = get("sessions", absent)
            if value is UNSET:
                self.sessions = value
