"""Which workspace a request is in, and what that keeps apart."""

from typing import Any

import pytest

from tests.support.documented_operations import documented_messages
from tests.support.sandbox_client import SandboxClient

TEAM_AGENT = "This agent belongs to a team. Switch to the team context to access it."
PERSONAL_AGENT = "This agent is personal. Switch to your personal context to access it."
STRANGER = "You are not a member of this team"
# The operations that the documentation lists as guarded, with the parameter that names the agent and what else each
# needs. Deploy is guarded otherwise.
GUARDED: dict[str, tuple[str, dict[str, Any]]] = {
    "/UserAgent/Message/Send": ("useragentguid", {"message": "a"}),
    "/UserAgent/Message/History": ("useragentguid", {}),
    "/UserAgent/Message/Sessions": ("useragentguid", {}),
    "/UserAgent/Message/Delete": ("useragentguid", {"messageguids": ["a"]}),
    "/UserAgent/CreateExtraCreditCheckout": ("useragentguid", {"pack": "small", "useprepaid": True}),
    "/UserAgent/CancelSubscription": ("guid", {}),
    "/UserAgent/RenewSubscription": ("guid", {}),
    "/UserAgent/UpgradeTier": ("guid", {"targetTier": "pro"}),
    "/UserAgent/CreateSubscriptionCheckout": ("useragentguid", {"useprepaid": True, "tier": "starter"}),
    "/UserAgent/SkillsApply": ("useragentguid", {"skillOverrides": {}, "idempotencyKey": "a"}),
}


@pytest.fixture
def team(client: SandboxClient) -> str:
    organization = client.post("/Organization/Create", {"name": "Acme"})["organization"]["guid"]
    guid: str = client.post("/Team/Create", {"organizationguid": organization, "name": "A"})["team"]["guid"]
    client.post("/Team/TransferCredit", {"amount": 100, "targetteamguid": guid})
    return guid


def work_in(client: SandboxClient, team: str) -> None:
    """Move the key's project, as people switch to a team."""
    client.post("/Team/TransferProject", {"projectapikey": client.sandbox.api_key, "targetteamguid": team})


def deploy(client: SandboxClient) -> str:
    (template,) = client.post("/Agent/Detail", {"slug": "social-manager"})["agents"]
    body = {"agentguid": template["guid"], "title": "A", "useprepaid": True, "tier": "starter"}
    guid: str = client.post("/UserAgent/Deploy", body)["useragents"][0]["guid"]
    return guid


def refusal(client: SandboxClient, path: str, guid: str, **headers: str) -> str | None:
    """Call a guarded operation; return why it was refused, None if it was not."""
    name, body = GUARDED[path]
    answer = client.post(path, {name: guid, **body}, headers=headers)
    return None if answer["result"] else answer["errors"][0]["message"]


@pytest.mark.parametrize("path", GUARDED)
def test_documented_operations_are_guarded(client: SandboxClient, team: str, path: str) -> None:
    personal = deploy(client)
    work_in(client, team)
    shared = deploy(client)
    guards = {TEAM_AGENT, PERSONAL_AGENT}
    assert refusal(client, path, personal) == PERSONAL_AGENT
    assert refusal(client, path, shared) not in guards
    work_in(client, "")
    assert refusal(client, path, shared) == TEAM_AGENT
    assert refusal(client, path, shared, teamGUID=team) not in guards
    assert refusal(client, path, shared, teamGUID="other") == TEAM_AGENT
    assert refusal(client, path, personal) not in guards
    # Personal agents do not look at the header.
    assert refusal(client, path, personal, teamGUID=team) not in guards


def test_agents_are_listed_in_their_workspace_only(client: SandboxClient, team: str) -> None:
    def listed() -> list[str]:
        return [row["guid"] for row in client.post("/UserAgent/MyAgents")["useragents"]]

    personal = deploy(client)
    work_in(client, team)
    shared = deploy(client)
    assert listed() == [shared]
    work_in(client, "")
    assert listed() == [personal]


def test_nobody_deploys_into_a_strange_team(client: SandboxClient) -> None:
    (template,) = client.post("/Agent/Detail", {"slug": "social-manager"})["agents"]
    body = {"agentguid": template["guid"], "title": "A", "useprepaid": True, "tier": "starter"}
    assert client.error("/UserAgent/Deploy", body, headers={"teamGUID": "other"}) == (200, 0, STRANGER)
    assert STRANGER in documented_messages("user_agent_messages_send")
    assert client.post("/UserAgent/MyAgents", headers={"teamGUID": "other"})["useragents"] == []
