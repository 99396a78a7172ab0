"""The task webhook: the finished task is POSTed to the `callbackUrl` of its run.

The documentation says only that the result is posted when the task completes: neither payload nor retries nor headers.
The sandbox posts the row of Task/Detail, once, and does not post for tasks that were cancelled or killed.
"""

import asyncio
import time
from collections.abc import Mapping
from typing import Any

from attrs import define, field

from wiro.sandbox.books import Books, WebhookAttempt
from wiro.sandbox.validation import Validation

__all__ = ["Webhooks", "post_json"]

_TIMEOUT_SECONDS = 10.0


@define(eq=False)
class Webhooks:
    """Delivers webhooks without holding anything up."""

    books: Books
    validation: Validation
    _deliveries: set[asyncio.Task[None]] = field(factory=set, init=False)

    def deliver(self, task_id: str, url: str, payload: Mapping[str, Any]) -> None:
        """Start one delivery.

        Raises:
            BundleViolationError: If the payload is not what the bundle documents.
        """
        self.validation.check_webhook("TaskWebhook", payload)
        delivery = asyncio.create_task(self._post(task_id, url, payload))
        self._deliveries.add(delivery)
        delivery.add_done_callback(self._deliveries.discard)

    def cancel_all(self) -> None:
        """Give up all deliveries under way."""
        for delivery in self._deliveries:
            delivery.cancel()

    async def _post(self, task_id: str, url: str, payload: Mapping[str, Any]) -> None:
        status = await post_json(url, payload)
        self.books.webhooks.append(WebhookAttempt(task_id, url, status, time.time()))


async def post_json(url: str, payload: Mapping[str, Any]) -> int | None:
    """Send JSON to an address that a caller gave; return the HTTP status, None if nobody answered."""
    # Only requests with a callback address need an HTTP client.
    import httpx

    try:
        async with httpx.AsyncClient(timeout=_TIMEOUT_SECONDS, trust_env=False) as client:
            return (await client.post(url, json=payload)).status_code
    except (httpx.HTTPError, httpx.InvalidURL, ValueError, ExceptionGroup):
        # A group is what comes of a port beyond 65535.
        return None
