from __future__ import annotations

from typing import ClassVar

from attrs import define

from ..model import Model
from ..shapes import TEXT, Field, Fields

__all__ = ["TeamMemberAcceptRequest"]


@define(kw_only=True, eq=False, repr=False, getstate_setstate=False, weakref_slot=False)
class TeamMemberAcceptRequest(Model):
    """Body of ``team_members_accept``: Accept an invitation.

    Attributes:
        token: Token from the invitation.
    """

    token: str

    _fields: ClassVar[Fields] = {
        "token": Field("token", TEXT, required=True, aliases=("invitetoken",)),
    }
    _closed: ClassVar[bool] = True
