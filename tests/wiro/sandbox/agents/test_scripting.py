from typing import Any

import pytest

from tests.support.sandbox_agents import AgentClient


def test_container_crashes_and_can_be_started_again(agents: AgentClient) -> None:
    guid = agents.running()
    message = agents.send(guid, "/wait 3600 a")["messageguid"]
    state = agents.client.control("POST", "/agents", {"crash": guid})
    assert state["agents"] == [{"guid": guid, "status": 5}]
    assert agents.message(message)["status"] == "agent_error"
    row = agents.detail(guid)
    assert row["errordat"] >= row["runningat"]
    assert agents.error("/UserAgent/Stop", {"guid": guid})[2] == "Agent is in error state, use Start to retry"
    agents.post("/UserAgent/Start", {"guid": guid})
    agents.wait_status(guid, 4)


def test_crashed_agent_rests_when_its_subscription_ends(agents: AgentClient) -> None:
    guid = agents.running()
    agents.post("/UserAgent/CancelSubscription", {"guid": guid})
    agents.client.control("POST", "/agents", {"crash": guid})
    agents.client.control("POST", "/agents", {"advance_days": 31})
    assert agents.detail(guid)["status"] == 0


@pytest.mark.parametrize(
    "wishes",
    [{"crash": "unknown"}, {"advance_days": -1}, {"advance_days": True}, {"advance_days": 10**9}, {"sing": 1}],
)
def test_impossible_wishes(agents: AgentClient, wishes: dict[str, Any]) -> None:
    before = agents.client.control("GET", "/agents")["now"]
    response = agents.client.http.post(f"{agents.client.control_url}/agents", json=wishes)
    assert response.status_code == 400
    assert agents.client.control("GET", "/agents")["now"] - before < 60
