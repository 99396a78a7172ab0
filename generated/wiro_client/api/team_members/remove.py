"""``team_members_remove``: POST /Team/Member/Remove."""

from __future__ import annotations

from ...arguments import Parameter, keywords, prepare
from ...calls import Call
from ...models.team_member_remove_response import TeamMemberRemoveResponse
from ...operations import OPERATIONS
from ...shapes import TEXT

__all__ = ["OPERATION", "build_call"]

OPERATION = OPERATIONS["team_members_remove"]

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
)


@keywords
def build_call(
    *,
    teamguid: str,
    useruuid: str,
) -> Call[TeamMemberRemoveResponse]:
    """Return the call of ``team_members_remove``; the method of the resource class says what it takes."""
    return prepare(
        OPERATION,
        _PARAMETERS,
        {
            "teamguid": teamguid,
            "useruuid": useruuid,
        },
        TeamMemberRemoveResponse._adopt,
        body="json",
    )
