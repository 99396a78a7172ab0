from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from attrs import define

from ..model import Model
from ..shapes import TEXT, Field, Fields
from ..types import UNSET, Unset

__all__ = ["SkillCapability"]


@define(kw_only=True, eq=False, repr=False, getstate_setstate=False, weakref_slot=False)
class SkillCapability(Model):
    """Something that skills can be good for.

    Attributes:
        name: Name in snake_case, such as `social_publishing`.
        description: What it means.
    """

    name: str | Unset = UNSET
    description: str | Unset = UNSET

    _fields: ClassVar[Fields] = {
        "name": Field("name", TEXT),
        "description": Field("description", TEXT),
    }

    if not TYPE_CHECKING:  # Type checkers would hold the values to be what the conditions say.

        def _fill(self, get, absent):
            value = get("name", absent)
            if type(value) is str or value is UNSET:
                self.name = value
            value = get("description", absent)
            if type(value) is str or value is UNSET:
                self.description = value
