"""``coupons_user_list``: POST /Coupon/UserList."""

from __future__ import annotations

from ...arguments import Parameter, keywords, prepare
from ...calls import Call
from ...models.coupon_user_list_response import CouponUserListResponse
from ...operations import OPERATIONS

__all__ = ["OPERATION", "build_call"]

OPERATION = OPERATIONS["coupons_user_list"]

_PARAMETERS: tuple[Parameter, ...] = ()


@keywords
def build_call() -> Call[CouponUserListResponse]:
    """Return the call of ``coupons_user_list``; the method of the resource class says what it takes."""
    return prepare(
        OPERATION,
        _PARAMETERS,
        {},
        CouponUserListResponse._adopt,
        body="json",
    )
