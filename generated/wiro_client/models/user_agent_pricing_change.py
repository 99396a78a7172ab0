from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from attrs import define

from ..model import Model
from ..shapes import NUMBER, TEXT, Field, Fields, ListOf, Nested
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from .agent_action_costs import AgentActionCosts

__all__ = ["UserAgentPricingChange"]


@define(kw_only=True, eq=False, repr=False, getstate_setstate=False, weakref_slot=False)
class UserAgentPricingChange(Model):
    """Prices and credits before and after a change of skills.

    Attributes:
        previous_price_usd: USD a period before.
        new_price_usd: USD a period from now on.
        delta_usd: The difference in USD, signed.
        previous_monthly_credits: Credits a period before.
        new_monthly_credits: Credits a period from now on.
        delta_credits: The difference in credits, signed.
        enabled_skills: All skills that are on now, with those that others depend on.
        peractioncosts: Credits that each kind of action costs with these skills.
    """

    previous_price_usd: float | Unset = UNSET
    new_price_usd: float | Unset = UNSET
    delta_usd: float | Unset = UNSET
    previous_monthly_credits: float | Unset = UNSET
    new_monthly_credits: float | Unset = UNSET
    delta_credits: float | Unset = UNSET
    enabled_skills: list[str] | Unset = UNSET
    peractioncosts: AgentActionCosts | Unset = UNSET

    _fields: ClassVar[Fields] = {
        "previous_price_usd": Field("previousPriceUsd", NUMBER),
        "new_price_usd": Field("newPriceUsd", NUMBER),
        "delta_usd": Field("deltaUsd", NUMBER),
        "previous_monthly_credits": Field("previousMonthlyCredits", NUMBER),
        "new_monthly_credits": Field("newMonthlyCredits", NUMBER),
        "delta_credits": Field("deltaCredits", NUMBER),
        "enabled_skills": Field("enabledSkills", ListOf(TEXT)),
        "peractioncosts": Field("peractioncosts", Nested("AgentActionCosts")),
    }

    if not TYPE_CHECKING:  # Type checkers would hold the values to be what the conditions say.

        def _fill(self, get, absent):
            value = get("previousPriceUsd", absent)
            if type(value) in (float, int) or value is UNSET:
                self.previous_price_usd = value
            value = get("newPriceUsd", absent)
            if type(value) in (float, int) or value is UNSET:
                self.new_price_usd = value
            value = get("deltaUsd", absent)
            if type(value) in (float, int) or value is UNSET:
                self.delta_usd = value
            value = get("previousMonthlyCredits", absent)
            if type(value) in (float, int) or value is UNSET:
                self.previous_monthly_credits = value
            value = get("newMonthlyCredits", absent)
            if type(value) in (float, int) or value is UNSET:
                self.new_monthly_credits = value
            value = get("deltaCredits", absent)
            if type(value) in (float, int) or value is UNSET:
                self.delta_credits = value
            value = get("enabledSkills", absent)
            if value is UNSET:
                self.enabled_skills = value
            value = get("peractioncosts", absent)
            if value is UNSET:
                self.peractioncosts = value
