from __future__ import annotations

from typing import ClassVar

from attrs import define

from ..model import Model
from ..shapes import TEXT, Field, Fields

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
    _closed: ClassVar[bool] = True
