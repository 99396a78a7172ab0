from decimal import Decimal

import pytest

from wiro.sandbox.refusals import RefusedError
from wiro.sandbox.wallet import Wallet


@pytest.mark.parametrize(
    ("balance", "slots"),
    [("0.50", 1), ("10", 1), ("19.99", 1), ("50", 5), ("100", 10), ("249.99", 24), ("250", 25), ("250.01", None)],
)
def test_slots_follow_the_documented_table(balance: str, slots: int | None) -> None:
    assert Wallet(Decimal(balance)).slots == slots


def test_run_needs_fifty_cents() -> None:
    Wallet(Decimal("0.50")).check_run(active=0)
    with pytest.raises(RefusedError, match="Insufficient balance") as caught:
        Wallet(Decimal("0.49")).check_run(active=0)
    assert caught.value.code == 97


def test_run_needs_a_free_slot_and_is_told_the_limit() -> None:
    wallet = Wallet(Decimal(50))
    wallet.check_run(active=4)
    with pytest.raises(RefusedError) as caught:
        wallet.check_run(active=5)
    assert caught.value.code == 96
    assert caught.value.message == (
        "You have reached your concurrent task limit. With your current balance of $50.00, you can run up to 5 tasks "
        "at the same time. Add funds to increase your limit."
    )


def test_unlimited_balance_has_no_slots_to_run_out_of() -> None:
    Wallet(Decimal(300)).check_run(active=100_000)


def test_charge_lowers_the_balance_exactly() -> None:
    wallet = Wallet(Decimal(300))
    for _ in range(10):
        wallet.charge(Decimal("0.1"))
    assert wallet.balance == Decimal(299)


def test_every_movement_is_in_the_ledger_with_the_balance_after_it() -> None:
    wallet = Wallet(Decimal(10))
    wallet.charge(Decimal("0.03"), "Run 1")
    wallet.credit(Decimal(5))
    wallet.charge(Decimal(0), "Nothing")
    moves = [(entry.amount, entry.reason, entry.balance) for entry in wallet.ledger]
    assert moves == [(Decimal("-0.03"), "Run 1", Decimal("9.97")), (Decimal(5), "Top-up", Decimal("14.97"))]
    assert wallet.ledger[0].at <= wallet.ledger[1].at


def test_a_long_ledger_forgets_its_beginning_but_not_the_balance() -> None:
    wallet = Wallet(Decimal(0))
    for _ in range(600):
        wallet.credit(Decimal(1))
    assert (len(wallet.ledger), wallet.balance) == (500, Decimal(600))
