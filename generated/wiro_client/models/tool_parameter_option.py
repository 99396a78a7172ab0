from __future__ import annotations

from typing import Any, ClassVar

from attrs import define

from ..model import Model
from ..shapes import ANYTHING, TEXT, Field, Fields
from ..types import UNSET, Unset

__all__ = ["ToolParameterOption"]


@define(kw_only=True, eq=False, repr=False, getstate_setstate=False, weakref_slot=False)
class ToolParameterOption(Model):
    """One choice of a select parameter. Its value is sent as a string even where it looks like a number.

    Attributes:
        label: Name for people.
        value: What to send.
    """

    label: str | Unset = UNSET
    value: Any | Unset = UNSET

    _fields: ClassVar[Fields] = {
        "label": Field("label", TEXT),
        "value": Field("value", ANYTHING),
    }
