"""A trigger that polls, for `bench_triggerer`: what waiting costs at the cadence of providers without a socket.

It is kind to them: no TLS, no parsing beyond the status, and one connection a trigger that stays open if it may.
"""

from __future__ import annotations

import asyncio
import time
from typing import TYPE_CHECKING, Any

import httpx
from airflow.triggers.base import BaseTrigger, TriggerEvent

if TYPE_CHECKING:
    from collections.abc import AsyncIterator


class PollingTrigger(BaseTrigger):
    """Asks Task/Detail at a fixed interval until the run has ended.

    Args:
        wiro_task_id: Id of the run.
        url: Root of the REST API.
        seconds: Interval between two questions.
        reconnects: Whether every question opens a connection of its own.
    """

    def __init__(self, wiro_task_id: str, url: str, seconds: float, reconnects: bool) -> None:
        super().__init__()
        self.wiro_task_id, self.url, self.seconds, self.reconnects = wiro_task_id, url, seconds, reconnects

    def serialize(self) -> tuple[str, dict[str, Any]]:
        """Return class path and arguments."""
        arguments = {name: getattr(self, name) for name in ("wiro_task_id", "url", "seconds", "reconnects")}
        return "polling_trigger.PollingTrigger", arguments

    async def run(self) -> AsyncIterator[TriggerEvent]:
        """Poll, then yield the one event."""
        client = self._client()
        while await self._status(client) != "task_postprocess_end":
            await asyncio.sleep(self.seconds)
            if self.reconnects:
                await client.aclose()
                client = self._client()
        finished_at = time.time()
        await client.aclose()
        yield TriggerEvent({"remote_id": self.wiro_task_id, "result": {"finished_at": finished_at}})

    async def _status(self, client: httpx.AsyncClient) -> str:
        answer = await client.post(f"{self.url}/Task/Detail", json={"taskid": self.wiro_task_id})
        status: str = answer.json()["tasklist"][0]["status"]
        return status

    @staticmethod
    def _client() -> httpx.AsyncClient:
        # Without trusted certificates, which httpx would read again for each client; others share theirs.
        return httpx.AsyncClient(verify=False, headers={"x-api-key": "sandbox-key"}, timeout=60, trust_env=False)
