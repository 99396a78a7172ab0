"""``team_members_accept``: POST /Team/Member/Accept."""

from __future__ import annotations

from ...arguments import Parameter, keywords, prepare
from ...calls import Call
from ...models.team_member_accept_response import TeamMemberAcceptResponse
from ...operations import OPERATIONS
from ...shapes import TEXT
from ...types import UNSET, Unset

__all__ = ["OPERATION", "build_call"]

OPERATION = OPERATIONS["team_members_accept"]

_PARAMETERS: tuple[Parameter, ...] = (
    Parameter(
        "token",
        "token",
        "body",
        TEXT,
        required=True,
        aliases=("invitetoken",),
    ),
)


@keywords
def build_call(
    *,
    token: str,
    invitetoken: str | Unset = UNSET,
) -> Call[TeamMemberAcceptResponse]:
    """Return the call of ``team_members_accept``; the method of the resource class says what it takes."""
    return prepare(
        OPERATION,
        _PARAMETERS,
        {
            "token": token,
            "invitetoken": invitetoken,
        },
        TeamMemberAcceptResponse._adopt,
        body="json",
    )
