"""``wallets_list``: POST /Wallet/List."""

from __future__ import annotations

from ...arguments import Parameter, keywords, prepare
from ...calls import Call
from ...models.wallet_list_response import WalletListResponse
from ...operations import OPERATIONS

__all__ = ["OPERATION", "build_call"]

OPERATION = OPERATIONS["wallets_list"]

_PARAMETERS: tuple[Parameter, ...] = ()


@keywords
def build_call() -> Call[WalletListResponse]:
    """Return the call of ``wallets_list``; the method of the resource class says what it takes."""
    return prepare(
        OPERATION,
        _PARAMETERS,
        {},
        WalletListResponse._adopt,
        body="json",
    )
