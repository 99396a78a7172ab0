from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.support.command import invoke
from tests.support.sandbox_agents import AgentClient
from tests.support.sandbox_client import SandboxClient

if TYPE_CHECKING:
    from wiro.sandbox import Sandbox


@pytest.fixture
def agents(wiro_sandbox: Sandbox) -> AgentClient:
    return AgentClient(SandboxClient(wiro_sandbox))


def test_list_and_show(wiro_sandbox: Sandbox, agents: AgentClient) -> None:
    guid = agents.deploy()["guid"]
    (listed,) = invoke(wiro_sandbox, "agents", "list", "--json").document["agents"]
    shown = invoke(wiro_sandbox, "agents", "show", guid, "--json")
    assert shown.document == {
        "agent": guid,
        "title": "Inbox bot",
        "status": "stopped",
        "tier": "pro",
        "team": None,
        "setup_required": False,
        "missing_credentials": [],
        "remaining_credits": shown.document["remaining_credits"],
        "monthly_credits": shown.document["monthly_credits"],
    }
    # The list does not tell the credits.
    assert listed == shown.document | {"remaining_credits": None}
    assert "apppassword" not in shown.out
    assert invoke(wiro_sandbox, "agents", "list").out == f"{guid}\tstopped\tInbox bot\n"
    assert "title: Inbox bot\n" in invoke(wiro_sandbox, "agents", "show", guid).out
    assert invoke(wiro_sandbox, "agents", "show", "nothing").status == 4


def test_a_message_and_its_answer(wiro_sandbox: Sandbox, agents: AgentClient) -> None:
    guid = agents.running()
    said = invoke(wiro_sandbox, "agents", "message", guid, "What", "is", "new?", "--timeout", "20s", "--session", "s")
    assert said.status == 0
    (message,) = agents.post("/UserAgent/Message/History", {"useragentguid": guid, "sessionkey": "s"})["data"][
        "messages"
    ]
    assert message["content"] == "What is new?"
    assert said.err == f"message {message['guid']}\n"
    assert said.out.strip() == message["response"].strip()
    document = invoke(wiro_sandbox, "agents", "message", guid, "Again", "--json").document
    assert set(document) == {"message_guid", "agent", "status", "text", "thinking"}
    assert (document["agent"], document["status"]) == (guid, "agent_end")
    assert document["text"]
    sent = invoke(wiro_sandbox, "agents", "message", guid, "Later", "--no-wait", "--json").document
    assert (sent["status"], sent["text"]) == ("agent_queue", "")


def test_an_agent_that_does_not_run_refuses(wiro_sandbox: Sandbox, agents: AgentClient) -> None:
    guid = str(agents.deploy()["guid"])
    result = invoke(wiro_sandbox, "agents", "message", guid, "hello", "--json")
    assert result.status == 3
    assert result.document["error"]["type"] == "AgentNotRunningError"
    assert invoke(wiro_sandbox, "agents", "message", guid, "hello", "--no-wait", "--timeout", "1").status == 2


def test_a_message_that_takes_too_long_is_told_how_to_take_up(wiro_sandbox: Sandbox, agents: AgentClient) -> None:
    guid = agents.running()
    message = invoke(wiro_sandbox, "agents", "message", guid, "/wait 5000 x", "--no-wait").out.strip()
    result = invoke(wiro_sandbox, "agents", "wait", guid, message, "--timeout", "0.2", "--json")
    assert result.status == 5
    error = result.document["error"]
    assert error["message_guid"] == message
    assert "task_id" not in error
    assert f"`wiro agents wait {guid} {message}`" in result.err


def test_a_message_is_taken_up_again(wiro_sandbox: Sandbox, agents: AgentClient) -> None:
    guid = agents.running()
    sent = invoke(wiro_sandbox, "agents", "message", guid, "hello", "--no-wait")
    message = sent.out.strip()
    waited = invoke(wiro_sandbox, "agents", "wait", guid, message)
    assert (waited.status, waited.err) == (0, "")
    assert waited.out.strip().endswith("hello")
    again = invoke(wiro_sandbox, "agents", "wait", guid, message, "--json").document
    assert (again["message_guid"], again["status"]) == (message, "agent_end")
    assert again["text"] == waited.out.strip()
    assert invoke(wiro_sandbox, "agents", "wait", guid, "00000000-0000-4000-8000-000000000000").status == 4


def test_cancel(wiro_sandbox: Sandbox, agents: AgentClient) -> None:
    guid = agents.running()
    first, second = (
        invoke(wiro_sandbox, "agents", "message", guid, "/wait 3000 x", "--no-wait").out.strip() for _ in range(2)
    )
    assert invoke(wiro_sandbox, "agents", "cancel", guid, first).err == f"message {first} is cancelled\n"
    document = invoke(wiro_sandbox, "agents", "cancel", guid, second, "--json").document
    assert document == {"message_guid": second, "agent": guid, "action": "cancelled"}
    waited = invoke(wiro_sandbox, "agents", "wait", guid, first, "--json")
    assert waited.status == 1
    assert waited.document["error"]["type"] == "MessageCancelledError"


def test_history(wiro_sandbox: Sandbox, agents: AgentClient) -> None:
    guid = agents.running()
    for text in ("one", "two", "three"):
        agents.say(guid, text, sessionkey="s")
    found = invoke(wiro_sandbox, "agents", "history", guid, "--session", "s", "--limit", "2", "--json")
    assert [message["content"] for message in found.document["messages"]] == ["three", "two"]
    newest = found.document["messages"][0]
    assert set(newest) == {"message_guid", "status", "created_at", "session", "content", "text"}
    assert newest["created_at"].endswith("Z")
    assert "agenttoken" not in found.out
    shown = invoke(wiro_sandbox, "agents", "history", guid, "--session", "s").out.splitlines()
    assert [line.split("\t")[3] for line in shown] == ["three", "two", "one"]
    assert invoke(wiro_sandbox, "agents", "history", guid).err == "no messages found\n"
