"""``teams_create``: POST /Team/Create."""

from __future__ import annotations

from ...arguments import Parameter, keywords, prepare
from ...calls import Call
from ...models.team_create_response import TeamCreateResponse
from ...operations import OPERATIONS
from ...shapes import TEXT

__all__ = ["OPERATION", "build_call"]

OPERATION = OPERATIONS["teams_create"]

_PARAMETERS: tuple[Parameter, ...] = (
    Parameter(
        "organizationguid",
        "organizationguid",
        "body",
        TEXT,
        required=True,
    ),
    Parameter(
        "name",
        "name",
        "body",
        TEXT,
        required=True,
    ),
)


@keywords
def build_call(
    *,
    organizationguid: str,
    name: str,
) -> Call[TeamCreateResponse]:
    """Return the call of ``teams_create``; the method of the resource class says what it takes."""
    return prepare(
        OPERATION,
        _PARAMETERS,
        {
            "organizationguid": organizationguid,
            "name": name,
        },
        TeamCreateResponse._adopt,
        body="json",
    )
