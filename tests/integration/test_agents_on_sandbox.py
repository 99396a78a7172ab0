"""The generated client against the sandbox's agents, with the state machine that both share."""

from __future__ import annotations

import json
import time
from typing import TYPE_CHECKING

import pytest
import websockets

from wiro import ApiError, Wiro
from wiro.agent_lifecycle import AgentStatus, MessageLifecycle, parse_agent_status
from wiro.errors import AmbiguousRequestError, NotFoundError, SkillsApplyError
from wiro_client import File

if TYPE_CHECKING:
    from collections.abc import Iterator

    from wiro.sandbox.server import Sandbox


@pytest.fixture
def wiro(wiro_sandbox: Sandbox) -> Iterator[Wiro]:
    with Wiro(wiro_sandbox.api_key, base_url=wiro_sandbox.base_url, socket_url=wiro_sandbox.socket_url) as wiro:
        yield wiro


def deploy(wiro: Wiro) -> str:
    """Deploy a custom build that needs no more setup; return its guid."""
    answer = wiro.api.user_agents.deploy(
        custom=True,
        title="Inbox bot",
        useprepaid=True,
        tier="pro",
        skills={"int-gmail-check": True},
        credentials={"gmail": {"account": "me@example.com", "apppassword": "x"}},
    )
    return str(answer.to_dict()["useragents"][0]["guid"])


def wait_for_status(wiro: Wiro, guid: str, wanted: AgentStatus) -> None:
    deadline = time.monotonic() + 10
    while True:
        (row,) = wiro.api.user_agents.detail(guid=guid).to_dict()["useragents"]
        if parse_agent_status(row["status"]) is wanted:
            return
        assert time.monotonic() < deadline, row["status"]
        time.sleep(0.02)


def start(wiro: Wiro) -> str:
    guid = deploy(wiro)
    wiro.api.user_agents.start(guid=guid)
    wait_for_status(wiro, guid, AgentStatus.RUNNING)
    return guid


async def test_conversation_is_followed_on_the_socket(wiro: Wiro, wiro_sandbox: Sandbox) -> None:
    guid = start(wiro)
    sent = wiro.api.user_agent_messages.send(useragentguid=guid, message="/wait 10 What is new?").to_dict()
    lifecycle = MessageLifecycle()
    texts = []
    async with websockets.connect(wiro_sandbox.socket_url, proxy=None) as socket:
        await socket.send(json.dumps({"type": "agent_info", "agenttoken": sent["agenttoken"]}))
        while lifecycle.outcome is None:
            lifecycle.feed_frame(json.loads(await socket.recv()), time.monotonic())
            assert not lifecycle.needs_detail
            texts.append(lifecycle.text)
    assert lifecycle.outcome.kind == "succeeded"
    assert texts == sorted(texts, key=len)
    row = wiro.api.user_agent_messages.detail(messageguid=sent["messageguid"]).to_dict()["data"]
    polled = MessageLifecycle()
    polled.feed_detail(row, 0.0)
    assert polled.outcome is not None
    assert (polled.outcome.text, polled.outcome.thinking) == (lifecycle.outcome.text, lifecycle.outcome.thinking)


async def test_message_that_is_cancelled_in_the_queue_ends_by_its_row(wiro: Wiro) -> None:
    guid = start(wiro)
    wiro.api.user_agent_messages.send(useragentguid=guid, message="/wait 600 a")
    queued = wiro.api.user_agent_messages.send(useragentguid=guid, message="b").to_dict()
    wiro.api.user_agent_messages.cancel(agenttoken=queued["agenttoken"])
    lifecycle = MessageLifecycle()
    row = wiro.api.user_agent_messages.detail(agenttoken=queued["agenttoken"]).to_dict()["data"]
    lifecycle.feed_detail(row, 0.0)
    assert lifecycle.outcome is not None
    assert (lifecycle.outcome.kind, lifecycle.outcome.text) == ("cancelled", "")


def test_files_and_lists_reach_the_agent(wiro: Wiro) -> None:
    guid = start(wiro)
    sent = wiro.api.user_agent_messages.send(
        useragentguid=guid, message="", attachments=[File(b"one", "a.txt"), File(b"two", "b.txt")]
    ).to_dict()
    row = wiro.api.user_agent_messages.detail(messageguid=sent["messageguid"]).to_dict()["data"]
    assert [attachment["name"] for attachment in row["attachments"]] == ["a.txt", "b.txt"]


def test_refusals_become_errors_that_tell_everything(wiro: Wiro) -> None:
    guid = deploy(wiro)
    with pytest.raises(ApiError, match=r"Agent is not running\. Current status: 0") as caught:
        wiro.api.user_agent_messages.send(useragentguid=guid, message="a")
    assert caught.value.body["agentstatus"] == 0
    with pytest.raises(NotFoundError, match="User agent not found"):
        wiro.api.user_agents.detail(guid="unknown")
    with pytest.raises(SkillsApplyError) as refused:
        wiro.api.user_agents.skills_apply(
            useragentguid=guid,
            skills={"int-brevo-email": True, "int-sendgrid-email": True},
            idempotency_key="a",
        )
    assert (refused.value.code, refused.value.body["conflicts"]) == (102, [["int-brevo-email", "int-sendgrid-email"]])


def test_deployment_whose_answer_is_lost_is_not_paid_twice(wiro: Wiro, wiro_sandbox: Sandbox) -> None:
    wiro_sandbox.faults.add(operation="user_agents_deploy", kind="drop_after_accept")
    with pytest.raises(AmbiguousRequestError):
        deploy(wiro)
    assert len(wiro_sandbox.books.payments) == 1
    # What was bought can be found.
    (row,) = wiro.api.user_agents.my_agents().to_dict()["useragents"]
    assert row["title"] == "Inbox bot"
