from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from attrs import define

from ..model import Model
from ..shapes import BOOLEAN, Fields, Shape

__all__ = ["AgentCredentialEditable"]


@define(kw_only=True, eq=False, repr=False, getstate_setstate=False, weakref_slot=False)
class AgentCredentialEditable(Model):
    """Whether an API caller may write each field, keyed by field name."""

    _fields: ClassVar[Fields] = {}

    if not TYPE_CHECKING:  # Type checkers would hold the values to be what the conditions say.

        def _fill(self, get, absent):
            pass

    _extra_shape: ClassVar[Shape] = BOOLEAN

    @property
    def additional_properties(self) -> dict[str, bool]:
        """The entries of this map by their key. May be changed."""
        return self._extra

    def __getitem__(self, key: str) -> bool:
        return self.additional_properties[key]
