"""``teams_transfer_project``: POST /Team/TransferProject."""

from __future__ import annotations

from ...arguments import Parameter, keywords, prepare
from ...calls import Call
from ...models.team_transfer_project_response import TeamTransferProjectResponse
from ...operations import OPERATIONS
from ...shapes import TEXT

__all__ = ["OPERATION", "build_call"]

OPERATION = OPERATIONS["teams_transfer_project"]

_PARAMETERS: tuple[Parameter, ...] = (
    Parameter(
        "projectapikey",
        "projectapikey",
        "body",
        TEXT,
        required=True,
    ),
    Parameter(
        "targetteamguid",
        "targetteamguid",
        "body",
        TEXT,
        required=True,
    ),
)


@keywords
def build_call(
    *,
    projectapikey: str,
    targetteamguid: str,
) -> Call[TeamTransferProjectResponse]:
    """Return the call of ``teams_transfer_project``; the method of the resource class says what it takes."""
    return prepare(
        OPERATION,
        _PARAMETERS,
        {
            "projectapikey": projectapikey,
            "targetteamguid": targetteamguid,
        },
        TeamTransferProjectResponse._adopt,
        body="json",
    )
