from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from attrs import define

from ..model import Model
from ..shapes import TEXT, Field, Fields
from ..types import UNSET, Unset

__all__ = ["UserAgentMessageSystemInsertRequest"]


@define(kw_only=True, eq=False, repr=False, getstate_setstate=False, weakref_slot=False)
class UserAgentMessageSystemInsertRequest(Model):
    """Body of ``user_agent_messages_system_insert``: Put a finished message into a conversation.

    Attributes:
        useragentguid: Guid of the instance.
        uuid: Account that owns the instance.
        content: Text to store as the answer.
        sessionkey: Conversation to add it to; the service uses `auto`, the latest one, when it is absent.
    """

    useragentguid: str
    uuid: str
    content: str
    sessionkey: str | Unset = UNSET

    _fields: ClassVar[Fields] = {
        "useragentguid": Field("useragentguid", TEXT, required=True),
        "uuid": Field("uuid", TEXT, required=True),
        "content": Field("content", TEXT, required=True),
        "sessionkey": Field("sessionkey", TEXT),
    }

    if not TYPE_CHECKING:  # Type checkers would hold the values to be what the conditions say.

        def _fill(self, get, absent):
            value = get("useragentguid", absent)
            if type(value) is str or value is UNSET:
                self.useragentguid = value
            value = get("uuid", absent)
            if type(value) is str or value is UNSET:
                self.uuid = value
            value = get("content", absent)
            if type(value) is str or value is UNSET:
                self.content = value
            value = get("sessionkey", absent)
            if type(value) is str or value is UNSET:
                self.sessionkey = value

    _closed: ClassVar[bool] = True
