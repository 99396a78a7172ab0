from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from attrs import define

from ..model import Model
from ..shapes import NUMBER, Field, Fields
from ..types import UNSET, Unset

__all__ = ["AgentActionCosts"]


@define(kw_only=True, eq=False, repr=False, getstate_setstate=False, weakref_slot=False)
class AgentActionCosts(Model):
    """Credits that each kind of action costs; the highest value among the enabled skills counts.

    Attributes:
        message: Credits for one chat message.
        create: Credits for creating something.
        modify: Credits for changing something.
        regenerate: Credits for producing something again.
    """

    message: float | Unset = UNSET
    create: float | Unset = UNSET
    modify: float | Unset = UNSET
    regenerate: float | Unset = UNSET

    _fields: ClassVar[Fields] = {
        "message": Field("message", NUMBER),
        "create": Field("create", NUMBER),
        "modify": Field("modify", NUMBER),
        "regenerate": Field("regenerate", NUMBER),
    }

    if not TYPE_CHECKING:  # Type checkers would hold the values to be what the conditions say.

        def _fill(self, get, absent):
            value = get("message", absent)
            if type(value) in (float, int) or value is UNSET:
                self.message = value
            value = get("create", absent)
            if type(value) in (float, int) or value is UNSET:
                self.create = value
            value = get("modify", absent)
            if type(value) in (float, int) or value is UNSET:
                self.modify = value
            value = get("regenerate", absent)
            if type(value) in (float, int) or value is UNSET:
                self.regenerate = value
