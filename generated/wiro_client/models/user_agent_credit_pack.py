from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from attrs import define

from ..model import Model
from ..shapes import BOOLEAN, NUMBER, TEXT, Field, Fields
from ..types import UNSET, Unset

__all__ = ["UserAgentCreditPack"]


@define(kw_only=True, eq=False, repr=False, getstate_setstate=False, weakref_slot=False)
class UserAgentCreditPack(Model):
    """An extra credit pack, sized 5, 10 or 20 times the monthly credits. Credits expire six months after purchase.

    Attributes:
        packkey: What to send as `pack`; small, medium or large.
        credits_: Credits in the pack.
        priceusd: Price in USD.
        enabled: Whether it can be bought now.
    """

    packkey: str | Unset = UNSET
    credits_: float | Unset = UNSET
    priceusd: float | Unset = UNSET
    enabled: bool | Unset = UNSET

    _fields: ClassVar[Fields] = {
        "packkey": Field("packkey", TEXT),
        "credits_": Field("credits", NUMBER),
        "priceusd": Field("priceusd", NUMBER),
        "enabled": Field("enabled", BOOLEAN),
    }

    if not TYPE_CHECKING:  # Type checkers would hold the values to be what the conditions say.

        def _fill(self, get, absent):
            value = get("packkey", absent)
            if type(value) is str or value is UNSET:
                self.packkey = value
            value = get("credits", absent)
            if type(value) in (float, int) or value is UNSET:
                self.credits_ = value
            value = get("priceusd", absent)
            if type(value) in (float, int) or value is UNSET:
                self.priceusd = value
            value = get("enabled", absent)
            if type(value) is bool or value is UNSET:
                self.enabled = value
