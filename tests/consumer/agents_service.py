"""A service that uses agents, chats and live sessions: checked by mypy --strict, to prove that the public API is typed.

Synchronous methods are made from asynchronous ones; what is asserted here is that they kept their types.
"""

from __future__ import annotations

from collections.abc import AsyncGenerator, AsyncIterator, Iterator
from contextlib import aclosing
from datetime import date
from decimal import Decimal
from typing import Any, assert_type

from wiro import (
    Agent,
    AgentStatus,
    AsyncAgent,
    AsyncMessage,
    AsyncRun,
    AsyncWiro,
    Delta,
    Message,
    MessageResult,
    Run,
    Wiro,
)
from wiro.agent_credentials import check_credentials
from wiro.protocol import MessageEvent
from wiro.realtime import Audio, Cost, RealtimeEvent, Transcript, TurnEnded
from wiro_client.models.agent import Agent as AgentTemplate
from wiro_client.models.user_agent_message_session import UserAgentMessageSession
from wiro_client.models.user_agent_transaction import UserAgentTransaction


def agents(wiro: Wiro) -> Agent:
    """Find, price and deploy an agent."""
    for found in wiro.agents.catalog("mail", category="productivity"):
        assert_type(found, AgentTemplate)
    assert_type(wiro.agents.template("inbox"), AgentTemplate)
    wiro.agents.pricing_preview(["int-gmail-check"], tier="pro")
    for known in wiro.agents.list(page_size=10):
        assert_type(known, Agent)
        assert_type(wiro.agents.get(known.guid, team_guid=known.team_guid), Agent)
    credentials = {"gmail": {"account": "me@example.com"}}
    check_credentials(credentials)
    agent = wiro.agents.deploy("inbox", title="Inbox", skills={"int-gmail-check": True}, credentials=credentials)
    assert_type(agent, Agent)
    return agent


def agent_setup(agent: Agent) -> None:
    """Set an agent up and run it."""
    assert_type(agent.configure({"gmail": {"account": "me@example.com"}}), int)
    assert_type(agent.missing_credentials, tuple[str, ...])
    assert_type(agent.status, AgentStatus | None)
    agent.credential_history("gmail")
    agent.update(title=agent.title, description="x")
    agent.pin(pinned=False)
    agent.start()
    agent.wait_until_set_up(60)
    agent.wait_until_running(60, on_status=print)
    agent.stop()
    agent.wait_until_stopped(60)
    assert_type(agent.refresh(), dict[str, Any])
    assert_type(agent.row, dict[str, Any])


def agent_parts(agent: Agent) -> None:
    """Use the parts of an agent."""
    agent.billing.subscribe("pro")
    agent.billing.upgrade()
    agent.billing.renew()
    agent.billing.buy_credits("small")
    agent.billing.cancel()
    assert_type(agent.billing.spent_on("guid"), float | None)
    for booked in agent.billing.transactions(page_size=10):
        assert_type(booked, UserAgentTransaction)
    agent.logs.days()
    agent.logs.read(date(2026, 1, 1))
    agent.logs.tail(lines=3)
    agent.logs.delete("2026-01-01")
    assert_type(agent.oauth.connect("twitter", "https://example.com", own_app=True), str)
    assert_type(agent.oauth.status("twitter"), dict[str, Any])
    agent.oauth.select("instagram", "1", "name")
    agent.oauth.refresh_token("twitter")
    agent.oauth.google_drive_folders()
    agent.oauth.disconnect("twitter")
    agent.skills.pricing_preview({"int-gmail-check": True}, tier="pro")
    agent.skills.apply({"int-gmail-check": True}, idempotency_key="1")
    agent.skills.write("digest", "Write a digest", create=True)
    agent.skills.schedule("digest", "0 9 * * *", enabled=True)
    assert_type(agent.skills.rename("digest", "summary"), str)
    agent.skills.history("summary")
    agent.skills.revert("summary")
    agent.skills.delete("summary")


def talk(agent: Agent) -> MessageResult:
    """Talk to an agent."""
    message = agent.send("hello", session="user-1", files=[b"%PDF"], callback_url="https://example.com")
    assert_type(message, Message)
    for event in message.events(timeout=10):
        assert_type(event, MessageEvent)
    for delta in message.deltas():
        assert_type(delta, Delta)
        print(delta.kind, delta.text, delta.part, delta.replaces)
    assert_type(message.refresh(), dict[str, Any])
    assert_type((message.guid, message.status, message.token, message.row)[0], str)
    agent.message(message.guid).cancel()
    for earlier in agent.history("user-1"):
        assert_type(earlier, Message)
    assert_type(agent.sessions(), list[UserAgentMessageSession])
    agent.delete_messages(message.guid, side="both")
    agent.delete_session("user-1")
    result = message.wait(60, cancel_on_interrupt=True)
    assert_type((result.text, result.thinking, result.message_guid)[0], str)
    assert_type(result.metadata, dict[str, Any])
    return result


def converse(wiro: Wiro) -> Decimal | None:
    """Chat with a language model, and speak with one."""
    chat = wiro.chat("openai/gpt-5-2", {"temperature": 0}, session_id=None, user_id=None)
    run = chat.send("hello", max_cost_usd=0.1)
    assert_type(run, Run)
    assert_type(run.deltas(), Iterator[Delta])
    with wiro.run("sandbox/realtime-voice").realtime(ready_timeout=10) as session:
        session.send_audio(b"\0\0")
        session.flush()
        for event in session.events():
            assert_type(event, RealtimeEvent)
            if isinstance(event, Audio):
                assert_type(event.pcm, bytes)
            elif isinstance(event, Transcript):
                print(event.speaker, event.text)
            elif isinstance(event, Cost):
                assert_type(event.total_usd, Decimal | None)
            elif isinstance(event, TurnEnded):
                session.interrupt()
        session.finish()
        print(session.dropped, session.is_over)
        return session.cost_usd


async def in_coroutines(wiro: AsyncWiro) -> MessageResult:
    """Do the same with the asynchronous client."""
    async for template in wiro.agents.catalog():
        assert_type(template, AgentTemplate)
    assert_type(wiro.agents.list(), AsyncIterator[AsyncAgent])
    agent = await wiro.agents.deploy(title="Inbox", skills=["int-gmail-check"])
    assert_type(agent, AsyncAgent)
    await agent.wait_until_running(60)
    assert_type(await agent.billing.spent_on("guid"), float | None)
    message = await agent.send("hello")
    assert_type(message, AsyncMessage)
    assert_type(message.events(), AsyncGenerator[MessageEvent, None])
    async with aclosing(message.deltas()) as deltas:
        async for delta in deltas:
            assert_type(delta, Delta)
    run = await wiro.chat("openai/gpt-5-2").send("hello")
    assert_type(run, AsyncRun)
    async with run.realtime() as session:
        await session.send_audio(b"\0\0")
        async for event in session.events():
            assert_type(event, RealtimeEvent)
    return await message.wait()
