"""The agent webhook: up to three attempts, two seconds apart, until somebody answers with status 200 exactly."""

import asyncio
import time
from collections.abc import Mapping
from typing import Any

from attrs import define, field

from wiro.sandbox.books import Books, WebhookAttempt
from wiro.sandbox.clock import Clock
from wiro.sandbox.validation import Validation
from wiro.sandbox.webhooks import post_json

__all__ = ["AgentWebhooks"]

_ATTEMPTS = 3
_PAUSE_SECONDS = 2.0
_OK = 200


@define(eq=False)
class AgentWebhooks:
    """Delivers results of messages without holding anything up; no header proves where they come from."""

    books: Books
    validation: Validation
    clock: Clock
    _deliveries: set[asyncio.Task[None]] = field(factory=set, init=False)

    def deliver(self, message_guid: str, url: str, payload: Mapping[str, Any]) -> None:
        """Start one delivery.

        Raises:
            BundleViolationError: If the payload is not what the bundle documents.
        """
        self.validation.check_webhook("AgentWebhook", payload)
        delivery = asyncio.create_task(self._deliver(message_guid, url, payload))
        self._deliveries.add(delivery)
        delivery.add_done_callback(self._deliveries.discard)

    def cancel_all(self) -> None:
        """Give up all deliveries under way."""
        for delivery in self._deliveries:
            delivery.cancel()

    async def _deliver(self, message_guid: str, url: str, payload: Mapping[str, Any]) -> None:
        for attempt in range(_ATTEMPTS):
            if attempt:
                await self.clock.sleep(_PAUSE_SECONDS)
            status = await post_json(url, payload)
            self.books.webhooks.append(WebhookAttempt(message_guid, url, status, time.time()))
            if status == _OK:
                return
