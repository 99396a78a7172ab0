"""The subscription that pays for one agent: periods of 30 days, paid in advance from the wallet."""

import math
from datetime import UTC, datetime
from decimal import Decimal
from typing import Any, Literal

from attrs import define

from wiro.sandbox.agents.pricing import PERIOD_DAYS, number

__all__ = ["DAY_SECONDS", "Subscription"]

DAY_SECONDS = 86_400


@define(kw_only=True)
class Subscription:
    """One subscription.

    Args:
        id: Its number.
        price_usd: Price of a period.
        period_end: End of the paid period, seconds since the epoch.
        cancelled: Whether it ends with the period.
        provider: `prepaid`; `stripe` for one that was bought with a card on the website.
    """

    id: int
    price_usd: Decimal
    period_end: int
    status: Literal["active", "expired"] = "active"
    cancelled: bool = False
    provider: Literal["prepaid", "stripe"] = "prepaid"

    @property
    def is_active(self) -> bool:
        """Whether it pays for the agent now."""
        return self.status == "active"

    def days_remaining(self, now: int) -> int:
        """Return the days left in the period, begun ones included."""
        return max(0, min(PERIOD_DAYS, math.ceil((self.period_end - now) / DAY_SECONDS)))

    def begin_period(self, price_usd: Decimal, now: int) -> None:
        """Start a period of 30 days that was paid for."""
        self.price_usd = price_usd
        self.period_end = now + PERIOD_DAYS * DAY_SECONDS
        self.status, self.cancelled = "active", False

    def to_dict(self, now: int) -> dict[str, Any]:
        """Return it as the API writes it."""
        renewal = datetime.fromtimestamp(self.period_end, UTC)
        return {
            "plan": "agent",
            "status": self.status,
            "amount": number(self.price_usd),
            "currency": "usd",
            "currentperiodend": self.period_end,
            "renewaldate": renewal.strftime("%Y-%m-%dT%H:%M:%S.000Z"),
            "daysremaining": self.days_remaining(now),
            "pendingdowngrade": "cancel" if self.cancelled else None,
            "provider": self.provider,
        }
