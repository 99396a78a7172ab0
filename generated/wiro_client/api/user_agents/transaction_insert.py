"""``user_agents_transaction_insert``: POST /UserAgent/TransactionInsert."""

from __future__ import annotations

from ...arguments import Parameter, keywords, prepare
from ...calls import Call
from ...models.user_agent_transaction_insert_request_action import UserAgentTransactionInsertRequestAction
from ...models.user_agent_transaction_insert_request_type import UserAgentTransactionInsertRequestType
from ...models.user_agent_transaction_insert_response import UserAgentTransactionInsertResponse
from ...operations import OPERATIONS
from ...shapes import NUMBER, TEXT, EnumOf
from ...types import UNSET, Unset

__all__ = ["OPERATION", "build_call"]

OPERATION = OPERATIONS["user_agents_transaction_insert"]

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
        "type_",
        "type",
        "body",
        EnumOf("UserAgentTransactionInsertRequestType", str),
        required=True,
    ),
    Parameter(
        "amount",
        "amount",
        "body",
        NUMBER,
        required=True,
    ),
    Parameter(
        "action",
        "action",
        "body",
        EnumOf("UserAgentTransactionInsertRequestAction", str),
    ),
    Parameter(
        "guid",
        "guid",
        "body",
        TEXT,
    ),
    Parameter(
        "sessionkey",
        "sessionkey",
        "body",
        TEXT,
    ),
    Parameter(
        "messageguid",
        "messageguid",
        "body",
        TEXT,
    ),
)


@keywords
def build_call(
    *,
    useragentguid: str,
    uuid: str,
    type_: UserAgentTransactionInsertRequestType | str,
    amount: float,
    action: UserAgentTransactionInsertRequestAction | str | Unset = UNSET,
    guid: str | Unset = UNSET,
    sessionkey: str | Unset = UNSET,
    messageguid: str | Unset = UNSET,
) -> Call[UserAgentTransactionInsertResponse]:
    """Return the call of ``user_agents_transaction_insert``; the method of the resource class says what it takes."""
    return prepare(
        OPERATION,
        _PARAMETERS,
        {
            "useragentguid": useragentguid,
            "uuid": uuid,
            "type_": type_,
            "amount": amount,
            "action": action,
            "guid": guid,
            "sessionkey": sessionkey,
            "messageguid": messageguid,
        },
        UserAgentTransactionInsertResponse._adopt,
        body="json",
    )
