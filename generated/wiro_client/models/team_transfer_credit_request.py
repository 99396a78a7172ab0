from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from attrs import define

from ..model import Model
from ..shapes import NUMBER, TEXT, Field, Fields
from ..types import UNSET, Unset

__all__ = ["TeamTransferCreditRequest"]


@define(kw_only=True, eq=False, repr=False, getstate_setstate=False, weakref_slot=False)
class TeamTransferCreditRequest(Model):
    """Body of ``teams_transfer_credit``: Move money between wallets.

    Attributes:
        amount: USD to move.
        sourceteamguid: Guid of the team that pays; absent or the empty string is the personal wallet.
        targetteamguid: Guid of the team that receives; absent or the empty string is the personal wallet.
    """

    amount: float
    sourceteamguid: str | Unset = UNSET
    targetteamguid: str | Unset = UNSET

    _fields: ClassVar[Fields] = {
        "amount": Field("amount", NUMBER, required=True),
        "sourceteamguid": Field("sourceteamguid", TEXT),
        "targetteamguid": Field("targetteamguid", TEXT),
    }

    if not TYPE_CHECKING:  # Type checkers would hold the values to be what the conditions say.

        def _fill(self, get, absent):
            value = get("amount", absent)
            if type(value) in (float, int) or value is UNSET:
                self.amount = value
            value = get("sourceteamguid", absent)
            if type(value) is str or value is UNSET:
                self.sourceteamguid = value
            value = get("targetteamguid", absent)
            if type(value) is str or value is UNSET:
                self.targetteamguid = value

    _closed: ClassVar[bool] = True
