"""``wallets_transaction_list``: POST /Wallet/TransactionList."""

from __future__ import annotations

from ...arguments import Parameter, keywords, prepare
from ...calls import Call
from ...models.wallet_transaction_list_response import WalletTransactionListResponse
from ...operations import OPERATIONS

__all__ = ["OPERATION", "build_call"]

OPERATION = OPERATIONS["wallets_transaction_list"]

_PARAMETERS: tuple[Parameter, ...] = ()


@keywords
def build_call() -> Call[WalletTransactionListResponse]:
    """Return the call of ``wallets_transaction_list``; the method of the resource class says what it takes."""
    return prepare(
        OPERATION,
        _PARAMETERS,
        {},
        WalletTransactionListResponse._adopt,
        body="json",
    )
