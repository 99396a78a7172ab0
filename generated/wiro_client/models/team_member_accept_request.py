from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from attrs import define

from ..model import Model
from ..shapes import TEXT, Field, Fields
from ..types import UNSET

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

    if not TYPE_CHECKING:  # Type checkers would hold the values to be what the conditions say.

        def _fill(self, get, absent):
            value = get("token", absent)
            if type(value) is str or value is UNSET:
                self.token = value

    _closed: ClassVar[bool] = True
