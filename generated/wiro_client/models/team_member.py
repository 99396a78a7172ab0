from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from attrs import define

from ..model import Model
from ..shapes import INTEGER, NULL, NUMBER, TEXT, Field, Fields, Nested, OneOf
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from .team_member_user import TeamMemberUser

__all__ = ["TeamMember"]


@define(kw_only=True, eq=False, repr=False, getstate_setstate=False, weakref_slot=False)
class TeamMember(Model):
    """A member of a team or an open invitation to it. Older answers name the person in the row, newer ones in
    `user`.

    Attributes:
        guid: Guid of the membership; newer servers.
        teamguid: Guid of the team; newer servers.
        useruuid: Uuid of the person; null while the invitation is open.
        role: `owner`, `admin` or `member`.
        status: `pending`, `active` or `removed`.
        username: Name of the person.
        email: E-mail address of the person or the invitation.
        avatar: URL of the person's picture.
        inviteemail: Invited e-mail address, while the invitation is open.
        inviteexpiry: When the invitation expires, in seconds since the epoch; newer servers.
        spendlimit: Most USD that the member may spend, null without a limit; newer servers.
        user: The person behind a membership.
    """

    guid: str | Unset = UNSET
    teamguid: str | Unset = UNSET
    useruuid: str | None | Unset = UNSET
    role: str | Unset = UNSET
    status: str | Unset = UNSET
    username: str | None | Unset = UNSET
    email: str | None | Unset = UNSET
    avatar: str | None | Unset = UNSET
    inviteemail: str | None | Unset = UNSET
    inviteexpiry: str | int | None | Unset = UNSET
    spendlimit: float | None | Unset = UNSET
    user: TeamMemberUser | None | Unset = UNSET

    _fields: ClassVar[Fields] = {
        "guid": Field("guid", TEXT),
        "teamguid": Field("teamguid", TEXT),
        "useruuid": Field("useruuid", OneOf(TEXT, NULL)),
        "role": Field("role", TEXT),
        "status": Field("status", TEXT),
        "username": Field("username", OneOf(TEXT, NULL)),
        "email": Field("email", OneOf(TEXT, NULL)),
        "avatar": Field("avatar", OneOf(TEXT, NULL)),
        "inviteemail": Field("inviteemail", OneOf(TEXT, NULL)),
        "inviteexpiry": Field("inviteexpiry", OneOf(TEXT, INTEGER, NULL)),
        "spendlimit": Field("spendlimit", OneOf(NUMBER, NULL)),
        "user": Field("user", OneOf(Nested("TeamMemberUser"), NULL)),
    }

    if not TYPE_CHECKING:  # Type checkers would hold the values to be what the conditions say.

        def _fill(self, get, absent):
            value = get("guid", absent)
            if type(value) is str or value is UNSET:
                self.guid = value
            value = get("teamguid", absent)
            if type(value) is str or value is UNSET:
                self.teamguid = value
            value = get("useruuid", absent)
            if value is None or type(value) is str or value is UNSET:
                self.useruuid = value
            value = get("role", absent)
            if type(value) is str or value is UNSET:
                self.role = value
            value = get("status", absent)
            if type(value) is str or value is UNSET:
                self.status = value
            value = get("username", absent)
            if value is None or type(value) is str or value is UNSET:
                self.username = value
            value = get("email", absent)
            if value is None or type(value) is str or value is UNSET:
                self.email = value
            value = get("avatar", absent)
            if value is None or type(value) is str or value is UNSET:
                self.avatar = value
            value = get("inviteemail", absent)
            if value is None or type(value) is str or value is UNSET:
                self.inviteemail = value
            value = get("inviteexpiry", absent)
            if value is None or type(value) in (int, str) or value is UNSET:
                self.inviteexpiry = value
            value = get("spendlimit", absent)
            if value is None or type(value) in (float, int) or value is UNSET:
                self.spendlimit = value
            value = get("user", absent)
            if value is None or value is UNSET:
                self.user = value
