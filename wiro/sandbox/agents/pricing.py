"""What an agent costs: tiers, sets of skills, the rest of a period, extra packs."""

from collections.abc import Iterable, Mapping
from decimal import ROUND_HALF_UP, Decimal
from typing import Any, Literal

from attrs import frozen

from wiro.sandbox.agents.skills import Skill, find_skill
from wiro.sandbox.agents.templates import AGENT_BASE, TIER_MULTIPLIER, AgentTemplate, TierPrice

__all__ = [
    "PERIOD_DAYS",
    "Pack",
    "Tier",
    "Tiers",
    "action_costs",
    "build_tiers",
    "conflicts_among",
    "extra_packs",
    "number",
    "prorate",
    "template_tiers",
    "with_dependencies",
]

Tier = Literal["starter", "pro"]

#: Length of a billing period.
PERIOD_DAYS = 30

# What every documented sample says.
_ACTIONS: Mapping[str, int] = {"message": 10, "create": 60, "modify": 20, "regenerate": 20}
_CENT = Decimal("0.01")

# A pack has so many months of credits; its price per credit falls with its size (documented: 130, 240 and 420 USD for
# an agent of 29 USD a month).
_PACKS: tuple[tuple[str, int, Decimal], ...] = (
    ("small", 5, Decimal(130) / 29),
    ("medium", 10, Decimal(240) / 29),
    ("large", 20, Decimal(420) / 29),
)


@frozen
class Tiers:
    """Prices of both tiers."""

    starter: TierPrice
    pro: TierPrice

    def of(self, tier: Tier) -> TierPrice:
        """Return the price of one tier."""
        return self.pro if tier == "pro" else self.starter

    def to_dict(self) -> dict[str, Any]:
        """Return both as the API writes them."""
        return {tier: tier_dict(self.of(tier)) for tier in ("starter", "pro")}


@frozen
class Pack:
    """An extra credit pack: its key, its credits and its price in USD."""

    key: str
    credits: int
    price_usd: Decimal


def tier_dict(price: TierPrice) -> dict[str, Any]:
    """Return a price as the API writes it."""
    return {"priceUsd": number(price.price_usd), "credits": price.credits}


def template_tiers(template: AgentTemplate) -> Tiers:
    """Return the published prices of a template."""
    return Tiers(template.starter, template.pro)


def build_tiers(skills: Iterable[str], multiplier: int = TIER_MULTIPLIER) -> Tiers:
    """Return the prices of a custom build: the base and its skills, times the multiplier for Pro.

    The documentation says so; its sample quotes follow no formula.
    """
    chosen = [skill for name in skills if (skill := find_skill(name)) is not None]
    price = AGENT_BASE.price_usd + sum((skill.price_usd for skill in chosen), Decimal(0))
    credits = AGENT_BASE.credits + sum(skill.credits for skill in chosen)
    return Tiers(TierPrice(price, credits), TierPrice(price * multiplier, credits * multiplier))


def action_costs(skills: Iterable[str]) -> dict[str, int]:
    """Return the credits of each kind of action: the highest of the skills that are on."""
    costs = dict(_ACTIONS)
    for name in skills:
        skill = find_skill(name)
        for action, credits in (skill.action_costs if skill else {}).items():
            costs[action] = max(costs.get(action, 0), credits)
    return costs


def with_dependencies(names: Iterable[str]) -> list[str]:
    """Return skills with everything that they depend on, each once, in the order asked for."""
    closure: dict[str, None] = {}
    waiting = list(names)
    while waiting:
        name = waiting.pop(0)
        if name not in closure:
            closure[name] = None
            skill: Skill | None = find_skill(name)
            waiting.extend(skill.depends_on if skill else ())
    return list(closure)


def conflicts_among(names: Iterable[str]) -> list[list[str]]:
    """Return the pairs of skills that exclude each other."""
    chosen = set(names)
    pairs: set[tuple[str, ...]] = set()
    for name in chosen:
        skill = find_skill(name)
        pairs.update(
            tuple(sorted((name, other))) for other in (skill.conflicts_with if skill else ()) if other in chosen
        )
    return [list(pair) for pair in sorted(pairs)]


def extra_packs(monthly_credits: int, monthly_price: Decimal) -> list[Pack]:
    """Return the packs of an agent: 5, 10 and 20 times its monthly credits."""
    return [
        Pack(key, monthly_credits * months, (monthly_price * factor).to_integral_value(ROUND_HALF_UP))
        for key, months, factor in _PACKS
    ]


def prorate(difference_usd: Decimal, days_remaining: int) -> Decimal:
    """Return the share of a price difference for the rest of a period, in whole cents; negative for a credit."""
    return (difference_usd / PERIOD_DAYS * days_remaining).quantize(_CENT, ROUND_HALF_UP)


def number(amount: Decimal) -> int | float:
    """Return an amount as a JSON number, whole if it is."""
    return int(amount) if amount == amount.to_integral_value() else float(amount)
