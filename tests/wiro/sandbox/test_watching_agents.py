from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from wiro.sandbox.agents.templates import TEMPLATES
from wiro.sandbox.watching_agents import AgentWatcher

if TYPE_CHECKING:
    from tests.support.sandbox_client import SandboxClient


def deploy(client: SandboxClient, agent_guid: str, **options: Any) -> str:
    body = {"agentguid": agent_guid, "title": "Acme", "tier": "starter", "useprepaid": True, **options}
    answer = client.post("/UserAgent/Deploy", body)
    assert answer["result"] is True, answer
    return str(answer["useragents"][0]["guid"])


def shown(client: SandboxClient) -> dict[str, Any]:
    return client.control("GET", "/state")


def run(client: SandboxClient, guid: str) -> None:
    client.control("POST", f"/agents/{guid}/ready")
    assert client.post("/UserAgent/Start", {"guid": guid})["result"] is True
    wait_for_status(client, 4)


def wait_for_status(client: SandboxClient, status: int) -> None:
    from tests.support.sandbox_client import wait_until

    wait_until(lambda: shown(client)["agents"][0]["status"] == status)


@pytest.mark.parametrize("template", TEMPLATES, ids=lambda template: template.slug)
def test_every_template_can_be_made_ready(client: SandboxClient, template: Any) -> None:
    guid = deploy(client, template.guid)
    (agent,) = shown(client)["agents"]
    assert (agent["title"], agent["template"], agent["status"]) == ("Acme", template.title, 6)
    assert agent["missing"]
    assert client.control("POST", f"/agents/{guid}/ready") == {"status": 0}
    assert shown(client)["agents"][0]["missing"] == []


def test_there_is_no_getting_ready_of_nobody(client: SandboxClient) -> None:
    response = client.http.post(f"{client.control_url}/agents/nobody/ready")
    assert (response.status_code, response.json()["error"]) == (404, "There is no such agent.")


def test_messages_are_shown_in_the_order_in_which_they_were_sent(client: SandboxClient) -> None:
    guid = deploy(client, TEMPLATES[1].guid)
    run(client, guid)
    for text in ("first", "second", "third"):
        client.post("/UserAgent/Message/Send", {"useragentguid": guid, "message": text, "sessionkey": text})
    rows = sorted(shown(client)["messages"], key=lambda row: row["order"])
    assert [row["content"] for row in rows] == ["first", "second", "third"]
    assert {row["agent"] for row in rows} == {guid}


def test_a_long_message_is_cut(client: SandboxClient) -> None:
    guid = deploy(client, TEMPLATES[1].guid)
    run(client, guid)
    client.post("/UserAgent/Message/Send", {"useragentguid": guid, "message": "x" * 1_000_000})
    assert len(shown(client)["messages"][0]["content"]) == 20_000


def test_only_what_is_new_is_told_and_what_is_gone_too(client: SandboxClient) -> None:
    watcher = AgentWatcher(client.sandbox._world)
    assert watcher.changes() == {}
    guid = deploy(client, TEMPLATES[1].guid)
    assert [agent["guid"] for agent in watcher.changes()["agents"]] == [guid]
    assert watcher.changes() == {}
    run(client, guid)
    assert watcher.changes()["agents"][0]["status"] == 4
    body = {"useragentguid": guid, "message": "/wait 3600 hello", "sessionkey": "default"}
    message = client.post("/UserAgent/Message/Send", body)["messageguid"]
    assert watcher.changes()["messages"][0]["guid"] == message
    client.post("/UserAgent/Message/DeleteSession", {"useragentguid": guid, "sessionkey": "default"})
    assert watcher.changes()["removed_messages"] == [message]
    client.sandbox.reset()
    assert watcher.changes() == {"removed_agents": [guid]}
