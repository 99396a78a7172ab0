"""``team_members_update_role``: POST /Team/Member/UpdateRole."""

from __future__ import annotations

from ...arguments import Parameter, keywords, prepare
from ...calls import Call
from ...models.team_member_update_role_request_role import TeamMemberUpdateRoleRequestRole
from ...models.team_member_update_role_response import TeamMemberUpdateRoleResponse
from ...operations import OPERATIONS
from ...shapes import NULL, NUMBER, TEXT, EnumOf, OneOf
from ...types import UNSET, Unset

__all__ = ["OPERATION", "build_call"]

OPERATION = OPERATIONS["team_members_update_role"]

_PARAMETERS: tuple[Parameter, ...] = (
    Parameter(
        "teamguid",
        "teamguid",
        "body",
        TEXT,
        required=True,
    ),
    Parameter(
        "useruuid",
        "useruuid",
        "body",
        TEXT,
        required=True,
    ),
    Parameter(
        "role",
        "role",
        "body",
        EnumOf("TeamMemberUpdateRoleRequestRole", str),
        required=True,
    ),
    Parameter(
        "spendlimit",
        "spendlimit",
        "body",
        OneOf(NUMBER, NULL),
    ),
)


@keywords
def build_call(
    *,
    teamguid: str,
    useruuid: str,
    role: TeamMemberUpdateRoleRequestRole | str,
    spendlimit: float | None | Unset = UNSET,
) -> Call[TeamMemberUpdateRoleResponse]:
    """Return the call of ``team_members_update_role``; the method of the resource class says what it takes."""
    return prepare(
        OPERATION,
        _PARAMETERS,
        {
            "teamguid": teamguid,
            "useruuid": useruuid,
            "role": role,
            "spendlimit": spendlimit,
        },
        TeamMemberUpdateRoleResponse._adopt,
        body="json",
    )
