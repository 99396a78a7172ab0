from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from attrs import define

from ..model import Model
from ..shapes import NUMBER, TEXT, Field, Fields
from ..types import UNSET

__all__ = ["UserAgentCreditSyncRequest"]


@define(kw_only=True, eq=False, repr=False, getstate_setstate=False, weakref_slot=False)
class UserAgentCreditSyncRequest(Model):
    """Body of ``user_agents_credit_sync``: Report the credit counter of the agent runtime.

    Attributes:
        useragentguid: Guid of the instance.
        uuid: Account that owns the instance.
        usedcredits: Credits used in this period so far; the counter never falls.
        creditperiod: Billing period as YYYY-MM.
    """

    useragentguid: str
    uuid: str
    usedcredits: float
    creditperiod: str

    _fields: ClassVar[Fields] = {
        "useragentguid": Field("useragentguid", TEXT, required=True),
        "uuid": Field("uuid", TEXT, required=True),
        "usedcredits": Field("usedcredits", NUMBER, required=True),
        "creditperiod": Field("creditperiod", TEXT, required=True),
    }

    if not TYPE_CHECKING:  # Type checkers would hold the values to be what the conditions say.

        def _fill(self, get, absent):
            value = get("useragentguid", absent)
            if type(value) is str or value is UNSET:
                self.useragentguid = value
            value = get("uuid", absent)
            if type(value) is str or value is UNSET:
                self.uuid = value
            value = get("usedcredits", absent)
            if type(value) in (float, int) or value is UNSET:
                self.usedcredits = value
            value = get("creditperiod", absent)
            if type(value) is str or value is UNSET:
                self.creditperiod = value

    _closed: ClassVar[bool] = True
