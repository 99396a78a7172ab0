from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from attrs import define

from ..model import Model
from ..shapes import Fields, Nested, Shape

if TYPE_CHECKING:
    from .agent_skill_meta import AgentSkillMeta

__all__ = ["AgentSkillMetaMap"]


@define(kw_only=True, eq=False, repr=False, getstate_setstate=False, weakref_slot=False)
class AgentSkillMetaMap(Model):
    """Skills keyed by their registry name."""

    _fields: ClassVar[Fields] = {}

    if not TYPE_CHECKING:  # Type checkers would hold the values to be what the conditions say.

        def _fill(self, get, absent):
            pass

    _extra_shape: ClassVar[Shape] = Nested("AgentSkillMeta")

    @property
    def additional_properties(self) -> dict[str, AgentSkillMeta]:
        """The entries of this map by their key. May be changed."""
        return self._extra

    def __getitem__(self, key: str) -> AgentSkillMeta:
        return self.additional_properties[key]
