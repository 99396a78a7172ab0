"""Operations that sell something for an agent: periods, tiers, extra credits."""

from typing import TYPE_CHECKING, Any

from wiro.sandbox.agents.access import guarded_agent, required, tier_of
from wiro.sandbox.agents.pricing import number
from wiro.sandbox.agents.refusals import refuse_agent
from wiro.sandbox.refusals import refuse
from wiro.sandbox.requests import ApiRequest, Operation

if TYPE_CHECKING:
    from wiro.sandbox.world import World

__all__ = ["SUBSCRIPTION_OPERATIONS"]

# Older documents number the packs.
_PACK_ALIASES = {"package1": "small", "package2": "medium", "package3": "large"}
_PACKS = frozenset(_PACK_ALIASES.values())


async def _create_checkout(world: "World", request: ApiRequest) -> dict[str, Any]:
    agent = guarded_agent(world, request)
    tier = tier_of(request, agent.tier)
    _require_prepaid(request)
    request.accept()
    subscription = world.agents.billing.resubscribe(agent, tier)
    return {
        "subscriptionId": subscription.id,
        "monthlypriceusd": number(agent.price_usd),
        "monthlycredits": number(agent.credits.monthly),
    }


async def _cancel(world: "World", request: ApiRequest) -> dict[str, Any]:
    agent = guarded_agent(world, request, "guid")
    request.accept()
    return {"cancelsAt": world.agents.billing.cancel(agent)}


async def _renew(world: "World", request: ApiRequest) -> dict[str, Any]:
    agent = guarded_agent(world, request, "guid")
    request.accept()
    return world.agents.billing.renew(agent)


async def _upgrade_tier(world: "World", request: ApiRequest) -> dict[str, Any]:
    agent = guarded_agent(world, request, "guid")
    target = request.body.get("targetTier", request.body.get("plan"))
    if target == "starter":
        raise refuse_agent("downgrade")
    if target != "pro":
        raise refuse_agent("invalid_tier")
    request.accept()
    previous = agent.tier
    charge = world.agents.billing.upgrade(agent)
    return {
        "tier": agent.tier,
        "previousTier": previous,
        "newPriceUsd": number(agent.price_usd),
        "newMonthlyCredits": number(agent.credits.monthly),
        "proratedCharge": number(charge),
        "stripeProrationApplied": False,
    }


async def _upgrade_plan(world: "World", request: ApiRequest) -> dict[str, Any]:
    agent = guarded_agent(world, request, "guid")
    if request.body.get("plan") == "starter":
        raise refuse_agent("plan_downgrade")
    required(request, "plan")
    request.accept()
    charge = world.agents.billing.upgrade(agent)
    return {
        "plan": f"agent-{agent.tier}",
        "proratedCharge": number(charge),
        "newMonthlyCredits": number(agent.credits.monthly),
    }


async def _buy_pack(world: "World", request: ApiRequest) -> dict[str, Any]:
    body = request.body
    body.setdefault("useragentguid", body.get("useragentGuid"))
    agent = guarded_agent(world, request)
    pack = body.get("pack")
    if pack in (None, ""):
        raise refuse_agent("pack_required")
    key = _PACK_ALIASES.get(str(pack), str(pack))
    if key not in _PACKS:
        raise refuse_agent("invalid_pack")
    _require_prepaid(request)
    if pack == key:
        request.accept()
    world.agents.billing.buy_pack(agent, key)
    return {}


SUBSCRIPTION_OPERATIONS: tuple[Operation, ...] = (
    Operation(
        "user_agents_create_subscription_checkout",
        "/UserAgent/CreateSubscriptionCheckout",
        _create_checkout,
        {"plan": "tier"},
    ),
    Operation("user_agents_cancel_subscription", "/UserAgent/CancelSubscription", _cancel),
    Operation("user_agents_renew_subscription", "/UserAgent/RenewSubscription", _renew),
    Operation("user_agents_upgrade_tier", "/UserAgent/UpgradeTier", _upgrade_tier, {"plan": "targetTier"}),
    Operation("user_agents_upgrade_plan", "/UserAgent/UpgradePlan", _upgrade_plan),
    Operation(
        "user_agents_create_extra_credit_checkout",
        "/UserAgent/CreateExtraCreditCheckout",
        _buy_pack,
        {"useragentGuid": "useragentguid"},
    ),
)


def _require_prepaid(request: ApiRequest) -> None:
    """Refuse card payments, which exist on the website only."""
    if request.body.get("useprepaid") is not True:
        raise refuse("parameter_required", name="useprepaid")
