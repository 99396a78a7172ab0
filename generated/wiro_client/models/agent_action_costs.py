from __future__ import annotations

from typing import ClassVar

from attrs import define

from ..model import Model
from ..shapes import NUMBER, TEXT, Field, Fields, OneOf
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

    message: float | str | Unset = UNSET
    create: float | str | Unset = UNSET
    modify: float | str | Unset = UNSET
    regenerate: float | str | Unset = UNSET

    _fields: ClassVar[Fields] = {
        "message": Field("message", OneOf(NUMBER, TEXT)),
        "create": Field("create", OneOf(NUMBER, TEXT)),
        "modify": Field("modify", OneOf(NUMBER, TEXT)),
        "regenerate": Field("regenerate", OneOf(NUMBER, TEXT)),
    }
