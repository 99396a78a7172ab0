from __future__ import annotations

from typing import ClassVar

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
