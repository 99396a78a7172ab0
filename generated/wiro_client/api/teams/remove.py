"""``teams_remove``: POST /Team/Remove."""

from __future__ import annotations

from ...arguments import Parameter, keywords, prepare
from ...calls import Call
from ...models.team_remove_response import TeamRemoveResponse
from ...operations import OPERATIONS
from ...shapes import TEXT

__all__ = ["OPERATION", "build_call"]

OPERATION = OPERATIONS["teams_remove"]

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
) -> Call[TeamRemoveResponse]:
    """Return the call of ``teams_remove``; the method of the resource class says what it takes."""
    return prepare(
        OPERATION,
        _PARAMETERS,
        {
            "teamguid": teamguid,
        },
        TeamRemoveResponse._adopt,
        body="json",
    )
