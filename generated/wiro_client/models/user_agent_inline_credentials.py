from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from attrs import define

from ..model import Model
from ..shapes import Fields

__all__ = ["UserAgentInlineCredentials"]


@define(kw_only=True, eq=False, repr=False, getstate_setstate=False, weakref_slot=False)
class UserAgentInlineCredentials(Model):
    """Credential values to write during a deployment, as `{key: {field: value}}`. Strings and numbers only; nested
    lists (Firebase accounts, Drive folders, store apps) need `user_agents_credential_upsert` afterwards.
    """

    _fields: ClassVar[Fields] = {}

    if not TYPE_CHECKING:  # Type checkers would hold the values to be what the conditions say.

        def _fill(self, get, absent):
            pass
