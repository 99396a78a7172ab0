"""A service that uses the asynchronous client: checked by mypy --strict, to prove that the public API is typed."""

from __future__ import annotations

from typing import assert_type

from wiro import AsyncRun, AsyncWiro, Model, RunResult
from wiro.pagination import aiterate
from wiro.protocol import TaskEvent
from wiro.webhooks import (
    AgentCallback,
    CallbackEvent,
    CallbackReceiver,
    MemoryStore,
    SeenStore,
    SignedCallback,
    TaskCallback,
    fetch_result,
    parse_callback,
    signed_callback_url,
    verify_callback_url,
)
from wiro_client.models.user_agent import UserAgent


class SharedStore:
    """A store of one's own."""

    async def add(self, key: str) -> bool:
        """Remember a key."""
        return bool(key)


async def paint(prompt: str) -> RunResult:
    """Run a model and follow it."""
    async with AsyncWiro() as wiro:
        run = await wiro.run("google/nano-banana-pro", {"prompt": prompt}, max_cost_usd=0.1)
        assert_type(run, AsyncRun)
        async for event in run.events():
            assert_type(event, TaskEvent)
        async for model in wiro.models.search():
            assert_type(model, Model)
        async for earlier in wiro.tasks.list():
            assert_type(earlier, AsyncRun)
        async for agent in aiterate(wiro.api.user_agents.my_agents):
            assert_type(agent, UserAgent)
        return await run.wait(timeout=600, stop_on_interrupt=True)


async def handle(event: CallbackEvent) -> None:
    """Handle a callback."""
    assert_type(event.signed, SignedCallback | None)
    assert_type(event.result, RunResult | None)


def receiver(secret: str) -> CallbackReceiver:
    """Make an ASGI application."""
    stores: list[SeenStore] = [MemoryStore(), SharedStore()]
    verify_callback_url(signed_callback_url("https://example.com", secret, parameters={"order": "1"}), [secret])
    return CallbackReceiver(handle, client=AsyncWiro(), secrets=secret, store=stores[1])


async def check(body: bytes, wiro: AsyncWiro) -> str:
    """Check a callback by hand."""
    callback = parse_callback(body)
    if isinstance(callback, AgentCallback):
        return callback.response
    assert_type(callback, TaskCallback)
    return (await fetch_result(wiro, callback)).text
