import io
import time
from typing import Any

import pytest
from PIL import Image

from tests.support.sandbox_agents import AgentClient

NOT_FOUND = (200, 1, "User agent not found")
TEMPLATE = "a1b2c3d4-e5f6-7890-abcd-ef1234567890"


def test_custom_build_with_everything_it_needs_rests(agents: AgentClient) -> None:
    row = agents.deploy()
    assert (row["status"], row["setuprequired"], row["tier"]) == (0, False, "pro")
    assert row["agentguid"] is None
    assert row["agent"]["custom"] is True
    assert [skill["name"] for skill in row["skills"]] == ["int-gmail-check"]
    # The base of 9 USD and the skill of 4, times 3 for Pro.
    assert (row["monthlypriceusd"], row["monthlycredits"], row["remainingcredits"]) == (39, 4200, 4200)
    assert row["credentials"]["gmail"]["account"] == "me@example.com"
    assert "subscription" not in row
    assert agents.client.sandbox.books.charges_usd == 0
    assert [str(payment.amount_usd) for payment in agents.client.sandbox.books.payments] == ["39"]


def test_template_brings_its_skills_and_needs_its_credentials(agents: AgentClient) -> None:
    body = {"agentguid": TEMPLATE, "title": "Acme", "useprepaid": True, "plan": "starter", "pinned": False}
    (row,) = agents.post("/UserAgent/Deploy", body)["useragents"]
    assert (row["status"], row["setuprequired"], row["tier"], row["pinned"]) == (6, True, "starter", False)
    assert row["agentguid"] == TEMPLATE
    assert (row["monthlypriceusd"], row["monthlycredits"]) == (9, 1000)
    assert row["agent"]["tiers"] == {
        "starter": {"priceUsd": 9, "credits": 1000},
        "pro": {"priceUsd": 29, "credits": 5000},
    }
    assert row["agent"]["extracreditpacks"] == []
    assert {skill["key"] for skill in row["customskills"]} == {"cs-content-tone"}
    assert "cs-cron-content-scanner" in {skill["key"] for skill in row["scheduledskills"]}
    assert agents.error("/UserAgent/Start", {"guid": row["guid"]})[2].startswith("Agent setup is not complete.")


@pytest.mark.parametrize(("changes", "refusal"), [
    ({"title": ""}, (200, 0, "Request parameter [title] required")),
    ({"custom": False}, (200, 0, "Request parameter [agentguid] required")),
    ({"custom": False, "agentguid": "nothing"}, (200, 1, "Agent not found")),
    ({"tier": "gold"}, (200, 0, "Valid plan required when using prepaid (starter or pro)")),
    ({"useprepaid": False}, (200, 0, "Request parameter [useprepaid] required")),
    ({"colour": "red"}, (200, 0, "Request parameters are invalid.")),
])  # fmt: skip
def test_deployment_that_is_refused_costs_nothing(
    agents: AgentClient, changes: dict[str, Any], refusal: tuple[int, int, str]
) -> None:
    body = {"custom": True, "title": "A", "useprepaid": True} | changes
    assert agents.error("/UserAgent/Deploy", body) == refusal
    assert agents.client.sandbox.books.payments == []
    assert agents.post("/UserAgent/MyAgents")["useragents"] == []


def test_wallet_must_cover_a_deployment(agents: AgentClient) -> None:
    agents.client.sandbox.set_balance("38.50")
    body = {"custom": True, "title": "A", "useprepaid": True, "tier": "pro", "skills": {"int-gmail-check": True}}
    message = "Insufficient wallet balance. Required: $39.00, Available: $38.50"
    assert agents.error("/UserAgent/Deploy", body) == (200, 0, message)
    assert agents.client.control("GET", "/books")["wallet_usd"] == "38.50"


def test_agent_starts_runs_and_stops(agents: AgentClient) -> None:
    guid = agents.deploy()["guid"]
    agents.post("/UserAgent/Start", {"guid": guid})
    assert agents.error("/UserAgent/Start", {"guid": guid})[2] in (
        "Agent is already queued to start",
        "Agent is already running",
    )
    row = agents.wait_status(guid, 4)
    assert abs(row["runningat"] - time.time()) < 60
    assert row["queuedat"] <= row["startedat"] <= row["runningat"]
    assert agents.error("/UserAgent/Start", {"guid": guid}) == (200, 0, "Agent is already running")
    agents.post("/UserAgent/Stop", {"guid": guid})
    row = agents.detail(guid)
    assert row["status"] in (0, 1)
    assert "restartafter" not in row
    row = agents.wait_status(guid, 0)
    assert row["stopdat"] >= row["stoppingat"]
    assert agents.error("/UserAgent/Stop", {"guid": guid}) == (200, 0, "Agent is already stopped")


def test_queued_agent_stops_at_once(agents: AgentClient) -> None:
    agents.client.control("POST", "/clock", {"time_scale": 0.1})
    guid = agents.deploy()["guid"]
    try:
        agents.post("/UserAgent/Start", {"guid": guid})
        assert agents.detail(guid)["status"] == 2
        assert agents.error("/UserAgent/Start", {"guid": guid}) == (200, 0, "Agent is already queued to start")
        agents.post("/UserAgent/Stop", {"guid": guid})
        assert agents.detail(guid)["status"] == 0
    finally:
        agents.client.control("POST", "/clock", {"time_scale": 50})


