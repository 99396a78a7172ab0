from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from attrs import define

from ..model import Model
from ..shapes import BOOLEAN, TEXT, Field, Fields
from ..types import UNSET

__all__ = ["UserAgentPinRequest"]


@define(kw_only=True, eq=False, repr=False, getstate_setstate=False, weakref_slot=False)
class UserAgentPinRequest(Model):
    """Body of ``user_agents_pin``: Put an agent on the pinned list or take it off.

    Attributes:
        useragentguid: Guid of the instance.
        pinned: True to pin, false to unpin.
    """

    useragentguid: str
    pinned: bool

    _fields: ClassVar[Fields] = {
        "useragentguid": Field("useragentguid", TEXT, required=True),
        "pinned": Field("pinned", BOOLEAN, required=True),
    }

    if not TYPE_CHECKING:  # Type checkers would hold the values to be what the conditions say.

        def _fill(self, get, absent):
            value = get("useragentguid", absent)
            if type(value) is str or value is UNSET:
                self.useragentguid = value
            value = get("pinned", absent)
            if type(value) is bool or value is UNSET:
                self.pinned = value

    _closed: ClassVar[bool] = True
