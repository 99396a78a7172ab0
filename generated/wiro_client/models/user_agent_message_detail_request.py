from __future__ import annotations

from typing import ClassVar

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
    _closed: ClassVar[bool] = True
