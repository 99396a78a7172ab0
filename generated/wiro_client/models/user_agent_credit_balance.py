from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from attrs import define

from ..model import Model
from ..shapes import INTEGER, NULL, NUMBER, TEXT, Field, Fields, OneOf
from ..types import UNSET, Unset

__all__ = ["UserAgentCreditBalance"]


@define(kw_only=True, eq=False, repr=False, getstate_setstate=False, weakref_slot=False)
class UserAgentCreditBalance(Model):
    """The credits of an instance now.

    Attributes:
        monthlycredits: Credits a billing period.
        extracredits: Unexpired credits from extra packs.
        usedcredits: Credits used in this period.
        remainingcredits: max(0, monthlycredits + extracredits - usedcredits).
        creditperiod: Billing period as YYYY-MM.
        creditsyncat: When the runtime last reported usage, Unix seconds; null before its first report.
    """

    monthlycredits: float | Unset = UNSET
    extracredits: float | Unset = UNSET
    usedcredits: float | Unset = UNSET
    remainingcredits: float | Unset = UNSET
    creditperiod: str | Unset = UNSET
    creditsyncat: int | str | None | Unset = UNSET

    _fields: ClassVar[Fields] = {
        "monthlycredits": Field("monthlycredits", NUMBER),
        "extracredits": Field("extracredits", NUMBER),
        "usedcredits": Field("usedcredits", NUMBER),
        "remainingcredits": Field("remainingcredits", NUMBER),
        "creditperiod": Field("creditperiod", TEXT),
        "creditsyncat": Field("creditsyncat", OneOf(INTEGER, TEXT, NULL)),
    }

    if not TYPE_CHECKING:  # Type checkers would hold the values to be what the conditions say.

        def _fill(self, get, absent):
            value = get("monthlycredits", absent)
            if type(value) in (float, int) or value is UNSET:
                self.monthlycredits = value
            value = get("extracredits", absent)
            if type(value) in (float, int) or value is UNSET:
                self.extracredits = value
            value = get("usedcredits", absent)
            if type(value) in (float, int) or value is UNSET:
                self.usedcredits = value
            value = get("remainingcredits", absent)
            if type(value) in (float, int) or value is UNSET:
                self.remainingcredits = value
            value = get("creditperiod", absent)
            if type(value) is str or value is UNSET:
                self.creditperiod = value
            value = get("creditsyncat", absent)
            if value is None or type(value) in (int, str) or value is UNSET:
                self.creditsyncat = value
