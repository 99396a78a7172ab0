from __future__ import annotations

from typing import ClassVar

from attrs import define

from ..model import Model
from ..shapes import TEXT, Field, Fields

__all__ = ["TeamMemberListRequest"]


@define(kw_only=True, eq=False, repr=False, getstate_setstate=False, weakref_slot=False)
class TeamMemberListRequest(Model):
    """Body of ``team_members_list``: List the members of a team.

    Attributes:
        teamguid: Guid of the team.
    """

    teamguid: str

    _fields: ClassVar[Fields] = {
        "teamguid": Field("teamguid", TEXT, required=True),
    }
    _closed: ClassVar[bool] = True
