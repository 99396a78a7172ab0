"""Switching the registry skills of custom builds, and quoting what a set of them costs."""

from collections.abc import Mapping
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from attrs import frozen

from wiro.sandbox.agents.access import agent_of, guarded_agent, required, tier_of
from wiro.sandbox.agents.deployment import credentials_of_skills
from wiro.sandbox.agents.instances import UserAgent
from wiro.sandbox.agents.pricing import (
    Tier,
    Tiers,
    action_costs,
    build_tiers,
    conflicts_among,
    number,
    tier_dict,
    with_dependencies,
)
from wiro.sandbox.agents.refusals import AgentRefusedError, refuse_agent
from wiro.sandbox.agents.skills import find_skill
from wiro.sandbox.agents.templates import AGENT_BASE, TIER_MULTIPLIER
from wiro.sandbox.refusals import refuse
from wiro.sandbox.requests import ApiRequest, Operation

if TYPE_CHECKING:
    from wiro.sandbox.world import World

__all__ = ["SKILL_OPERATIONS"]

# How long a change takes in the sandbox's seconds; until then a second one finds it in progress.
_APPLY_SECONDS = 0.5


@frozen
class _Change:
    """What an agent becomes: its tier, the switch of each skill and what both cost."""

    tier: Tier
    skills: dict[str, bool]
    tiers: Tiers

    @property
    def enabled(self) -> list[str]:
        return [name for name, enabled in self.skills.items() if enabled]


async def _skills_apply(world: "World", request: ApiRequest) -> dict[str, Any]:
    agents = world.agents
    agent = guarded_agent(world, request)
    key = required(request, "idempotencyKey")
    if key in agent.applied:
        return _replay(agent.applied[key])
    _planned(agent, request)
    request.accept()
    if agent.guid in agents.applying:
        raise refuse_agent("apply_in_progress")
    agents.applying.add(agent.guid)
    try:
        await world.clock.sleep(_APPLY_SECONDS)
        # Looked up again: a reset may have forgotten it, and the wallet is another test's then.
        agent = guarded_agent(world, request)
        if agents.rollbacks:
            agents.rollbacks -= 1
            refusal = refuse_agent("apply_rolled_back")
            # The same key would only replay the failure.
            agent.applied[key] = refusal.to_dict()
            raise refusal
        # Checked again: the agent may have been upgraded, or its subscription may have ended meanwhile.
        answer = _apply(world, agent, _planned(agent, request))
    finally:
        agents.applying.discard(agent.guid)
    agent.applied[key] = answer
    return answer


async def _pricing_preview(world: "World", request: ApiRequest) -> dict[str, Any]:
    body = request.body
    multiplier = TIER_MULTIPLIER
    if body.get("draft") is True:
        tier = tier_of(request, "starter")
        request.accept()
        direct = [name for name in body.get("skills", ()) if find_skill(name) is not None]
        enabled = with_dependencies(direct)
        tiers = build_tiers(enabled, multiplier)
    else:
        agent = agent_of(world, request)
        tier = tier_of(request, agent.tier)
        request.accept()
        switches = {**agent.skills, **body.get("skillOverrides", {})}
        direct = [name for name, on in switches.items() if on and find_skill(name) is not None]
        enabled, multiplier = with_dependencies(direct), agent.tier_multiplier
        tiers = build_tiers(enabled, multiplier) if agent.is_custom else agent.tiers
    price = tiers.of(tier)
    return {
        "tier": tier,
        "tiermultiplier": multiplier,
        "totalPriceUsd": number(price.price_usd),
        "totalMonthlyCredits": price.credits,
        "peractioncosts": action_costs(enabled),
        "skillBreakdown": [
            {
                "skill": skill.name,
                "priceUsd": number(skill.price_usd),
                "credits": skill.credits,
                "actionCostOverrides": dict(skill.action_costs),
            }
            for name in enabled
            if (skill := find_skill(name)) is not None
        ],
        "enabledSkills": enabled,
        "directSkills": direct,
        "agentBase": tier_dict(AGENT_BASE),
        "tiers": tiers.to_dict(),
    }


