from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from attrs import define

from ..model import Model
from ..shapes import NUMBER, Fields, Shape

__all__ = ["UserAgentActionCostOverrides"]


@define(kw_only=True, eq=False, repr=False, getstate_setstate=False, weakref_slot=False)
class UserAgentActionCostOverrides(Model):
    """Credits of the actions that the skill prices differently, by action."""

    _fields: ClassVar[Fields] = {}

    if not TYPE_CHECKING:  # Type checkers would hold the values to be what the conditions say.

        def _fill(self, get, absent):
            pass

    _extra_shape: ClassVar[Shape] = NUMBER

    @property
    def additional_properties(self) -> dict[str, float]:
        """The entries of this map by their key. May be changed."""
        return self._extra

    def __getitem__(self, key: str) -> float:
        return self.additional_properties[key]
