from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

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

    if not TYPE_CHECKING:  # Type checkers would hold the values to be what the conditions say.

        def _fill(self, get, absent):
            value = get("pack", absent)
            if type(value) is str or value is UNSET:
                self.pack = value
            value = get("priceUsd", absent)
            if type(value) in (float, int) or value is UNSET:
                self.price_usd = value
            value = get("period", absent)
            if type(value) is str or value is UNSET:
                self.period = value
            value = get("skill", absent)
            if type(value) is str or value is UNSET:
                self.skill = value
            value = get("enabled", absent)
            if type(value) is bool or value is UNSET:
                self.enabled = value
            value = get("previousPriceUsd", absent)
            if type(value) in (float, int) or value is UNSET:
                self.previous_price_usd = value
            value = get("newPriceUsd", absent)
            if type(value) in (float, int) or value is UNSET:
                self.new_price_usd = value
            value = get("proratedCharge", absent)
            if type(value) in (float, int) or value is UNSET:
                self.prorated_charge = value
