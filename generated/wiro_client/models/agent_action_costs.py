from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

from attrs import define

from ..model import Model
from ..shapes import NUMBER, Field, Fields
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from collections.abc import Callable

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

    def _fill(self, get: Callable[[str, Any], Any], absent: Any) -> None:
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
