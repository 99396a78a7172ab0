from __future__ import annotations

from typing import ClassVar

from attrs import define

from ..model import Model
from ..shapes import TEXT, Field, Fields

__all__ = ["UserAgentMessageDeleteSessionRequest"]


@define(kw_only=True, eq=False, repr=False, getstate_setstate=False, weakref_slot=False)
class UserAgentMessageDeleteSessionRequest(Model):
    """Body of ``user_agent_messages_delete_session``: Delete a session.

    Attributes:
        useragentguid: Guid of the instance.
        sessionkey: Conversation to delete.
    """

    useragentguid: str
    sessionkey: str

    _fields: ClassVar[Fields] = {
        "useragentguid": Field("useragentguid", TEXT, required=True),
        "sessionkey": Field("sessionkey", TEXT, required=True),
    }
    _closed: ClassVar[bool] = True
