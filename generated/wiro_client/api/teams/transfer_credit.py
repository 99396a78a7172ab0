"""``teams_transfer_credit``: POST /Team/TransferCredit."""

from __future__ import annotations

from ...arguments import Parameter, keywords, prepare
from ...calls import Call
from ...models.team_transfer_credit_response import TeamTransferCreditResponse
from ...operations import OPERATIONS
from ...shapes import NUMBER, TEXT
from ...types import UNSET, Unset

__all__ = ["OPERATION", "build_call"]

OPERATION = OPERATIONS["teams_transfer_credit"]

_PARAMETERS: tuple[Parameter, ...] = (
    Parameter(
        "amount",
        "amount",
        "body",
        NUMBER,
        required=True,
    ),
    Parameter(
        "sourceteamguid",
        "sourceteamguid",
        "body",
        TEXT,
    ),
    Parameter(
        "targetteamguid",
        "targetteamguid",
        "body",
        TEXT,
    ),
)


@keywords
def build_call(
    *,
    amount: float,
    sourceteamguid: str | Unset = UNSET,
    targetteamguid: str | Unset = UNSET,
) -> Call[TeamTransferCreditResponse]:
    """Return the call of ``teams_transfer_credit``; the method of the resource class says what it takes."""
    return prepare(
        OPERATION,
        _PARAMETERS,
        {
            "amount": amount,
            "sourceteamguid": sourceteamguid,
            "targetteamguid": targetteamguid,
        },
        TeamTransferCreditResponse._adopt,
        body="json",
    )
