from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from attrs import define

from ..model import Model
from ..shapes import BOOLEAN, NUMBER, TEXT, Field, Fields, ListOf, Nested, OneOf
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from .error_item import ErrorItem

__all__ = ["UserAgentTransactionInsertResponse"]


@define(kw_only=True, eq=False, repr=False, getstate_setstate=False, weakref_slot=False)
class UserAgentTransactionInsertResponse(Model):
    """Answer of ``user_agents_transaction_insert``: Report credits that the agent runtime used.

    Attributes:
        result: Whether the request was carried out.
        errors: Why it was not; empty or missing on success. Some operations put plain strings here.
        guid: Identifies the entry.
        idempotent: True when the event had been booked before and nothing was charged now.
        monthlycredits: Credits a billing period.
        extracredits: Unexpired credits from extra packs.
        usedcredits: Credits used in this period.
        remainingcredits: Credits left.
    """

    result: bool | Unset = UNSET
    errors: list[ErrorItem | str] | Unset = UNSET
    guid: str | Unset = UNSET
    idempotent: bool | Unset = UNSET
    monthlycredits: float | Unset = UNSET
    extracredits: float | Unset = UNSET
    usedcredits: float | Unset = UNSET
    remainingcredits: float | Unset = UNSET

    _fields: ClassVar[Fields] = {
        "result": Field("result", BOOLEAN),
        "errors": Field("errors", ListOf(OneOf(Nested("ErrorItem"), TEXT))),
        "guid": Field("guid", TEXT),
        "idempotent": Field("idempotent", BOOLEAN),
        "monthlycredits": Field("monthlycredits", NUMBER),
        "extracredits": Field("extracredits", NUMBER),
        "usedcredits": Field("usedcredits", NUMBER),
        "remainingcredits": Field("remainingcredits", NUMBER),
    }

    if not TYPE_CHECKING:  # Type checkers would hold the values to be what the conditions say.

        def _fill(self, get, absent):
            value = get("result", absent)
            if type(value) is bool or value is UNSET:
                self.result = value
            value = get("errors", absent)
            if value is UNSET:
                self.errors = value
            value = get("guid", absent)
            if type(value) is str or value is UNSET:
                self.guid = value
            value = get("idempotent", absent)
            if type(value) is bool or value is UNSET:
                self.idempotent = value
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
