from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from attrs import define

from ..model import Model
from ..shapes import NUMBER, Field, Fields, Nested
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from .agent_action_costs import AgentActionCosts

__all__ = ["SkillPricing"]


@define(kw_only=True, eq=False, repr=False, getstate_setstate=False, weakref_slot=False)
class SkillPricing(Model):
    """What the skill adds to the price of a custom agent.

    Attributes:
        monthly_price_weight_usd: USD added to the monthly price.
        monthly_credits_weight: Credits added to the monthly allowance.
        base_price_usd: Other name of `monthly_price_weight_usd`.
        base_credits: Other name of `monthly_credits_weight`.
        credit_costs: Credits that each kind of action costs; the highest value among the enabled skills counts.
    """

    monthly_price_weight_usd: float | Unset = UNSET
    monthly_credits_weight: float | Unset = UNSET
    base_price_usd: float | Unset = UNSET
    base_credits: float | Unset = UNSET
    credit_costs: AgentActionCosts | Unset = UNSET

    _fields: ClassVar[Fields] = {
        "monthly_price_weight_usd": Field("monthly_price_weight_usd", NUMBER),
        "monthly_credits_weight": Field("monthly_credits_weight", NUMBER),
        "base_price_usd": Field("base_price_usd", NUMBER),
        "base_credits": Field("base_credits", NUMBER),
        "credit_costs": Field("credit_costs", Nested("AgentActionCosts")),
    }

    if not TYPE_CHECKING:  # Type checkers would hold the values to be what the conditions say.

        def _fill(self, get, absent):
            value = get("monthly_price_weight_usd", absent)
            if type(value) in (float, int) or value is UNSET:
                self.monthly_price_weight_usd = value
            value = get("monthly_credits_weight", absent)
            if type(value) in (float, int) or value is UNSET:
                self.monthly_credits_weight = value
            value = get("base_price_usd", absent)
            if type(value) in (float, int) or value is UNSET:
                self.base_price_usd = value
            value = get("base_credits", absent)
            if type(value) in (float, int) or value is UNSET:
                self.base_credits = value
            value = get("credit_costs", absent)
            if value is UNSET:
                self.credit_costs = value
