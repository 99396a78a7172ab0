from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from attrs import define

from ..model import Model
from ..shapes import TEXT, Field, Fields
from ..types import UNSET, Unset

__all__ = ["UserAgentMessageDetailRequest"]


@define(kw_only=True, eq=False, repr=False, getstate_setstate=False, weakref_slot=False)
class UserAgentMessageDetailRequest(Model):
    """Body of ``user_agent_messages_detail``: Read a message and its answer.

    Attributes:
        messageguid: Guid of the message. One of `messageguid` and `agenttoken` is required.
        agenttoken: Token of the message.
    """

    messageguid: str | Unset = UNSET
    agenttoken: str | Unset = UNSET

    _fields: ClassVar[Fields] = {
        "messageguid": Field("messageguid", TEXT),
        "agenttoken": Field("agenttoken", TEXT),
    }

    if not TYPE_CHECKING:  # Type checkers would hold the values to be what the conditions say.

        def _fill(self, get, absent):
            value = get("messageguid", absent)
            if type(value) is str or value is UNSET:
                self.messageguid = value
            value = get("agenttoken", absent)
            if type(value) is str or value is UNSET:
                self.agenttoken = value

    _closed: ClassVar[bool] = True
