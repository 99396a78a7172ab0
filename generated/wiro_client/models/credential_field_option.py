from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

from attrs import define

from ..model import Model
from ..shapes import ANYTHING, MISFIT, TEXT, Field, Fields
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

    if not TYPE_CHECKING:  # Type checkers would hold the values to be what the conditions say.

        def _fill(self, get, absent):
            value = get("label", absent)
            if type(value) is str or value is UNSET:
                self.label = value
            value = get("value", absent)
            if value is not MISFIT:
                self.value = value
