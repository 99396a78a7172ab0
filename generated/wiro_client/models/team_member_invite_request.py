from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from attrs import define

from ..model import Model
from ..shapes import TEXT, EnumOf, Field, Fields
from ..types import UNSET

if TYPE_CHECKING:
    from .team_member_invite_request_role import TeamMemberInviteRequestRole

__all__ = ["TeamMemberInviteRequest"]


@define(kw_only=True, eq=False, repr=False, getstate_setstate=False, weakref_slot=False)
class TeamMemberInviteRequest(Model):
    """Body of ``team_members_invite``: Invite somebody to a team.

    Attributes:
        teamguid: Guid of the team.
        email: E-mail address to invite.
        role: `member` may run models, talk to agents and see the spending; `admin` may also change the settings
            and invite.
    """

    teamguid: str
    email: str
    role: TeamMemberInviteRequestRole

    _fields: ClassVar[Fields] = {
        "teamguid": Field("teamguid", TEXT, required=True),
        "email": Field("email", TEXT, required=True),
        "role": Field("role", EnumOf("TeamMemberInviteRequestRole", str), required=True),
    }

    if not TYPE_CHECKING:  # Type checkers would hold the values to be what the conditions say.

        def _fill(self, get, absent):
            value = get("teamguid", absent)
            if type(value) is str or value is UNSET:
                self.teamguid = value
            value = get("email", absent)
            if type(value) is str or value is UNSET:
                self.email = value
            value = get("role", absent)
            if value is UNSET:
                self.role = value

    _closed: ClassVar[bool] = True
