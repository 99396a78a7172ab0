from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from attrs import define

from ..model import Model
from ..shapes import NULL, TEXT, Field, Fields, OneOf
from ..types import UNSET, Unset

__all__ = ["UserAgentPinnedUnread"]


@define(kw_only=True, eq=False, repr=False, getstate_setstate=False, weakref_slot=False)
class UserAgentPinnedUnread(Model):
    """The newest message of a pinned agent.

    Attributes:
        useragentguid: Guid of the instance.
        lastmessageguid: Guid of its newest message, null when there is none.
    """

    useragentguid: str | Unset = UNSET
    lastmessageguid: str | None | Unset = UNSET

    _fields: ClassVar[Fields] = {
        "useragentguid": Field("useragentguid", TEXT),
        "lastmessageguid": Field("lastmessageguid", OneOf(TEXT, NULL)),
    }

    if not TYPE_CHECKING:  # Type checkers would hold the values to be what the conditions say.

        def _fill(self, get, absent):
            value = get("useragentguid", absent)
            if type(value) is str or value is UNSET:
                self.useragentguid = value
            value = get("lastmessageguid", absent)
            if value is None or type(value) is str or value is UNSET:
                self.lastmessageguid = value
