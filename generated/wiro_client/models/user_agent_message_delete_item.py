from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from attrs import define

from ..model import Model
from ..shapes import TEXT, EnumOf, Field, Fields
from ..types import UNSET

if TYPE_CHECKING:
    from .user_agent_message_delete_item_side import UserAgentMessageDeleteItemSide

__all__ = ["UserAgentMessageDeleteItem"]


@define(kw_only=True, eq=False, repr=False, getstate_setstate=False, weakref_slot=False)
class UserAgentMessageDeleteItem(Model):
    """One message to hide, and which side of it.

    Attributes:
        messageguid: Guid of the message.
        side: The user's text, the agent's answer, or both.
    """

    messageguid: str
    side: UserAgentMessageDeleteItemSide

    _fields: ClassVar[Fields] = {
        "messageguid": Field("messageguid", TEXT, required=True),
        "side": Field("side", EnumOf("UserAgentMessageDeleteItemSide", str), required=True),
    }

    if not TYPE_CHECKING:  # Type checkers would hold the values to be what the conditions say.

        def _fill(self, get, absent):
            value = get("messageguid", absent)
            if type(value) is str or value is UNSET:
                self.messageguid = value
            value = get("side", absent)
            if value is UNSET:
                self.side = value

    _closed: ClassVar[bool] = True
