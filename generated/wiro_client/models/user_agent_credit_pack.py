from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

from attrs import define

from ..model import Model
from ..shapes import BOOLEAN, NUMBER, TEXT, Field, Fields
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from collections.abc import Callable

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

    def _fill(self, get: Callable[[str, Any], Any], absent: Any) -> None:
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
