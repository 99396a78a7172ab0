"""``team_members_invite``: POST /Team/Member/Invite."""

from __future__ import annotations

from ...arguments import Parameter, keywords, prepare
from ...calls import Call
from ...models.team_member_invite_request_role import TeamMemberInviteRequestRole
from ...models.team_member_invite_response import TeamMemberInviteResponse
from ...operations import OPERATIONS
from ...shapes import TEXT, EnumOf

__all__ = ["OPERATION", "build_call"]

OPERATION = OPERATIONS["team_members_invite"]

_PARAMETERS: tuple[Parameter, ...] = (
    Parameter(
        "teamguid",
        "teamguid",
        "body",
        TEXT,
        required=True,
    ),
    Parameter(
        "email",
        "email",
        "body",
        TEXT,
        required=True,
    ),
    Parameter(
        "role",
        "role",
        "body",
        EnumOf("TeamMemberInviteRequestRole", str),
        required=True,
    ),
)


@keywords
def build_call(
    *,
    teamguid: str,
    email: str,
    role: TeamMemberInviteRequestRole | str,
) -> Call[TeamMemberInviteResponse]:
    """Return the call of ``team_members_invite``; the method of the resource class says what it takes."""
    return prepare(
        OPERATION,
        _PARAMETERS,
        {
            "teamguid": teamguid,
            "email": email,
            "role": role,
        },
        TeamMemberInviteResponse._adopt,
        body="json",
    )
