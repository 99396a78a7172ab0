from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from attrs import define

from ..model import Model
from ..shapes import BOOLEAN, NUMBER, TEXT, EnumOf, Field, Fields, ListOf, Nested, OneOf
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from .error_item import ErrorItem
    from .user_agent_tier import UserAgentTier

__all__ = ["UserAgentUpgradeTierResponse"]


@define(kw_only=True, eq=False, repr=False, getstate_setstate=False, weakref_slot=False)
class UserAgentUpgradeTierResponse(Model):
    """Answer of ``user_agents_upgrade_tier``: Move an agent from Starter to Pro.

    Attributes:
        result: Whether the request was carried out.
        errors: Why it was not; empty or missing on success. Some operations put plain strings here.
        tier: Tier now.
        previous_tier: Tier before.
        new_price_usd: USD a period from now on.
        new_monthly_credits: Credits a period from now on.
        prorated_charge: USD taken from the wallet for the rest of this period.
        stripe_proration_applied: Always false for prepaid subscriptions.
    """

    result: bool | Unset = UNSET
    errors: list[ErrorItem | str] | Unset = UNSET
    tier: UserAgentTier | Unset = UNSET
    previous_tier: UserAgentTier | Unset = UNSET
    new_price_usd: float | Unset = UNSET
    new_monthly_credits: float | Unset = UNSET
    prorated_charge: float | Unset = UNSET
    stripe_proration_applied: bool | Unset = UNSET

    _fields: ClassVar[Fields] = {
        "result": Field("result", BOOLEAN),
        "errors": Field("errors", ListOf(OneOf(Nested("ErrorItem"), TEXT))),
        "tier": Field("tier", EnumOf("UserAgentTier", str)),
        "previous_tier": Field("previousTier", EnumOf("UserAgentTier", str)),
        "new_price_usd": Field("newPriceUsd", NUMBER),
        "new_monthly_credits": Field("newMonthlyCredits", NUMBER),
        "prorated_charge": Field("proratedCharge", NUMBER),
        "stripe_proration_applied": Field("stripeProrationApplied", BOOLEAN),
    }

    if not TYPE_CHECKING:  # Type checkers would hold the values to be what the conditions say.

        def _fill(self, get, absent):
            value = get("result", absent)
            if type(value) is bool or value is UNSET:
                self.result = value
            value = get("errors", absent)
            if value is UNSET:
                self.errors = value
            value = get("tier", absent)
            if value is UNSET:
                self.tier = value
            value = get("previousTier", absent)
            if value is UNSET:
                self.previous_tier = value
            value = get("newPriceUsd", absent)
            if type(value) in (float, int) or value is UNSET:
                self.new_price_usd = value
            value = get("newMonthlyCredits", absent)
            if type(value) in (float, int) or value is UNSET:
                self.new_monthly_credits = value
            value = get("proratedCharge", absent)
            if type(value) in (float, int) or value is UNSET:
                self.prorated_charge = value
            value = get("stripeProrationApplied", absent)
            if type(value) is bool or value is UNSET:
                self.stripe_proration_applied = value
