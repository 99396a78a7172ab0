from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from attrs import define

from ..model import Model
from ..shapes import NULL, NUMBER, TEXT, EnumOf, Field, Fields, OneOf
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from .team_member_update_role_request_role import TeamMemberUpdateRoleRequestRole

__all__ = ["TeamMemberUpdateRoleRequest"]


@define(kw_only=True, eq=False, repr=False, getstate_setstate=False, weakref_slot=False)
class TeamMemberUpdateRoleRequest(Model):
    """Body of ``team_members_update_role``: Change the role or the spending limit of a member.

    Attributes:
        teamguid: Guid of the team.
        useruuid: Uuid of the member.
        role: `member` may run models, talk to agents and see the spending; `admin` may also change the settings
            and invite.
        spendlimit: Most USD that the member may spend in the team; null removes the limit.
    """

    teamguid: str
    useruuid: str
    role: TeamMemberUpdateRoleRequestRole
    spendlimit: float | None | Unset = UNSET

    _fields: ClassVar[Fields] = {
        "teamguid": Field("teamguid", TEXT, required=True),
        "useruuid": Field("useruuid", TEXT, required=True),
        "role": Field("role", EnumOf("TeamMemberUpdateRoleRequestRole", str), required=True),
        "spendlimit": Field("spendlimit", OneOf(NUMBER, NULL)),
    }

    if not TYPE_CHECKING:  # Type checkers would hold the values to be what the conditions say.

        def _fill(self, get, absent):
            value = get("teamguid", absent)
            if type(value) is str or value is UNSET:
                self.teamguid = value
            value = get("useruuid", absent)
            if type(value) is str or value is UNSET:
                self.useruuid = value
            value = get("role", absent)
            if value is UNSET:
                self.role = value
            value = get("spendlimit", absent)
            if value is None or type(value) in (float, int) or value is UNSET:
                self.spendlimit = value

    _closed: ClassVar[bool] = True
