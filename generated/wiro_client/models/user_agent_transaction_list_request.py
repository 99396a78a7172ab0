from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from attrs import define

from ..model import Model
from ..shapes import INTEGER, TEXT, Field, Fields
from ..types import UNSET, Unset

__all__ = ["UserAgentTransactionListRequest"]


@define(kw_only=True, eq=False, repr=False, getstate_setstate=False, weakref_slot=False)
class UserAgentTransactionListRequest(Model):
    """Body of ``user_agents_transaction_list``: List the credit movements of an agent.

    Attributes:
        useragentguid: Guid of the instance.
        limit: Rows per page, at most 500; the service uses 50 when it is absent.
        start: Number of rows to skip; the service uses 0 when it is absent.
    """

    useragentguid: str
    limit: int | Unset = UNSET
    start: int | Unset = UNSET

    _fields: ClassVar[Fields] = {
        "useragentguid": Field("useragentguid", TEXT, required=True),
        "limit": Field("limit", INTEGER),
        "start": Field("start", INTEGER),
    }

    if not TYPE_CHECKING:  # Type checkers would hold the values to be what the conditions say.

        def _fill(self, get, absent):
            value = get("useragentguid", absent)
            if type(value) is str or value is UNSET:
                self.useragentguid = value
            value = get("limit", absent)
            if type(value) is int or value is UNSET:
                self.limit = value
            value = get("start", absent)
            if type(value) is int or value is UNSET:
                self.start = value

    _closed: ClassVar[bool] = True
