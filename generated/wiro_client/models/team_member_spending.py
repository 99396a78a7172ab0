from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from attrs import define

from ..model import Model
from ..shapes import NUMBER, Field, Fields
from ..types import UNSET, Unset

__all__ = ["TeamMemberSpending"]


@define(kw_only=True, eq=False, repr=False, getstate_setstate=False, weakref_slot=False)
class TeamMemberSpending(Model):
    """What the caller has spent in the team.

    Attributes:
        total: USD spent.
        playground: USD of it spent in the playground.
        api: USD of it spent through the API.
    """

    total: float | Unset = UNSET
    playground: float | Unset = UNSET
    api: float | Unset = UNSET

    _fields: ClassVar[Fields] = {
        "total": Field("total", NUMBER),
        "playground": Field("playground", NUMBER),
        "api": Field("api", NUMBER),
    }

    if not TYPE_CHECKING:  # Type checkers would hold the values to be what the conditions say.

        def _fill(self, get, absent):
            value = get("total", absent)
            if type(value) in (float, int) or value is UNSET:
                self.total = value
            value = get("playground", absent)
            if type(value) in (float, int) or value is UNSET:
                self.playground = value
            value = get("api", absent)
            if type(value) in (float, int) or value is UNSET:
                self.api = value
