"""Coupons of the signed-in account."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any, Literal

from ...arguments import keywords
from ...calls import AsyncSender, RequestOptions, Sender
from ...types import UNSET, File, Unset

if TYPE_CHECKING:
    from ...models.coupon_user_list_response import CouponUserListResponse

__all__ = ["AsyncCouponsApi", "CouponsApi"]


class CouponsApi:
    """Coupons of the signed-in account."""

    __slots__ = ("_sender",)

    def __init__(self, sender: Sender) -> None:
        self._sender = sender

    @keywords
    def user_list(
        self,
        *,
        request_options: RequestOptions | None = None,
    ) -> CouponUserListResponse:
        """List the coupons of the account.

        Answers the coupons in the workspace of the key. Neither parameters nor answer are documented.

        Changes nothing: may be repeated. The documentation mentions this operation without describing it.

        Args:
            request_options: Timeout, headers and retries of this request.

        Returns:
            CouponUserListResponse: The answer.

        Raises:
            InvalidArgumentError: An argument is missing or has the wrong type; nothing was sent.
            ApiError: The service refused.
            InvalidResponseError: The answer is not a JSON object.

        POST /Coupon/UserList, documented in Wiro-Docs/markdown/organizations-api-access.md:43.
        """
        from .user_list import build_call

        call = build_call()
        return self._sender.send(call, request_options)


class AsyncCouponsApi:
    """Coupons of the signed-in account."""

    __slots__ = ("_sender",)

    def __init__(self, sender: AsyncSender) -> None:
        self._sender = sender

    @keywords
    async def user_list(
        self,
        *,
        request_options: RequestOptions | None = None,
    ) -> CouponUserListResponse:
        """List the coupons of the account.

        Answers the coupons in the workspace of the key. Neither parameters nor answer are documented.

        Changes nothing: may be repeated. The documentation mentions this operation without describing it.

        Args:
            request_options: Timeout, headers and retries of this request.

        Returns:
            CouponUserListResponse: The answer.

        Raises:
            InvalidArgumentError: An argument is missing or has the wrong type; nothing was sent.
            ApiError: The service refused.
            InvalidResponseError: The answer is not a JSON object.

        POST /Coupon/UserList, documented in Wiro-Docs/markdown/organizations-api-access.md:43.
        """
        from .user_list import build_call

        call = build_call()
        return await self._sender.send(call, request_options)
