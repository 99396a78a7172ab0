"""``team_members_list``: POST /Team/Member/List."""

from __future__ import annotations

from ...arguments import Parameter, keywords, prepare
from ...calls import Call
from ...models.team_member_list_response import TeamMemberListResponse
from ...operations import OPERATIONS
from ...shapes import TEXT

__all__ = ["OPERATION", "build_call"]

OPERATION = OPERATIONS["team_members_list"]

_PARAMETERS: tuple[Parameter, ...] = (
    Parameter(
        "teamguid",
        "teamguid",
        "body",
        TEXT,
        required=True,
    ),
)


@keywords
def build_call(
    *,
    teamguid: str,
) -> Call[TeamMemberListResponse]:
    """Return the call of ``team_members_list``; the method of the resource class says what it takes."""
    return prepare(
        OPERATION,
        _PARAMETERS,
        {
            "teamguid": teamguid,
        },
        TeamMemberListResponse._adopt,
        body="json",
    )
