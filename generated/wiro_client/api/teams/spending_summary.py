"""``teams_spending_summary``: POST /Team/SpendingSummary."""

from __future__ import annotations

from ...arguments import Parameter, keywords, prepare
from ...calls import Call
from ...models.team_spending_summary_response import TeamSpendingSummaryResponse
from ...operations import OPERATIONS
from ...shapes import TEXT

__all__ = ["OPERATION", "build_call"]

OPERATION = OPERATIONS["teams_spending_summary"]

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
) -> Call[TeamSpendingSummaryResponse]:
    """Return the call of ``teams_spending_summary``; the method of the resource class says what it takes."""
    return prepare(
        OPERATION,
        _PARAMETERS,
        {
            "teamguid": teamguid,
        },
        TeamSpendingSummaryResponse._adopt,
        body="json",
    )
