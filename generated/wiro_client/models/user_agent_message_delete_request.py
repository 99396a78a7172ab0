from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from attrs import define

from ..model import Model
from ..shapes import TEXT, Field, Fields, ListOf, Nested
from ..types import UNSET

if TYPE_CHECKING:
    from .user_agent_message_delete_item import UserAgentMessageDeleteItem

__all__ = ["UserAgentMessageDeleteRequest"]


@define(kw_only=True, eq=False, repr=False, getstate_setstate=False, weakref_slot=False)
class UserAgentMessageDeleteRequest(Model):
    """Body of ``user_agent_messages_delete``: Hide messages, their answers, or both.

    Attributes:
        useragentguid: Guid of the instance.
        items: What to hide.
    """

    useragentguid: str
    items: list[UserAgentMessageDeleteItem]

    _fields: ClassVar[Fields] = {
        "useragentguid": Field("useragentguid", TEXT, required=True),
        "items": Field("items", ListOf(Nested("UserAgentMessageDeleteItem")), required=True),
    }

    if not TYPE_CHECKING:  # Type checkers would hold the values to be what the conditions say.

        def _fill(self, get, absent):
            value = get("useragentguid", absent)
            if type(value) is str or value is UNSET:
                self.useragentguid = value
            value = get("items", absent)
            if value is UNSET:
                self.items = value

    _closed: ClassVar[bool] = True
