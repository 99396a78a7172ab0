from __future__ import annotations

from typing import ClassVar

from attrs import define

from ..model import Model
from ..shapes import BOOLEAN, NUMBER, TEXT, Field, Fields
from ..types import UNSET, Unset

__all__ = ["UserAgentTransactionMetadata"]


@define(kw_only=True, eq=False, repr=False, getstate_setstate=False, weakref_slot=False)
class UserAgentTransactionMetadata(Model):
    """Circumstances of a movement; which fields there are depends on its type.

    Attributes:
        pack: Extra pack that was bought.
        price_usd: USD that were paid.
        period: Billing period as YYYY-MM.
        skill: Skill that was switched.
        enabled: Whether it was switched on.
        previous_price_usd: USD a period before.
        new_price_usd: USD a period afterwards.
        prorated_charge: USD charged for the rest of the period.
    """

    pack: str | Unset = UNSET
    price_usd: float | Unset = UNSET
    period: str | Unset = UNSET
    skill: str | Unset = UNSET
    enabled: bool | Unset = UNSET
    previous_price_usd: float | Unset = UNSET
    new_price_usd: float | Unset = UNSET
    prorated_charge: float | Unset = UNSET

    _fields: ClassVar[Fields] = {
        "pack": Field("pack", TEXT),
        "price_usd": Field("priceUsd", NUMBER),
        "period": Field("period", TEXT),
        "skill": Field("skill", TEXT),
        "enabled": Field("enabled", BOOLEAN),
        "previous_price_usd": Field("previousPriceUsd", NUMBER),
        "new_price_usd": Field("newPriceUsd", NUMBER),
        "prorated_charge": Field("proratedCharge", NUMBER),
    }
