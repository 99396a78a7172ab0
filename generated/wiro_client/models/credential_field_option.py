from __future__ import annotations

from typing import Any, ClassVar

from attrs import define

from ..model import Model
from ..shapes import ANYTHING, TEXT, Field, Fields
from ..types import UNSET, Unset

__all__ = ["CredentialFieldOption"]


@define(kw_only=True, eq=False, repr=False, getstate_setstate=False, weakref_slot=False)
class CredentialFieldOption(Model):
    """One choice of a select field.

    Attributes:
        label: Caption for people.
        value: The value to write, usually a string.
    """

    label: str | Unset = UNSET
    value: Any | Unset = UNSET

    _fields: ClassVar[Fields] = {
        "label": Field("label", TEXT),
        "value": Field("value", ANYTHING),
    }
