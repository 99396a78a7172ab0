"""The prepaid wallet: what may start, and what was paid."""

import time
from collections import deque
from decimal import ROUND_FLOOR, Decimal, InvalidOperation

from attrs import define, field, frozen

from wiro.sandbox.refusals import refuse

__all__ = ["LedgerEntry", "Wallet", "read_usd"]

_MINIMUM_FOR_A_RUN = Decimal("0.50")
_UNLIMITED_ABOVE = Decimal(250)
_SLOTS_PER_DOLLAR = Decimal("0.10")
# What people look at; the books hold every charge.
_MAX_LISTED = 500
_MAX_USD = 1_000_000_000


def read_usd(value: Decimal | float | str) -> Decimal:
    """Read a balance or a top-up in USD, a number or its text, exactly as it is written.

    Raises:
        ValueError: If it is not a number, not finite, or larger than any wallet.
    """
    try:
        amount = Decimal(str(value))
    except InvalidOperation:
        amount = Decimal("NaN")
    if not amount.is_finite() or abs(amount) > _MAX_USD:
        raise ValueError(f"balance is {value!r}; accepted: a finite number of USD, at most {_MAX_USD:,}.")
    return amount


@frozen
class LedgerEntry:
    """One movement: when (seconds since the epoch), USD (negative for a charge), what for, and what was left after."""

    at: float
    amount: Decimal
    reason: str
    balance: Decimal


@define
class Wallet:
    """One balance in USD.

    Args:
        balance: What is left. It may become slightly negative: a running task is charged when it ends.
    """

    balance: Decimal
    ledger: deque[LedgerEntry] = field(factory=lambda: deque(maxlen=_MAX_LISTED), init=False, repr=False)

    @property
    def slots(self) -> int | None:
        """How many tasks may run at once, None for any number."""
        if self.balance > _UNLIMITED_ABOVE:
            return None
        return max(1, int((self.balance * _SLOTS_PER_DOLLAR).to_integral_value(ROUND_FLOOR)))

    def check_run(self, active: int) -> None:
        """Refuse a run that the balance does not allow.

        Args:
            active: Tasks that are queued or running.

        Raises:
            RefusedError: With code 97 below the minimum balance, with code 96 when every slot is taken.
        """
        if self.balance < _MINIMUM_FOR_A_RUN:
            raise refuse("insufficient_balance")
        slots = self.slots
        if slots is not None and active >= slots:
            raise refuse("concurrency_limit", balance=f"{self.balance:.2f}", maxConcurrent=str(slots))

    def charge(self, amount: Decimal, reason: str = "Charge") -> None:
        """Take an amount in USD from the balance.

        Args:
            amount: What to take; nothing is written down for 0.
            reason: What it is for, for people.
        """
        self._move(-amount, reason)

    def credit(self, amount: Decimal, reason: str = "Top-up") -> None:
        """Add an amount in USD to the balance."""
        self._move(amount, reason)

    def _move(self, amount: Decimal, reason: str) -> None:
        self.balance += amount
        if amount:
            self.ledger.append(LedgerEntry(time.time(), amount, reason, self.balance))
