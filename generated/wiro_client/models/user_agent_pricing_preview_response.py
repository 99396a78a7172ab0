from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from attrs import define

from ..model import Model
from ..shapes import BOOLEAN, NUMBER, TEXT, EnumOf, Field, Fields, ListOf, Nested, OneOf
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from .agent_action_costs import AgentActionCosts
    from .agent_tier import AgentTier
    from .agent_tiers import AgentTiers
    from .error_item import ErrorItem
    from .user_agent_skill_price import UserAgentSkillPrice
    from .user_agent_tier import UserAgentTier

__all__ = ["UserAgentPricingPreviewResponse"]


@define(kw_only=True, eq=False, repr=False, getstate_setstate=False, weakref_slot=False)
class UserAgentPricingPreviewResponse(Model):
    """Answer of ``user_agents_pricing_preview``: Quote the price of a set of skills.

    Attributes:
        result: Whether the request was carried out.
        errors: Why it was not; empty or missing on success. Some operations put plain strings here.
        tier: Tier that the totals are for.
        tiermultiplier: Nominal factor from Starter to Pro.
        total_price_usd: USD a period of 30 days.
        total_monthly_credits: Credits a period.
        peractioncosts: Credits that each kind of action costs with these skills.
        skill_breakdown: Price and credits of each skill.
        enabled_skills: All skills that would be on, with those that others depend on.
        direct_skills: Only the skills that were asked for.
        agent_base: Price and credits before any skill.
        tiers: Totals of both tiers.
    """

    result: bool | Unset = UNSET
    errors: list[ErrorItem | str] | Unset = UNSET
    tier: UserAgentTier | Unset = UNSET
    tiermultiplier: float | Unset = UNSET
    total_price_usd: float | Unset = UNSET
    total_monthly_credits: float | Unset = UNSET
    peractioncosts: AgentActionCosts | Unset = UNSET
    skill_breakdown: list[UserAgentSkillPrice] | Unset = UNSET
    enabled_skills: list[str] | Unset = UNSET
    direct_skills: list[str] | Unset = UNSET
    agent_base: AgentTier | Unset = UNSET
    tiers: AgentTiers | Unset = UNSET

    _fields: ClassVar[Fields] = {
        "result": Field("result", BOOLEAN),
        "errors": Field("errors", ListOf(OneOf(Nested("ErrorItem"), TEXT))),
        "tier": Field("tier", EnumOf("UserAgentTier", str)),
        "tiermultiplier": Field("tiermultiplier", NUMBER),
        "total_price_usd": Field("totalPriceUsd", NUMBER),
        "total_monthly_credits": Field("totalMonthlyCredits", NUMBER),
        "peractioncosts": Field("peractioncosts", Nested("AgentActionCosts")),
        "skill_breakdown": Field("skillBreakdown", ListOf(Nested("UserAgentSkillPrice"))),
        "enabled_skills": Field("enabledSkills", ListOf(TEXT)),
        "direct_skills": Field("directSkills", ListOf(TEXT)),
        "agent_base": Field("agentBase", Nested("AgentTier")),
        "tiers": Field("tiers", Nested("AgentTiers")),
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
            value = get("tiermultiplier", absent)
            if type(value) in (float, int) or value is UNSET:
                self.tiermultiplier = value
            value = get("totalPriceUsd", absent)
            if type(value) in (float, int) or value is UNSET:
                self.total_price_usd = value
            value = get("totalMonthlyCredits", absent)
            if type(value) in (float, int) or value is UNSET:
                self.total_monthly_credits = value
            value = get("peractioncosts", absent)
            if value is UNSET:
                self.peractioncosts = value
            value = get("skillBreakdown", absent)
            if value is UNSET:
                self.skill_breakdown = value
            value = get("enabledSkills", absent)
            if value is UNSET:
                self.enabled_skills = value
            value = get("directSkills", absent)
            if value is UNSET:
                self.direct_skills = value
            value = get("agentBase", absent)
            if value is UNSET:
                self.agent_base = value
            value = get("tiers", absent)
            if value is UNSET:
                self.tiers = value