SKILL_OPERATIONS: tuple[Operation, ...] = (
    Operation("user_agents_skills_apply", "/UserAgent/SkillsApply", _skills_apply, {"plan": "tier"}),
    Operation("user_agents_pricing_preview", "/UserAgent/PricingPreview", _pricing_preview, {"plan": "tier"}),
)


def _planned(agent: UserAgent, request: ApiRequest) -> _Change:
    """Check a change in the order of its documented codes.

    Raises:
        RefusedError: As documented.
    """
    if not agent.is_custom:
        raise refuse_agent("template_only")
    if not agent.is_subscribed:
        raise refuse_agent("apply_without_subscription")
    tier = tier_of(request, agent.tier)
    if agent.tier == "pro" and tier == "starter":
        raise refuse_agent("apply_downgrade")
    switches = request.body.get("skills")
    if not isinstance(switches, Mapping):
        raise refuse("parameter_required", name="skills")
    if any(find_skill(str(name)) is None for name in switches):
        raise refuse_agent("skill_not_found")
    wanted = {**agent.skills, **{str(name): bool(on) for name, on in switches.items()}}
    closure = with_dependencies([name for name, on in wanted.items() if on])
    missing = [name for name in closure if wanted.get(name) is False]
    if missing:
        raise refuse_agent("deps_violation", {"deps": missing})
    conflicts = conflicts_among(closure)
    if conflicts:
        raise refuse_agent("skill_conflict", {"conflicts": conflicts})
    skills = {**wanted, **dict.fromkeys(closure, True)}
    return _Change(tier, skills, build_tiers(closure, agent.tier_multiplier))


def _apply(world: "World", agent: UserAgent, change: _Change) -> dict[str, Any]:
    """Pay and then change everything, in one step as seen from outside.

    Raises:
        RefusedError: If the wallet does not cover it; nothing has changed then.
    """
    billing = world.agents.billing
    previous_price, previous_credits = agent.price_usd, agent.credits.monthly
    price = change.tiers.of(change.tier)
    restarted = False
    delta = Decimal(0)
    if (set(change.enabled), change.tier) != (set(agent.enabled_skills), agent.tier):
        delta = billing.share_of_change(agent, price.price_usd)
        billing.settle(agent, delta, "Agent skills")
        metadata = {"previousPriceUsd": number(previous_price), "proratedCharge": number(delta)}
        agent.skills = change.skills
        agent.credentials.declare({**credentials_of_skills(agent.skills), "sys-telegram": True})
        billing.reprice(agent, change.tier, change.tiers, "skill-toggle", "Skills changed", metadata)
        restarted = world.agents.supervisor.settings_changed(agent)
    return {
        "tier": agent.tier,
        "stripeProrationApplied": False,
        "prepaidWalletDelta": number(delta),
        "restartTriggered": restarted,
        "restartedAt": world.agents.calendar.now() if restarted else None,
        "pricing": {
            "previousPriceUsd": number(previous_price),
            "newPriceUsd": number(agent.price_usd),
            "deltaUsd": number(agent.price_usd - previous_price),
            "previousMonthlyCredits": number(previous_credits),
            "newMonthlyCredits": number(agent.credits.monthly),
            "deltaCredits": number(agent.credits.monthly - previous_credits),
            "enabledSkills": agent.enabled_skills,
            "peractioncosts": action_costs(agent.enabled_skills),
        },
    }


def _replay(stored: dict[str, Any]) -> dict[str, Any]:
    """Return a stored answer.

    Raises:
        RefusedError: If it was a refusal.
    """
    if stored.get("result") is False:
        (error,) = stored["errors"]
        raise AgentRefusedError(error["code"], error["message"], {})
    return stored
