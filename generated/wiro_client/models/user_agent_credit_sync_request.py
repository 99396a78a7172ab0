from __future__ import annotations

from typing import ClassVar

from attrs import define

from ..model import Model
from ..shapes import NUMBER, TEXT, Field, Fields

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
    _closed: ClassVar[bool] = True
