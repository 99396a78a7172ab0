"""What an agent costs and what it did: subscription, tier, credits, transactions, logs."""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING

from wiro._facades import Facade, blocking, iterating
from wiro.errors import InvalidArgumentError
from wiro.pagination import aiterate
from wiro_client.types import UNSET

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from wiro._agent_setup import AgentLink
    from wiro_client.models import (
        UserAgentCancelSubscriptionResponse,
        UserAgentCreateExtraCreditCheckoutResponse,
        UserAgentCreateSubscriptionCheckoutResponse,
        UserAgentLogFile,
        UserAgentLogsFileResponse,
        UserAgentLogsResponse,
        UserAgentRenewSubscriptionResponse,
        UserAgentTransaction,
        UserAgentUpgradeTierResponse,
    )

__all__ = ["AsyncBilling", "AsyncLogs", "Billing", "Logs"]


class AsyncBilling:
    """What an agent costs: ``agent.billing``. Everything that is bought is paid from the wallet, and sent once."""

    def __init__(self, link: AgentLink) -> None:
        self._link = link

    async def subscribe(self, tier: str = "starter") -> UserAgentCreateSubscriptionCheckoutResponse:
        """Buy a subscription for an agent that has none.

        Args:
            tier: ``"starter"`` or ``"pro"``.

        Raises:
            AmbiguousRequestError: It may have been bought: read the agent before trying again.
        """
        return await self._link.api.user_agents.create_subscription_checkout(
            useragentguid=self._link.guid, useprepaid=True, tier=tier, request_options=self._link.options
        )

    async def cancel(self) -> UserAgentCancelSubscriptionResponse:
        """Let the subscription end with its period; until then `renew` undoes it at no cost."""
        return await self._link.api.user_agents.cancel_subscription(
            guid=self._link.guid, request_options=self._link.options
        )

    async def renew(self) -> UserAgentRenewSubscriptionResponse:
        """Undo a cancellation, or buy another period of a subscription that has expired; the answer says which."""
        return await self._link.api.user_agents.renew_subscription(
            guid=self._link.guid, request_options=self._link.options
        )

    async def upgrade(self, tier: str = "pro") -> UserAgentUpgradeTierResponse:
        """Change to a higher tier for the rest of the period, at the difference; an agent that runs restarts."""
        return await self._link.api.user_agents.upgrade_tier(
            guid=self._link.guid, target_tier=tier, request_options=self._link.options
        )

    async def buy_credits(self, pack: str) -> UserAgentCreateExtraCreditCheckoutResponse:
        """Buy extra credits; only for the Pro tier.

        Args:
            pack: ``"small"``, ``"medium"`` or ``"large"``; what they hold and cost is in the agent's row.
        """
        return await self._link.api.user_agents.create_extra_credit_checkout(
            useragentguid=self._link.guid, pack=pack, useprepaid=True, request_options=self._link.options
        )

    def transactions(self, *, page_size: int = 100) -> AsyncIterator[UserAgentTransaction]:
        """Iterate over the movements of credits, newest first.

        Args:
            page_size: Rows to ask for at once, at most 500.
        """
        method = self._link.api.user_agents.transaction_list
        return aiterate(method, page_size=page_size, useragentguid=self._link.guid, request_options=self._link.options)

    async def spent_on(self, message_guid: str) -> float | None:
        """Return the credits that the actions of one of the latest messages cost; one request.

        Args:
            message_guid: Guid of the message.

        Returns:
            Their sum; None if the newest 100 movements name none, for there was none, or not yet, or long ago.
        """
        answer = await self._link.api.user_agents.transaction_list(
            useragentguid=self._link.guid, limit=100, request_options=self._link.options
        )
        rows = [row.to_dict() for row in answer.transactions or ()]
        amounts = [row.get("amount") for row in rows if row.get("messageguid") == message_guid]
        known = [abs(amount) for amount in amounts if isinstance(amount, int | float)]
        return float(sum(known)) if known else None


class AsyncLogs:
    """What an agent did, day by day in UTC: ``agent.logs``. The service keeps 180 days."""

    def __init__(self, link: AgentLink) -> None:
        self._link = link

    async def tail(self, day: str | datetime.date | None = None, *, lines: int = 200) -> UserAgentLogsResponse:
        """Read the last events of a day.

        Args:
            day: ``"YYYY-MM-DD"`` or a date; None for today.
            lines: Most events, up to 5000.
        """
        return await self._link.api.user_agents.logs(
            useragentguid=self._link.guid,
            date=UNSET if day is None else _day(day),
            lines=lines,
            request_options=self._link.options,
        )

    async def days(self) -> list[UserAgentLogFile]:
        """List the days that have a log, newest first."""
        answer = await self._link.api.user_agents.logs_list(
            useragentguid=self._link.guid, request_options=self._link.options
        )
        return answer.dates or []

    async def read(self, day: str | datetime.date) -> UserAgentLogsFileResponse:
        """Read all events of a day, up to about 50,000; ``truncated`` tells whether there were more."""
        return await self._link.api.user_agents.logs_file(
            useragentguid=self._link.guid, date=_day(day), request_options=self._link.options
        )

    async def delete(self, day: str | datetime.date) -> None:
        """Delete the log of a day."""
        await self._link.api.user_agents.logs_delete(
            useragentguid=self._link.guid, date=_day(day), request_options=self._link.options
        )


class Billing(Facade[AsyncBilling]):
    """What an agent costs: ``agent.billing``; see `AsyncBilling`."""

    subscribe = blocking(AsyncBilling.subscribe)
    cancel = blocking(AsyncBilling.cancel)
    renew = blocking(AsyncBilling.renew)
    upgrade = blocking(AsyncBilling.upgrade)
    buy_credits = blocking(AsyncBilling.buy_credits)
    transactions = iterating(AsyncBilling.transactions)
    spent_on = blocking(AsyncBilling.spent_on)


class Logs(Facade[AsyncLogs]):
    """What an agent did, day by day in UTC: ``agent.logs``; see `AsyncLogs`."""

    tail = blocking(AsyncLogs.tail)
    days = blocking(AsyncLogs.days)
    read = blocking(AsyncLogs.read)
    delete = blocking(AsyncLogs.delete)


def _day(value: str | datetime.date) -> str:
    try:
        return (
            value.strftime("%Y-%m-%d")
            if isinstance(value, datetime.date)
            else datetime.date.fromisoformat(value).isoformat()
        )
    except (TypeError, ValueError):
        raise InvalidArgumentError(
            f"day is {value!r}; accepted: 'YYYY-MM-DD' or a datetime.date.", parameter="day"
        ) from None
