from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from attrs import define

from ..model import Model
from ..shapes import INTEGER, NULL, NUMBER, TEXT, EnumOf, Field, Fields, OneOf
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from .user_agent_subscription_status import UserAgentSubscriptionStatus

__all__ = ["UserAgentSubscription"]


@define(kw_only=True, eq=False, repr=False, getstate_setstate=False, weakref_slot=False)
class UserAgentSubscription(Model):
    """The subscription that pays for an instance.

    Attributes:
        plan: agent; older answers name the tier too (agent-starter, agent-pro).
        status: State of the subscription; a cancelled one stays active until its period ends.
        amount: Price of a period, in `currency`.
        currency: Lower-case code, usd.
        currentperiodend: End of the paid period, Unix seconds. Samples disagree with `renewaldate`, so the two
            are not compared.
        renewaldate: The same moment as ISO 8601 text.
        daysremaining: Days left in the period.
        pendingdowngrade: cancel when it ends with the period.
        provider: prepaid for wallet subscriptions, stripe for those that were bought with a card on the
            website.
    """

    plan: str | Unset = UNSET
    status: UserAgentSubscriptionStatus | Unset = UNSET
    amount: float | Unset = UNSET
    currency: str | Unset = UNSET
    currentperiodend: int | str | None | Unset = UNSET
    renewaldate: str | None | Unset = UNSET
    daysremaining: int | None | Unset = UNSET
    pendingdowngrade: str | None | Unset = UNSET
    provider: str | Unset = UNSET

    _fields: ClassVar[Fields] = {
        "plan": Field("plan", TEXT),
        "status": Field("status", EnumOf("UserAgentSubscriptionStatus", str)),
        "amount": Field("amount", NUMBER),
        "currency": Field("currency", TEXT),
        "currentperiodend": Field("currentperiodend", OneOf(INTEGER, TEXT, NULL)),
        "renewaldate": Field("renewaldate", OneOf(TEXT, NULL)),
        "daysremaining": Field("daysremaining", OneOf(INTEGER, NULL)),
        "pendingdowngrade": Field("pendingdowngrade", OneOf(TEXT, NULL)),
        "provider": Field("provider", TEXT),
    }

    if not TYPE_CHECKING:  # Type checkers would hold the values to be what the conditions say.

        def _fill(self, get, absent):
            value = get("plan", absent)
            if type(value) is str or value is UNSET:
                self.plan = value
            value = get("status", absent)
            if value is UNSET:
                self.status = value
            value = get("amount", absent)
            if type(value) in (float, int) or value is UNSET:
                self.amount = value
            value = get("currency", absent)
            if type(value) is str or value is UNSET:
                self.currency = value
            value = get("currentperiodend", absent)
            if value is None or type(value) in (int, str) or value is UNSET:
                self.currentperiodend = value
            value = get("renewaldate", absent)
            if value is None or type(value) is str or value is UNSET:
                self.renewaldate = value
            value = get("daysremaining", absent)
            if value is None or type(value) is int or value is UNSET:
                self.daysremaining = value
            value = get("pendingdowngrade", absent)
            if value is None or type(value) is str or value is UNSET:
                self.pendingdowngrade = value
            value = get("provider", absent)
            if type(value) is str or value is UNSET:
                self.provider = value
