from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from attrs import define

from ..model import Model
from ..shapes import Fields, Nested, Shape

if TYPE_CHECKING:
    from .user_agent_skill_meta import UserAgentSkillMeta

__all__ = ["UserAgentSkillMetaMap"]


@define(kw_only=True, eq=False, repr=False, getstate_setstate=False, weakref_slot=False)
class UserAgentSkillMetaMap(Model):
    """Descriptions of skills by skill name."""

    _fields: ClassVar[Fields] = {}

    if not TYPE_CHECKING:  # Type checkers would hold the values to be what the conditions say.

        def _fill(self, get, absent):
            pass

    _extra_shape: ClassVar[Shape] = Nested("UserAgentSkillMeta")

    @property
    def additional_properties(self) -> dict[str, UserAgentSkillMeta]:
        """The entries of this map by their key. May be changed."""
        return self._extra

    def __getitem__(self, key: str) -> UserAgentSkillMeta:
        return self.additional_properties[key]
