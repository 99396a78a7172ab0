from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from attrs import define

from ..model import Model
from ..shapes import TEXT, Field, Fields
from ..types import UNSET

__all__ = ["TeamRemoveRequest"]


@define(kw_only=True, eq=False, repr=False, getstate_setstate=False, weakref_slot=False)
class TeamRemoveRequest(Model):
    """Body of ``teams_remove``: Remove a team.

    Attributes:
        teamguid: Guid of the team.
    """

    teamguid: str

    _fields: ClassVar[Fields] = {
        "teamguid": Field("teamguid", TEXT, required=True),
    }

    if not TYPE_CHECKING:  # Type checkers would hold the values to be what the conditions say.

        def _fill(self, get, absent):
            value = get("teamguid", absent)
            if type(value) is str or value is UNSET:
                self.teamguid = value

    _closed: ClassVar[bool] = True
