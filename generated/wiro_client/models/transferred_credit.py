from __future__ import annotations

from typing import ClassVar

from attrs import define

from ..model import Model
from ..shapes import NUMBER, TEXT, Field, Fields, OneOf
from ..types import UNSET, Unset

__all__ = ["TransferredCredit"]


@define(kw_only=True, eq=False, repr=False, getstate_setstate=False, weakref_slot=False)
class TransferredCredit(Model):
    """How much money was moved, by its origin.

    Attributes:
        total: USD moved.
        gifted: USD of it from coupons and gifts.
        store: USD of it from store revenue.
        amount: USD of it from deposits.
    """

    total: float | str | Unset = UNSET
    gifted: float | str | Unset = UNSET
    store: float | str | Unset = UNSET
    amount: float | str | Unset = UNSET

    _fields: ClassVar[Fields] = {
        "total": Field("total", OneOf(NUMBER, TEXT)),
        "gifted": Field("gifted", OneOf(NUMBER, TEXT)),
        "store": Field("store", OneOf(NUMBER, TEXT)),
        "amount": Field("amount", OneOf(NUMBER, TEXT)),
    }
