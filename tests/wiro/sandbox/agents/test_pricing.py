from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wiro.sandbox.agents.pricing import (
    action_costs,
    build_tiers,
    conflicts_among,
    extra_packs,
    number,
    prorate,
    with_dependencies,
)
from wiro.sandbox.agents.skills import SKILLS

names = st.lists(st.sampled_from(sorted(SKILLS)), unique=True)


def test_documented_proration() -> None:
    # (29 - 9) / 30 for 17 days.
    assert prorate(Decimal(20), 17) == Decimal("11.33")


@given(st.decimals(-500, 500, places=2), st.integers(0, 30))
def test_share_of_a_period_is_in_cents_and_never_more_than_the_difference(difference: Decimal, days: int) -> None:
    share = prorate(difference, days)
    assert share == share.quantize(Decimal("0.01"))
    assert abs(share) <= abs(difference)
    assert share * difference >= 0
    assert prorate(-difference, days) == -share


@given(names)
def test_build_costs_its_base_and_its_skills_and_three_times_that_for_pro(chosen: list[str]) -> None:
    tiers = build_tiers(chosen)
    assert tiers.starter.price_usd == 9 + sum(SKILLS[name].price_usd for name in chosen)
    assert tiers.starter.credits == 1000 + sum(SKILLS[name].credits for name in chosen)
    assert tiers.pro.price_usd == 3 * tiers.starter.price_usd
    assert tiers.pro.credits == 3 * tiers.starter.credits


@given(names)
def test_skills_come_with_what_they_depend_on(chosen: list[str]) -> None:
    closure = with_dependencies(chosen)
    assert closure[: len(chosen)] == chosen
    assert len(set(closure)) == len(closure)
    assert {needed for name in closure for needed in SKILLS[name].depends_on} <= set(closure)
    assert with_dependencies(closure) == closure


@given(names)
def test_conflicts_are_found_both_ways_and_told_once(chosen: list[str]) -> None:
    pairs = conflicts_among(chosen)
    assert pairs == conflicts_among(chosen[::-1])
    assert all(
        second in SKILLS[first].conflicts_with or first in SKILLS[second].conflicts_with for first, second in pairs
    )
    assert len(pairs) == len({tuple(pair) for pair in pairs})


def test_action_costs_as_much_as_the_dearest_skill_says() -> None:
    assert action_costs([])["modify"] == 20
    assert action_costs(["int-wordpress-post", "int-gmail-check"])["create"] == 60


def test_packs_have_five_ten_and_twenty_months() -> None:
    packs = extra_packs(5000, Decimal(29))
    assert [(pack.key, pack.credits, pack.price_usd) for pack in packs] == [
        ("small", 25000, Decimal(130)),
        ("medium", 50000, Decimal(240)),
        ("large", 100000, Decimal(420)),
    ]


@pytest.mark.parametrize(("amount", "written"), [("9", 9), ("9.00", 9), ("2.75", 2.75), ("-5", -5), ("0", 0)])
def test_numbers_are_whole_where_they_can_be(amount: str, written: float) -> None:
    assert number(Decimal(amount)) == written
    assert isinstance(number(Decimal(amount)), type(written))
