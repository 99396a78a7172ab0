"""The credits of one agent: the monthly ones, extra packs, what was used, and the ledger of every change.

The rows of the ledger add up: each amount is the change of what remains, and `balanceafter` is what remains then. What
remains is never negative: a deduction takes what is there at most.
"""

import uuid
from collections.abc import Mapping
from datetime import UTC, datetime
from decimal import Decimal
from typing import Any

from attrs import define, field, frozen

from wiro.sandbox.agents.accounts import OWNER, Actor, actor_dict, actor_uuid
from wiro.sandbox.agents.pricing import number

__all__ = ["CreditAccount", "Transaction", "period_of"]

#: Extra credits last six months.
_PACK_SECONDS = 182 * 86_400


@frozen(kw_only=True)
class Transaction:
    """One row of the ledger.

    Args:
        type: Such as `deduct`.
        action: What exactly, such as `message`.
        amount: Change of what remains.
        balance_after: What remained afterwards.
        provider: `agent` for the runtime, `prepaid` for the wallet.
        actor: Account that caused it, None for the service.
    """

    guid: str
    type: str
    action: str | None
    amount: Decimal
    balance_after: Decimal
    description: str
    provider: str
    actor: Actor | None
    at: int
    session: str | None = None
    message_guid: str | None = None
    metadata: Mapping[str, Any] | None = None

    def to_dict(self) -> dict[str, Any]:
        """Return the row as the API writes it; only deductions name a session."""
        row: dict[str, Any] = {
            "guid": self.guid,
            "type": self.type,
            "action": self.action,
            "amount": number(self.amount),
            "balanceafter": number(self.balance_after),
            "description": self.description,
            "provider": self.provider,
            "providerref": None,
            "metadata": None if self.metadata is None else dict(self.metadata),
            "uuid": actor_uuid(self.actor),
            "user": actor_dict(self.actor),
            "createdat": self.at,
        }
        if self.type == "deduct":
            row |= {"sessionkey": self.session, "messageguid": self.message_guid}
        return row


@define
class _Pack:
    credits: Decimal
    expires_at: int


