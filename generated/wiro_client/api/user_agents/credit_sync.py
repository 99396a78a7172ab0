"""``user_agents_credit_sync``: POST /UserAgent/CreditSync."""

from __future__ import annotations

from ...arguments import Parameter, keywords, prepare
from ...calls import Call
from ...models.user_agent_credit_sync_response import UserAgentCreditSyncResponse
from ...operations import OPERATIONS
from ...shapes import NUMBER, TEXT

__all__ = ["OPERATION", "build_call"]

OPERATION = OPERATIONS["user_agents_credit_sync"]

_PARAMETERS: tuple[Parameter, ...] = (
    Parameter(
        "useragentguid",
        "useragentguid",
        "body",
        TEXT,
        required=True,
    ),
    Parameter(
        "uuid",
        "uuid",
        "body",
        TEXT,
        required=True,
    ),
    Parameter(
        "usedcredits",
        "usedcredits",
        "body",
        NUMBER,
        required=True,
    ),
    Parameter(
        "creditperiod",
        "creditperiod",
        "body",
        TEXT,
        required=True,
    ),
)


@keywords
def build_call(
    *,
    useragentguid: str,
    uuid: str,
    usedcredits: float,
    creditperiod: str,
) -> Call[UserAgentCreditSyncResponse]:
    """Return the call of ``user_agents_credit_sync``; the method of the resource class says what it takes."""
    return prepare(
        OPERATION,
        _PARAMETERS,
        {
            "useragentguid": useragentguid,
            "uuid": uuid,
            "usedcredits": usedcredits,
            "creditperiod": creditperiod,
        },
        UserAgentCreditSyncResponse._adopt,
        body="json",
    )
