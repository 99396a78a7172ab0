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
    said = invoke(wiro_sandbox, "agents", "send", guid, "What", "is", "new?", "--timeout", "20s", "--session", "s")
    assert said.status == 0
    (message,) = agents.post("/UserAgent/Message/History", {"useragentguid": guid, "sessionkey": "s"})["data"][
        "messages"
    ]
    assert message["content"] == "What is new?"
    assert said.err == f"message {message['guid']}\n"
    assert said.out.strip() == message["response"].strip()
    document = invoke(wiro_sandbox, "agents", "send", guid, "Again", "--json").document
    assert set(document) == {"message_guid", "agent", "status", "text", "thinking"}
    assert (document["agent"], document["status"]) == (guid, "agent_end")
    assert document["text"]
    sent = invoke(wiro_sandbox, "agents", "send", guid, "Later", "--no-wait", "--json").document
    assert (sent["status"], sent["text"]) == ("agent_queue", "")


def test_an_agent_that_does_not_run_refuses(wiro_sandbox: Sandbox, agents: AgentClient) -> None:
    guid = str(agents.deploy()["guid"])
    result = invoke(wiro_sandbox, "agents", "send", guid, "hello", "--json")
    assert result.status == 3
    assert result.document["error"]["type"] == "AgentNotRunningError"
    assert invoke(wiro_sandbox, "agents", "send", guid, "hello", "--no-wait", "--timeout", "1").status == 2