@define(kw_only=True)
class CreditAccount:
    """The credits of one agent.

    Args:
        monthly: Credits of a billing period.
        period: Billing period as `YYYY-MM`, None before the first payment.
        used: What was used in this period, first of the monthly credits and then of the packs.
        synced_at: When the runtime last reported its counter.
    """

    monthly: Decimal = Decimal(0)
    used: Decimal = Decimal(0)
    period: str | None = None
    synced_at: int | None = None
    ledger: list[Transaction] = field(factory=list)
    _packs: list[_Pack] = field(factory=list)
    _by_guid: dict[str, Transaction] = field(factory=dict)

    @property
    def extra(self) -> Decimal:
        """Credits of packs."""
        return sum((pack.credits for pack in self._packs), Decimal(0))

    @property
    def extra_expires_at(self) -> int | None:
        """When the oldest pack expires, seconds since the epoch."""
        return min((pack.expires_at for pack in self._packs), default=None)

    @property
    def remaining(self) -> Decimal:
        """What can still be used."""
        return max(Decimal(0), self.monthly + self.extra - self.used)

    def summary(self) -> dict[str, Any]:
        """Return the balance as the API writes it."""
        return {**self.counters(), "creditperiod": self.period or "", "creditsyncat": self.synced_at}

    def counters(self) -> dict[str, Any]:
        """Return the four numbers of the balance."""
        return {
            "monthlycredits": number(self.monthly),
            "extracredits": number(self.extra),
            "usedcredits": number(self.used),
            "remainingcredits": number(self.remaining),
        }

    def renew(self, monthly: int, price_usd: Decimal, now: int, actor: Actor | None) -> None:
        """Begin a billing period: what is left of the old month goes, packs stay, the counter starts at 0."""
        self.forfeit(now, "expired", None, "Unused monthly credits")
        self._settle_packs()
        before = self.remaining
        self.monthly, self.used = Decimal(monthly), Decimal(0)
        self.period = period_of(now)
        metadata = {"period": self.period, "priceUsd": number(price_usd)}
        self._book("renewal", "monthly", before, "Subscription renewal", "prepaid", actor, now, metadata=metadata)

    def forfeit(self, now: int, kind: str, action: str | None, description: str) -> None:
        """Take what is left of the monthly credits; extra ones stay."""
        before = self.remaining
        self.used = max(self.used, self.monthly)
        if self.remaining != before:
            self._book(kind, action, before, description, "prepaid", None, now)

    def resize(
        self, monthly: int, action: str, description: str, metadata: Mapping[str, Any], now: int, actor: Actor
    ) -> None:
        """Change the monthly credits within a period; what was used stays used."""
        before = self.remaining
        self.monthly = Decimal(monthly)
        if self.remaining != before:
            kind = "grant" if self.remaining > before else "expired"
            self._book(kind, action, before, description, "prepaid", actor, now, metadata=metadata)

    def purchase(self, key: str, credits: int, price_usd: Decimal, now: int, actor: Actor) -> None:
        """Add an extra pack."""
        # Use beyond everything that was there (the runtime's counter may tell of some) is not paid from a new pack.
        self.used = min(self.used, self.monthly + self.extra)
        before = self.remaining
        self._packs.append(_Pack(Decimal(credits), now + _PACK_SECONDS))
        metadata = {"pack": key, "priceUsd": number(price_usd)}
        description = f"Extra credits — {key} pack"
        self._book("purchase", key, before, description, "prepaid", actor, now, metadata=metadata)

    def expire_packs(self, now: int) -> None:
        """Take what is left of packs that are older than six months."""
        consumed = self._consumed_of_packs()
        before = self.remaining
        for pack, used in zip(self._packs, consumed, strict=True):
            if pack.expires_at <= now:
                # What was used of it stays in the sum until the counter starts again.
                pack.credits = used
        if self.remaining != before:
            self._book("expired", None, before, "Extra credits expired", "prepaid", None, now)
        self._packs = [pack for pack in self._packs if pack.credits or pack.expires_at > now]

    def deduct(
        self,
        amount: Decimal,
        action: str,
        now: int,
        *,
        guid: str | None = None,
        session: str | None = None,
        message_guid: str | None = None,
        actor: Actor | None = None,
    ) -> Transaction:
        """Use credits, at most what is there; the same `guid` again books nothing.

        Returns:
            The row, which may be an old one.
        """
        if guid is not None and (known := self.find(guid)) is not None:
            return known
        before = self.remaining
        self.used += min(amount, before)
        return self._book(
            "deduct",
            action,
            before,
            f"Agent action: {action}",
            "agent",
            actor,
            now,
            guid=guid,
            session=session,
            message_guid=message_guid,
        )

    def deduct_action(
        self, costs: Mapping[str, int], action: str, now: int, session: str, message_guid: str
    ) -> Transaction:
        """Use what an action of a conversation costs; return the row."""
        amount = Decimal(costs.get(action, 0))
        return self.deduct(amount, action, now, session=session, message_guid=message_guid, actor=OWNER)

    def sync(self, used: Decimal, now: int) -> None:
        """Take the runtime's counter if it is higher; the counter never falls within a period."""
        self.synced_at = now
        before = self.remaining
        self.used = max(self.used, used)
        if self.remaining != before:
            self._book("deduct", None, before, "Usage reported by the agent", "agent", None, now)

    def find(self, guid: str) -> Transaction | None:
        """Return a row by its guid."""
        return self._by_guid.get(guid)

    def _consumed_of_packs(self) -> list[Decimal]:
        """Tell how much of each pack was used: the oldest is used first, after the monthly credits."""
        over = max(Decimal(0), self.used - self.monthly)
        consumed = []
        for pack in self._packs:
            taken = min(over, pack.credits)
            over -= taken
            consumed.append(taken)
        return consumed

    def _settle_packs(self) -> None:
        """Take what was used of packs out of them, before the counter starts again."""
        for pack, used in zip(self._packs, self._consumed_of_packs(), strict=True):
            pack.credits -= used
        self._packs = [pack for pack in self._packs if pack.credits]
        self.used = min(self.used, self.monthly)

    def _book(
        self,
        kind: str,
        action: str | None,
        before: Decimal,
        description: str,
        provider: str,
        actor: Actor | None,
        now: int,
        *,
        guid: str | None = None,
        session: str | None = None,
        message_guid: str | None = None,
        metadata: Mapping[str, Any] | None = None,
    ) -> Transaction:
        row = Transaction(
            guid=guid or str(uuid.uuid4()),
            type=kind,
            action=action,
            amount=self.remaining - before,
            balance_after=self.remaining,
            description=description,
            provider=provider,
            actor=actor,
            at=now,
            session=session,
            message_guid=message_guid,
            metadata=metadata,
        )
        self.ledger.append(row)
        self._by_guid[row.guid] = row
        return row


def period_of(now: int) -> str:
    """Return the billing period of a moment in seconds since the epoch."""
    return datetime.fromtimestamp(now, UTC).strftime("%Y-%m")
