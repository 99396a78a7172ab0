"""``teams_transfer_agent``: POST /Team/TransferAgent."""

from __future__ import annotations

from ...arguments import Parameter, keywords, prepare
from ...calls import Call
from ...models.team_transfer_agent_response import TeamTransferAgentResponse
from ...operations import OPERATIONS
from ...shapes import TEXT
from ...types import UNSET, Unset

__all__ = ["OPERATION", "build_call"]

OPERATION = OPERATIONS["teams_transfer_agent"]

_PARAMETERS: tuple[Parameter, ...] = (
    Parameter(
        "useragentguid",
        "useragentguid",
        "body",
        TEXT,
        required=True,
        aliases=("userAgentGuid",),
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
    useragentguid: str,
    targetteamguid: str,
    userAgentGuid: str | Unset = UNSET,
) -> Call[TeamTransferAgentResponse]:
    """Return the call of ``teams_transfer_agent``; the method of the resource class says what it takes."""
    return prepare(
        OPERATION,
        _PARAMETERS,
        {
            "useragentguid": useragentguid,
            "targetteamguid": targetteamguid,
            "userAgentGuid": userAgentGuid,
        },
        TeamTransferAgentResponse._adopt,
        body="json",
    )