def test_new_settings_restart_a_running_agent_once(agents: AgentClient) -> None:
    guid = agents.running()
    first = agents.detail(guid)["runningat"]
    agents.client.control("POST", "/clock", {"time_scale": 1})
    try:
        answer = agents.post("/UserAgent/Update", {"guid": guid, "title": "Renamed", "description": ""})
        (row,) = answer["useragents"]
        assert (row["status"], row["restartafter"], row["title"], row["description"]) == (1, True, "Renamed", None)
        assert agents.error("/UserAgent/Start", {"guid": guid})[2] == "Agent is currently stopping, please wait"
    finally:
        agents.client.control("POST", "/clock", {"time_scale": 50})
    row = agents.wait_status(guid, 4)
    assert "restartafter" not in row
    assert row["runningat"] >= first


def test_stop_wins_over_a_restart(agents: AgentClient) -> None:
    guid = agents.running()
    agents.post("/UserAgent/Update", {"guid": guid, "title": "Renamed"})
    agents.post("/UserAgent/Stop", {"guid": guid})
    time.sleep(0.1)
    assert agents.wait_status(guid, 0)["status"] == 0


def test_update_changes_only_what_is_given(agents: AgentClient) -> None:
    guid = agents.deploy(description="old", cover="https://example.com/a.webp")["guid"]
    agents.post("/UserAgent/Update", {"guid": guid, "categories": ["sales"]})
    row = agents.detail(guid)
    assert (row["title"], row["description"], row["categories"]) == ("Inbox bot", "old", ["sales"])
    assert row["cover"] == "https://example.com/a.webp"
    agents.post("/UserAgent/Update", {"guid": guid, "cover": None})
    assert agents.detail(guid)["cover"] is None
    assert agents.error("/UserAgent/Update", {"guid": guid, "categories": []}) == (200, 0, "Categories cannot be empty")


def test_list_is_newest_first_sorted_filtered_and_paged(agents: AgentClient) -> None:
    guids = [agents.deploy(title=title)["guid"] for title in ("b", "c", "a")]
    agents.post("/UserAgent/Update", {"guid": guids[0], "categories": ["sales"]})

    def listed(**body: Any) -> list[str]:
        return [row["guid"] for row in agents.post("/UserAgent/MyAgents", body)["useragents"]]

    assert listed() == guids[::-1]
    assert listed(order="ASC", start=1, limit=1) == [guids[1]]
    assert listed(sort="title", order="ASC") == [guids[2], guids[0], guids[1]]
    assert listed(category="sales") == [guids[0]]
    row = agents.post("/UserAgent/MyAgents", {"limit": 1})["useragents"][0]
    assert row["subscription"]["status"] == "active"
    assert "credentials" not in row


def test_pinned_agents_and_their_newest_message(agents: AgentClient) -> None:
    guid = agents.running()
    other = agents.deploy(pinned=False)["guid"]
    assert [row["guid"] for row in agents.post("/UserAgent/PinnedAgents")["useragents"]] == [guid]
    assert agents.post("/UserAgent/PinnedUnread")["data"] == [{"useragentguid": guid, "lastmessageguid": None}]
    message = agents.say(guid, "hello")
    agents.post("/UserAgent/Pin", {"useragentguid": other, "pinned": True})
    assert agents.post("/UserAgent/PinnedUnread")["data"] == [
        {"useragentguid": guid, "lastmessageguid": message["guid"]},
        {"useragentguid": other, "lastmessageguid": None},
    ]
    agents.post("/UserAgent/Pin", {"useragentguid": guid, "pinned": False})
    assert [row["guid"] for row in agents.post("/UserAgent/PinnedAgents")["useragents"]] == [other]
    assert agents.detail(guid)["status"] == 4


def test_cover_is_stored_as_webp(agents: AgentClient) -> None:
    guid = agents.deploy()["guid"]
    picture = io.BytesIO()
    Image.new("RGB", (20, 10), "red").save(picture, "PNG")
    files: dict[str, Any] = {
        "useragentguid": (None, guid.encode()),
        "image": ("c.png", picture.getvalue(), "image/png"),
    }
    answer = agents.client.http.post("/UserAgent/Cover", files=files).json()
    assert answer["useragents"][0]["cover"] == answer["cover"]
    stored = agents.client.http.get(answer["cover"])
    assert Image.open(io.BytesIO(stored.content)).format == "WEBP"
    assert agents.detail(guid)["cover"] == answer["cover"]
    files["image"] = ("c.png", b"no picture", "image/png")
    assert agents.client.http.post("/UserAgent/Cover", files=files).json()["result"] is False
    assert agents.error("/UserAgent/Cover", {"useragentguid": guid}) == (200, 0, "Request files [image] required")


@pytest.mark.parametrize("path", ["Detail", "Start", "Stop", "Update"])
def test_unknown_agent(agents: AgentClient, path: str) -> None:
    assert agents.error(f"/UserAgent/{path}", {"guid": "unknown"}) == NOT_FOUND
    assert agents.error(f"/UserAgent/{path}") == (200, 0, "Request parameter [guid] required")


def test_reset_forgets_agents(agents: AgentClient) -> None:
    guid = agents.running()
    agents.client.sandbox.reset()
    assert agents.error("/UserAgent/Detail", {"guid": guid}) == NOT_FOUND
    assert agents.client.sandbox.books.payments == []
