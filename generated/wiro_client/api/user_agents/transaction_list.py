"""``user_agents_transaction_list``: POST /UserAgent/TransactionList."""

from __future__ import annotations

from ...arguments import Parameter, keywords, prepare
from ...calls import Call
from ...models.user_agent_transaction_list_response import UserAgentTransactionListResponse
from ...operations import OPERATIONS
from ...shapes import INTEGER, TEXT
from ...types import UNSET, Unset

__all__ = ["OPERATION", "build_call"]

OPERATION = OPERATIONS["user_agents_transaction_list"]

_PARAMETERS: tuple[Parameter, ...] = (
    Parameter(
        "useragentguid",
        "useragentguid",
        "body",
        TEXT,
        required=True,
    ),
    Parameter(
        "team_guid",
        "teamGUID",
        "header",
        TEXT,
    ),
    Parameter(
        "limit",
        "limit",
        "body",
        INTEGER,
    ),
    Parameter(
        "start",
        "start",
        "body",
        INTEGER,
    ),
)


@keywords
def build_call(
    *,
    useragentguid: str,
    team_guid: str | Unset = UNSET,
    limit: int | Unset = UNSET,
    start: int | Unset = UNSET,
) -> Call[UserAgentTransactionListResponse]:
    """Return the call of ``user_agents_transaction_list``; the method of the resource class says what it takes."""
    return prepare(
        OPERATION,
        _PARAMETERS,
        {
            "useragentguid": useragentguid,
            "team_guid": team_guid,
            "limit": limit,
            "start": start,
        },
        UserAgentTransactionListResponse._adopt,
        body="json",
    )
