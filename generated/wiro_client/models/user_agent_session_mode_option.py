from __future__ import annotations

from typing import ClassVar

from attrs import define

from ..model import Model
from ..shapes import BOOLEAN, TEXT, Field, Fields
from ..types import UNSET, Unset

__all__ = ["UserAgentSessionModeOption"]


@define(kw_only=True, eq=False, repr=False, getstate_setstate=False, weakref_slot=False)
class UserAgentSessionModeOption(Model):
    """One session mode as the website's form stores it. Writing takes the bare value.

    Attributes:
        value: The mode.
        text: Caption for people.
        selected: Whether it is the current one.
    """

    value: str | Unset = UNSET
    text: str | Unset = UNSET
    selected: bool | Unset = UNSET

    _fields: ClassVar[Fields] = {
        "value": Field("value", TEXT),
        "text": Field("text", TEXT),
        "selected": Field("selected", BOOLEAN),
    }
