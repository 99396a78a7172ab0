from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from attrs import define

from ..model import Model
from ..shapes import INTEGER, NULL, TEXT, Field, Fields, OneOf
from ..types import UNSET, Unset

__all__ = ["UserAgentMessageSession"]


@define(kw_only=True, eq=False, repr=False, getstate_setstate=False, weakref_slot=False)
class UserAgentMessageSession(Model):
    """A conversation.

    Attributes:
        sessionkey: Its key.
        messagecount: Number of its messages.
        updatedat: When it was last used, Unix seconds.
        lastmessage: Text of the newest user message.
    """

    sessionkey: str | Unset = UNSET
    messagecount: str | int | Unset = UNSET
    updatedat: str | int | None | Unset = UNSET
    lastmessage: str | None | Unset = UNSET

    _fields: ClassVar[Fields] = {
        "sessionkey": Field("sessionkey", TEXT),
        "messagecount": Field("messagecount", OneOf(TEXT, INTEGER)),
        "updatedat": Field("updatedat", OneOf(TEXT, INTEGER, NULL)),
        "lastmessage": Field("lastmessage", OneOf(TEXT, NULL)),
    }

    if not TYPE_CHECKING:  # Type checkers would hold the values to be what the conditions say.

        def _fill(self, get, absent):
            value = get("sessionkey", absent)
            if type(value) is str or value is UNSET:
                self.sessionkey = value
            value = get("messagecount", absent)
            if type(value) in (int, str) or value is UNSET:
                self.messagecount = value
            value = get("updatedat", absent)
            if value is None or type(value) in (int, str) or value is UNSET:
                self.updatedat = value
            value = get("lastmessage", absent)
            if value is None or type(value) is str or value is UNSET:
                self.lastmessage = value
