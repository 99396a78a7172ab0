from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from attrs import define

from ..model import Model
from ..shapes import BOOLEAN, NUMBER, TEXT, Field, Fields, ListOf, Nested, OneOf
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from .error_item import ErrorItem

__all__ = ["UserAgentCreditSyncResponse"]


@define(kw_only=True, eq=False, repr=False, getstate_setstate=False, weakref_slot=False)
class UserAgentCreditSyncResponse(Model):
    """Answer of ``user_agents_credit_sync``: Report the credit counter of the agent runtime.

    Attributes:
        result: Whether the request was carried out.
        errors: Why it was not; empty or missing on success. Some operations put plain strings here.
        creditperiod: Billing period that the service has.
        usedcredits: Counter that the service has.
    """

    result: bool | Unset = UNSET
    errors: list[ErrorItem | str] | Unset = UNSET
    creditperiod: str | Unset = UNSET
    usedcredits: float | Unset = UNSET

    _fields: ClassVar[Fields] = {
        "result": Field("result", BOOLEAN),
        "errors": Field("errors", ListOf(OneOf(Nested("ErrorItem"), TEXT))),
        "creditperiod": Field("creditperiod", TEXT),
        "usedcredits": Field("usedcredits", NUMBER),
    }

    if not TYPE_CHECKING:  # Type checkers would hold the values to be what the conditions say.

        def _fill(self, get, absent):
            value = get("result", absent)
            if type(value) is bool or value is UNSET:
                self.result = value
            value = get("errors", absent)
            if value is UNSET:
                self.errors = value
            value = get("creditperiod", absent)
            if type(value) is str or value is UNSET:
                self.creditperiod = value
            value = get("usedcredits", absent)
            if type(value) in (float, int) or value is UNSET:
                self.usedcredits = value
