from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from attrs import define

from ..model import Model
from ..shapes import BOOLEAN, INTEGER, NUMBER, TEXT, Field, Fields, ListOf, Nested, OneOf
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from .error_item import ErrorItem

__all__ = ["UserAgentCreateSubscriptionCheckoutResponse"]


@define(kw_only=True, eq=False, repr=False, getstate_setstate=False, weakref_slot=False)
class UserAgentCreateSubscriptionCheckoutResponse(Model):
    """Answer of ``user_agents_create_subscription_checkout``: Subscribe an agent that has no active subscription.

    Attributes:
        result: Whether the request was carried out.
        errors: Why it was not; empty or missing on success. Some operations put plain strings here.
        subscription_id: Number of the subscription.
        monthlypriceusd: USD a period of 30 days.
        monthlycredits: Credits a period.
    """

    result: bool | Unset = UNSET
    errors: list[ErrorItem | str] | Unset = UNSET
    subscription_id: int | Unset = UNSET
    monthlypriceusd: float | Unset = UNSET
    monthlycredits: float | Unset = UNSET

    _fields: ClassVar[Fields] = {
        "result": Field("result", BOOLEAN),
        "errors": Field("errors", ListOf(OneOf(Nested("ErrorItem"), TEXT))),
        "subscription_id": Field("subscriptionId", INTEGER),
        "monthlypriceusd": Field("monthlypriceusd", NUMBER),
        "monthlycredits": Field("monthlycredits", NUMBER),
    }

    if not TYPE_CHECKING:  # Type checkers would hold the values to be what the conditions say.

        def _fill(self, get, absent):
            value = get("result", absent)
            if type(value) is bool or value is UNSET:
                self.result = value
            value = get("errors", absent)
            if value is UNSET:
                self.errors = value
            value = get("subscriptionId", absent)
            if type(value) is int or value is UNSET:
                self.subscription_id = value
            value = get("monthlypriceusd", absent)
            if type(value) in (float, int) or value is UNSET:
                self.monthlypriceusd = value
            value = get("monthlycredits", absent)
            if type(value) in (float, int) or value is UNSET:
                self.monthlycredits = value
