from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from attrs import define

from ..model import Model
from ..shapes import BOOLEAN, NUMBER, TEXT, EnumOf, Field, Fields, ListOf, Nested, OneOf
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from .error_item import ErrorItem
    from .user_agent_renew_subscription_response_action import UserAgentRenewSubscriptionResponseAction

__all__ = ["UserAgentRenewSubscriptionResponse"]


@define(kw_only=True, eq=False, repr=False, getstate_setstate=False, weakref_slot=False)
class UserAgentRenewSubscriptionResponse(Model):
    """Answer of ``user_agents_renew_subscription``: Take a cancellation back, or pay for another period.

    Attributes:
        result: Whether the request was carried out.
        errors: Why it was not; empty or missing on success. Some operations put plain strings here.
        action: `undo-cancel` was free, `renewed` was charged.
        plan: Plan of the new period, `agent`. Only when renewed.
        amount: USD taken from the wallet. Only when renewed.
        monthlycredits: Credits of the new period. Only when renewed.
    """

    result: bool | Unset = UNSET
    errors: list[ErrorItem | str] | Unset = UNSET
    action: UserAgentRenewSubscriptionResponseAction | Unset = UNSET
    plan: str | Unset = UNSET
    amount: float | Unset = UNSET
    monthlycredits: float | Unset = UNSET

    _fields: ClassVar[Fields] = {
        "result": Field("result", BOOLEAN),
        "errors": Field("errors", ListOf(OneOf(Nested("ErrorItem"), TEXT))),
        "action": Field("action", EnumOf("UserAgentRenewSubscriptionResponseAction", str)),
        "plan": Field("plan", TEXT),
        "amount": Field("amount", NUMBER),
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
            value = get("action", absent)
            if value is UNSET:
                self.action = value
            value = get("plan", absent)
            if type(value) is str or value is UNSET:
                self.plan = value
            value = get("amount", absent)
            if type(value) in (float, int) or value is UNSET:
                self.amount = value
            value = get("monthlycredits", absent)
            if type(value) in (float, int) or value is UNSET:
                self.monthlycredits = value
