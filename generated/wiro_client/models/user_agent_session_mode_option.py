from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

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

    if not TYPE_CHECKING:  # Type checkers would hold the values to be what the conditions say.

        def _fill(self, get, absent):
            value = get("value", absent)
            if type(value) is str or value is UNSET:
                self.value = value
            value = get("text", absent)
            if type(value) is str or value is UNSET:
                self.text = value
            value = get("selected", absent)
            if type(value) is bool or value is UNSET:
                self.selected = value
