from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from attrs import define

from ..model import Model
from ..shapes import NUMBER, Field, Fields
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

    total: float | Unset = UNSET
    gifted: float | Unset = UNSET
    store: float | Unset = UNSET
    amount: float | Unset = UNSET

    _fields: ClassVar[Fields] = {
        "total": Field("total", NUMBER),
        "gifted": Field("gifted", NUMBER),
        "store": Field("store", NUMBER),
        "amount": Field("amount", NUMBER),
    }

    if not TYPE_CHECKING:  # Type checkers would hold the values to be what the conditions say.

        def _fill(self, get, absent):
            value = get("total", absent)
            if type(value) in (float, int) or value is UNSET:
                self.total = value
            value = get("gifted", absent)
            if type(value) in (float, int) or value is UNSET:
                self.gifted = value
            value = get("store", absent)
            if type(value) in (float, int) or value is UNSET:
                self.store = value
            value = get("amount", absent)
            if type(value) in (float, int) or value is UNSET:
                self.amount = value
