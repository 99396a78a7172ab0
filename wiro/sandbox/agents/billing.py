"""What agents cost: every movement of the wallet for an agent goes through here and into the books."""

import time
from collections.abc import Callable
from decimal import Decimal
from typing import Any

from attrs import define, field

from wiro.sandbox.agents.accounts import OWNER
from wiro.sandbox.agents.calendar import Calendar
from wiro.sandbox.agents.instances import UserAgent
from wiro.sandbox.agents.pricing import Tier, Tiers, extra_packs, number, prorate
from wiro.sandbox.agents.refusals import refuse_agent
from wiro.sandbox.agents.subscriptions import Subscription
from wiro.sandbox.agents.supervisor import Supervisor
from wiro.sandbox.books import Books, Payment
from wiro.sandbox.wallet import Wallet

__all__ = ["Billing"]

_FIRST_SUBSCRIPTION = 8421


@define(kw_only=True, eq=False)
class Billing:
    """Sells periods, tiers and packs."""

    calendar: Calendar
    books: Books
    wallet_of: Callable[[str | None], Wallet]
    supervisor: Supervisor
    _next_subscription: int = field(default=_FIRST_SUBSCRIPTION, init=False)

    def subscribe(self, agent: UserAgent, tier: Tier, reason: str) -> Subscription:
        """Sell the first period, at the present price of a tier.

        Raises:
            RefusedError: If the wallet does not cover it.
        """
        price = agent.tiers.of(tier)
        self._take(agent, price.price_usd, reason, "insufficient_wallet")
        now = self.calendar.now()
        agent.tier, agent.price_usd = tier, price.price_usd
        agent.subscription = Subscription(id=self._next_subscription, price_usd=price.price_usd, period_end=now)
        self._next_subscription += 1
        agent.subscription.begin_period(price.price_usd, now)
        agent.credits.renew(price.credits, price.price_usd, now, OWNER)
        return agent.subscription

    def resubscribe(self, agent: UserAgent, tier: Tier | None) -> Subscription:
        """Subscribe an agent that nobody pays for, and queue it.

        Raises:
            RefusedError: If it is subscribed, or the wallet does not cover it.
        """
        if agent.is_subscribed:
            raise refuse_agent("already_subscribed")
        subscription = self.subscribe(agent, tier or agent.tier, "Agent subscription")
        self.supervisor.queue_if_idle(agent)
        return subscription

    def cancel(self, agent: UserAgent) -> int:
        """Let the subscription end with its period; return when that is.

        Raises:
            RefusedError: If there is none.
        """
        if agent.subscription is None or not agent.subscription.is_active:
            raise refuse_agent("nothing_to_cancel")
        agent.subscription.cancelled = True
        return agent.subscription.period_end

    def renew(self, agent: UserAgent) -> dict[str, Any]:
        """Take a cancellation back, or pay for another period; return the answer.

        Raises:
            RefusedError: If neither is to be done, or the wallet does not cover the price last agreed.
        """
        subscription = agent.subscription
        if subscription is None:
            raise refuse_agent("nothing_to_renew")
        if subscription.is_active:
            if not subscription.cancelled:
                raise refuse_agent("already_active")
            subscription.cancelled = False
            return {"action": "undo-cancel"}
        self._take(agent, agent.price_usd, "Agent renewal", "insufficient_wallet")
        self._begin_period(agent, subscription)
        self.supervisor.queue_if_idle(agent)
        return {
            "action": "renewed",
            "plan": "agent",
            "amount": number(agent.price_usd),
            "monthlycredits": number(agent.credits.monthly),
        }

    def upgrade(self, agent: UserAgent) -> Decimal:
        """Move an agent to Pro for the rest of the period; return what that cost in USD.

        Raises:
            RefusedError: If it is on Pro, not subscribed, or the wallet does not cover the difference.
        """
        if agent.tier == "pro":
            raise refuse_agent("same_tier", tier=agent.tier)
        if agent.subscription is None or not agent.subscription.is_active:
            raise refuse_agent("upgrade_without_subscription")
        charge = max(Decimal(0), self.share_of_change(agent, agent.tiers.pro.price_usd))
        self._take(agent, charge, "Agent upgrade", "insufficient_for_proration")
        previous = agent.price_usd
        self.reprice(agent, "pro", agent.tiers, "upgrade", "Upgrade to Pro", {"previousPriceUsd": number(previous)})
        self.supervisor.settings_changed(agent)
        return charge

    def buy_pack(self, agent: UserAgent, key: str) -> None:
        """Sell extra credits to a Pro agent.

        Args:
            agent: The agent.
            key: One of the packs, such as `small`.

        Raises:
            RefusedError: As documented.
        """
        if not agent.is_subscribed:
            raise refuse_agent("pack_without_subscription")
        if agent.tier != "pro":
            raise refuse_agent("pro_only")
        pack = next(pack for pack in extra_packs(int(agent.credits.monthly), agent.price_usd) if pack.key == key)
        self._take(agent, pack.price_usd, f"Extra credits ({key})", "insufficient_wallet")
        agent.credits.purchase(key, pack.credits, pack.price_usd, self.calendar.now(), OWNER)

    def share_of_change(self, agent: UserAgent, new_price: Decimal) -> Decimal:
        """Return what a new price costs for the rest of the period, in USD; negative for a credit."""
        if agent.subscription is None or not agent.subscription.is_active:
            return Decimal(0)
        return prorate(new_price - agent.price_usd, agent.subscription.days_remaining(self.calendar.now()))

    def settle(self, agent: UserAgent, amount: Decimal, reason: str) -> None:
        """Take an amount from the wallet, or give it back if it is negative.

        Raises:
            RefusedError: If the wallet does not cover it.
        """
        if amount >= 0:
            self._take(agent, amount, reason, "skills_wallet")
        else:
            self.wallet_of(agent.team_guid).credit(-amount, f"{reason}: {agent.title}")
            self._book(agent, amount, reason)

    def reprice(
        self, agent: UserAgent, tier: Tier, tiers: Tiers, action: str, description: str, metadata: dict[str, Any]
    ) -> None:
        """Let an agent have another price and other credits from now on."""
        price = tiers.of(tier)
        agent.tier, agent.price_usd = tier, price.price_usd
        if agent.subscription is not None:
            agent.subscription.price_usd = price.price_usd
        metadata = {**metadata, "newPriceUsd": number(price.price_usd)}
        agent.credits.resize(price.credits, action, description, metadata, self.calendar.now(), OWNER)

    def maintain(self, agent: UserAgent) -> None:
        """Do what is due: let packs expire, and end periods, which are paid again unless cancelled or unaffordable."""
        now = self.calendar.now()
        agent.credits.expire_packs(now)
        subscription = agent.subscription
        if subscription is None or not subscription.is_active or subscription.period_end > now:
            return
        if not subscription.cancelled and self.wallet_of(agent.team_guid).balance >= agent.price_usd:
            self._take(agent, agent.price_usd, "Agent renewal", "insufficient_wallet")
            self._begin_period(agent, subscription)
            return
        subscription.status, subscription.cancelled = "expired", False
        agent.credits.forfeit(now, "cancel", "subscription", "Subscription ended")
        self.supervisor.shut_down(agent)

    def _begin_period(self, agent: UserAgent, subscription: Subscription) -> None:
        now = self.calendar.now()
        subscription.begin_period(agent.price_usd, now)
        agent.credits.renew(int(agent.credits.monthly), agent.price_usd, now, None)

    def _take(self, agent: UserAgent, amount: Decimal, reason: str, refusal: str) -> None:
        wallet = self.wallet_of(agent.team_guid)
        if wallet.balance < amount:
            raise refuse_agent(refusal, required=f"{amount:.2f}", available=f"{wallet.balance:.2f}")
        wallet.charge(amount, f"{reason}: {agent.title}")
        self._book(agent, amount, reason)

    def _book(self, agent: UserAgent, amount: Decimal, reason: str) -> None:
        if amount:
            self.books.payments.append(Payment(time.time(), agent.guid, amount, reason))
