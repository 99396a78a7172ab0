"""Prepaid balances in USD and the movements on them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any, Literal

from ...arguments import keywords
from ...calls import AsyncSender, RequestOptions, Sender
from ...types import UNSET, File, Unset

if TYPE_CHECKING:
    from ...models.wallet_list_response import WalletListResponse
    from ...models.wallet_transaction_list_response import WalletTransactionListResponse

__all__ = ["AsyncWalletsApi", "WalletsApi"]


class WalletsApi:
    """Prepaid balances in USD and the movements on them."""

    __slots__ = ("_sender",)

    def __init__(self, sender: Sender) -> None:
        self._sender = sender

    @keywords
    def list(
        self,
        *,
        request_options: RequestOptions | None = None,
    ) -> WalletListResponse:
        """List wallets.

        Answers the wallet in the workspace of the key: the personal one, or for a team project that of the
        team. Neither parameters nor answer are documented.

        Changes nothing: may be repeated. The documentation mentions this operation without describing it.

        Args:
            request_options: Timeout, headers and retries of this request.

        Returns:
            WalletListResponse: The answer.

        Raises:
            InvalidArgumentError: An argument is missing or has the wrong type; nothing was sent.
            ApiError: The service refused.
            InvalidResponseError: The answer is not a JSON object.

        POST /Wallet/List, documented in 001_e96aa5bc1228153b.txt:11411-11413, 11422-11423.
        """
        from .list import build_call

        call = build_call()
        return self._sender.send(call, request_options)

    @keywords
    def transaction_list(
        self,
        *,
        request_options: RequestOptions | None = None,
    ) -> WalletTransactionListResponse:
        """List wallet transactions.

        Answers the movements on the wallet in the workspace of the key. Neither parameters nor answer are
        documented.

        Changes nothing: may be repeated. The documentation mentions this operation without describing it.

        Args:
            request_options: Timeout, headers and retries of this request.

        Returns:
            WalletTransactionListResponse: The answer.

        Raises:
            InvalidArgumentError: An argument is missing or has the wrong type; nothing was sent.
            ApiError: The service refused.
            InvalidResponseError: The answer is not a JSON object.

        POST /Wallet/TransactionList, documented in 001_e96aa5bc1228153b.txt:11411-11413, 11424-11425.
        """
        from .transaction_list import build_call

        call = build_call()
        return self._sender.send(call, request_options)


class AsyncWalletsApi:
    """Prepaid balances in USD and the movements on them."""

    __slots__ = ("_sender",)

    def __init__(self, sender: AsyncSender) -> None:
        self._sender = sender

    @keywords
    async def list(
        self,
        *,
        request_options: RequestOptions | None = None,
    ) -> WalletListResponse:
        """List wallets.

        Answers the wallet in the workspace of the key: the personal one, or for a team project that of the
        team. Neither parameters nor answer are documented.

        Changes nothing: may be repeated. The documentation mentions this operation without describing it.

        Args:
            request_options: Timeout, headers and retries of this request.

        Returns:
            WalletListResponse: The answer.

        Raises:
            InvalidArgumentError: An argument is missing or has the wrong type; nothing was sent.
            ApiError: The service refused.
            InvalidResponseError: The answer is not a JSON object.

        POST /Wallet/List, documented in 001_e96aa5bc1228153b.txt:11411-11413, 11422-11423.
        """
        from .list import build_call

        call = build_call()
        return await self._sender.send(call, request_options)

    @keywords
    async def transaction_list(
        self,
        *,
        request_options: RequestOptions | None = None,
    ) -> WalletTransactionListResponse:
        """List wallet transactions.

        Answers the movements on the wallet in the workspace of the key. Neither parameters nor answer are
        documented.

        Changes nothing: may be repeated. The documentation mentions this operation without describing it.

        Args:
            request_options: Timeout, headers and retries of this request.

        Returns:
            WalletTransactionListResponse: The answer.

        Raises:
            InvalidArgumentError: An argument is missing or has the wrong type; nothing was sent.
            ApiError: The service refused.
            InvalidResponseError: The answer is not a JSON object.

        POST /Wallet/TransactionList, documented in 001_e96aa5bc1228153b.txt:11411-11413, 11424-11425.
        """
        from .transaction_list import build_call

        call = build_call()
        return await self._sender.send(call, request_options)
