from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from attrs import define

from ..model import Model
from ..shapes import Fields

__all__ = ["UserAgentLegacyConfiguration"]


@define(kw_only=True, eq=False, repr=False, getstate_setstate=False, weakref_slot=False)
class UserAgentLegacyConfiguration(Model):
    """Older way to write credentials and skills (`{credentials, custom_skills}`). Superseded by
    `user_agents_credential_upsert` and `user_agents_custom_skill_upsert`; a current service ignores it.
    """

    _fields: ClassVar[Fields] = {}

    if not TYPE_CHECKING:  # Type checkers would hold the values to be what the conditions say.

        def _fill(self, get, absent):
            pass
