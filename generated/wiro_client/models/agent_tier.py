from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from attrs import define

from ..model import Model
from ..shapes import NUMBER, Field, Fields
from ..types import UNSET, Unset

__all__ = ["AgentTier"]


@define(kw_only=True, eq=False, repr=False, getstate_setstate=False, weakref_slot=False)
class AgentTier(Model):
    """One tier of an agent.

    Attributes:
        price_usd: Price of 30 days in USD.
        price: Older name of `priceUsd`.
        credits_: Credits included per period.
    """

    price_usd: float | Unset = UNSET
    price: float | Unset = UNSET
    credits_: float | Unset = UNSET

    _fields: ClassVar[Fields] = {
        "price_usd": Field("priceUsd", NUMBER),
        "price": Field("price", NUMBER),
        "credits_": Field("credits", NUMBER),
    }

    if not TYPE_CHECKING:  # Type checkers would hold the values to be what the conditions say.

        def _fill(self, get, absent):
            value = get("priceUsd", absent)
            if type(value) in (float, int) or value is UNSET:
                self.price_usd = value
            value = get("price", absent)
            if type(value) in (float, int) or value is UNSET:
                self.price = value
            value = get("credits", absent)
            if type(value) in (float, int) or value is UNSET:
                self.credits_ = value
