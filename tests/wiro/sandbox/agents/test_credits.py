from decimal import Decimal
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from wiro.sandbox.agents.accounts import OWNER
from wiro.sandbox.agents.credits import CreditAccount, period_of

DAY = 86_400
NOW = 1_714_694_400  # 2024-05-03

amounts = st.decimals(0, 5000, places=2)
movements = st.one_of(
    st.tuples(st.just("renew"), st.sampled_from([1000, 3000])),
    st.tuples(st.just("deduct"), amounts),
    st.tuples(st.just("sync"), amounts),
    st.tuples(st.just("purchase"), st.sampled_from([5000, 200])),
    st.tuples(st.just("resize"), st.sampled_from([500, 4000])),
    st.tuples(st.just("forfeit"), st.none()),
    st.tuples(st.just("days"), st.sampled_from([1, 100, 190])),
)


def account() -> CreditAccount:
    fresh = CreditAccount()
    fresh.renew(1000, Decimal(9), NOW, OWNER)
    return fresh


def decimals(*values: int) -> list[Decimal]:
    return [Decimal(value) for value in values]


def move(credits: CreditAccount, kind: str, value: Any, now: int) -> None:
    if kind == "renew":
        credits.renew(value, Decimal(9), now, None)
    elif kind == "deduct":
        credits.deduct(value, "message", now)
    elif kind == "sync":
        credits.sync(value, now)
    elif kind == "purchase":
        credits.purchase("small", value, Decimal(45), now, OWNER)
    elif kind == "resize":
        credits.resize(value, "skill-toggle", "Skills changed", {}, now, OWNER)
    elif kind == "forfeit":
        credits.forfeit(now, "cancel", "subscription", "Subscription ended")
    else:
        credits.expire_packs(now)


@given(st.lists(movements, max_size=25))
def test_ledger_adds_up_and_nothing_is_spent_twice(sequence: list[tuple[str, Any]]) -> None:
    credits, now = account(), NOW
    granted = used = Decimal(0)
    for kind, value in sequence:
        now += value * DAY if kind == "days" else 60
        written = len(credits.ledger)
        move(credits, kind, value, now)
        for row in credits.ledger[written:]:
            assert row.balance_after >= 0
            if row.type == "deduct":
                used -= row.amount
            elif row.amount > 0:
                granted += row.amount
            if row.type == "renewal":
                assert row.amount == value
            if row.type == "purchase":
                assert row.amount == value
        assert credits.remaining == sum(row.amount for row in credits.ledger) >= 0
        assert credits.extra >= 0
        # What was used was granted before: by the first month or later.
        assert used <= granted + 1000


def test_monthly_credits_are_used_before_packs() -> None:
    credits = account()
    credits.purchase("small", 5000, Decimal(45), NOW, OWNER)
    credits.deduct(Decimal(1200), "message", NOW)
    assert [credits.extra, credits.remaining] == decimals(5000, 4800)
    credits.renew(1000, Decimal(9), NOW + 30 * DAY, None)
    assert [credits.extra, credits.used, credits.remaining] == decimals(4800, 0, 5800)


def test_oldest_pack_is_used_first_and_expires_first() -> None:
    credits = account()
    credits.purchase("small", 100, Decimal(45), NOW, OWNER)
    credits.purchase("small", 200, Decimal(45), NOW + 10 * DAY, OWNER)
    assert credits.extra_expires_at == NOW + 182 * DAY
    credits.deduct(Decimal(1030), "message", NOW)
    credits.expire_packs(NOW + 182 * DAY)
    assert [credits.remaining, credits.ledger[-1].amount] == decimals(200, -70)
    credits.expire_packs(NOW + 192 * DAY)
    assert (credits.remaining, credits.ledger[-1].type) == (Decimal(0), "expired")


def test_counter_of_the_runtime_is_booked_as_far_as_there_are_credits() -> None:
    credits = account()
    credits.deduct(Decimal(100), "message", NOW)
    credits.sync(Decimal(2500), NOW)
    assert [credits.used, credits.remaining, credits.ledger[-1].amount] == decimals(2500, 0, -900)
    # A pack that is bought now is not used up by what went before.
    credits.purchase("small", 500, Decimal(45), NOW, OWNER)
    assert credits.remaining == 500


def test_repeated_event_is_booked_once() -> None:
    credits = account()
    first = credits.deduct(Decimal(10), "message", NOW, guid="a")
    assert credits.deduct(Decimal(999), "create", NOW, guid="a") is first
    assert credits.used == 10


def test_period_is_a_month_in_utc() -> None:
    assert period_of(NOW) == "2024-05"
    assert period_of(1_714_521_599) == "2024-04"
