"""The prepaid wallet: what may start, and what was paid."""

from decimal import ROUND_FLOOR, Decimal

from attrs import define

from wiro.sandbox.refusals import refuse

__all__ = ["Wallet"]

_MINIMUM_FOR_A_RUN = Decimal("0.50")
_UNLIMITED_ABOVE = Decimal(250)
_SLOTS_PER_DOLLAR = Decimal("0.10")


@define
class Wallet:
    """One balance in USD.

    Args:
        balance: What is left. It may become slightly negative: a running task is charged when it ends.
    """

    balance: Decimal

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

    def charge(self, amount: Decimal) -> None:
        """Take an amount in USD from the balance."""
        self.balance -= amount
