from typing import Any

import pytest

from tests.support.sandbox_agents import AgentClient

INSERT = "/UserAgent/TransactionInsert"
SYNC = "/UserAgent/CreditSync"


def runtime(agents: AgentClient) -> dict[str, str]:
    """What the runtime of an agent proves itself with."""
    row = agents.deploy(tier="starter", skills={})
    return {"useragentguid": row["guid"], "uuid": row["uuid"]}


def test_usage_is_booked_once_with_a_guid_and_every_time_without(agents: AgentClient) -> None:
    who = runtime(agents)
    usage = who | {"type": "deduct", "action": "create", "amount": 60, "guid": "e1", "sessionkey": "s"}
    answer = agents.post(INSERT, usage)
    assert answer == {
        "result": True,
        "errors": [],
        "guid": "e1",
        "idempotent": False,
        "monthlycredits": 1000,
        "extracredits": 0,
        "usedcredits": 60,
        "remainingcredits": 940,
    }
    assert agents.post(INSERT, usage) == answer | {"idempotent": True}
    signed = who | {"type": "deduct", "amount": -10.5}
    assert agents.post(INSERT, signed)["remainingcredits"] == 929.5
    assert agents.post(INSERT, signed)["remainingcredits"] == 919
    listed = agents.post("/UserAgent/TransactionList", {"useragentguid": who["useragentguid"]})
    assert listed["total"] == 4
    assert [row["amount"] for row in listed["transactions"]] == [-10.5, -10.5, -60, 1000]
    assert (listed["transactions"][2]["sessionkey"], listed["transactions"][2]["uuid"]) == ("s", "system")
    assert listed["summary"]["remainingcredits"] == 919


def test_no_more_is_used_than_there_is(agents: AgentClient) -> None:
    who = runtime(agents)
    answer = agents.post(INSERT, who | {"type": "deduct", "amount": 5000})
    assert (answer["usedcredits"], answer["remainingcredits"]) == (1000, 0)
    assert agents.error("/UserAgent/Start", {"guid": who["useragentguid"]})[2].startswith("No credits available.")


def test_agent_without_credits_says_so(agents: AgentClient) -> None:
    guid = agents.running()
    owner = agents.detail(guid)["uuid"]
    queued = agents.send(guid, "/wait 5 a")["messageguid"]
    agents.post(INSERT, {"useragentguid": guid, "uuid": owner, "type": "deduct", "amount": 4200})
    refused = agents.post("/UserAgent/Message/Send", {"useragentguid": guid, "message": "a"})
    assert refused["errors"][0]["message"].startswith("Agent has no remaining credits.")
    assert refused["agentbalance"] == 0
    # What began before is answered, but takes no more than there is.
    assert agents.wait_message(queued)["status"] == "agent_end"
    assert agents.detail(guid)["remainingcredits"] == 0


def test_message_that_finds_no_credits_is_answered_with_the_documented_mark(agents: AgentClient) -> None:
    guid = agents.running()
    owner = agents.detail(guid)["uuid"]
    agents.send(guid, "/wait 20 a")
    waiting = agents.send(guid, "b")["messageguid"]
    agents.post(INSERT, {"useragentguid": guid, "uuid": owner, "type": "deduct", "amount": 4200})
    assert agents.wait_message(waiting)["response"] == "[SYSTEM_CREDIT_LIMIT_REACHED]"


def test_counter_only_rises_within_its_period(agents: AgentClient) -> None:
    who = runtime(agents)
    period = agents.detail(who["useragentguid"])["creditperiod"]
    report = who | {"creditperiod": period}
    for reported, stored in ((100, 100), (40, 100), (250, 250)):
        answer = agents.post(SYNC, report | {"usedcredits": reported})
        assert (answer["creditperiod"], answer["usedcredits"]) == (period, stored)
    answer = agents.post(SYNC, report | {"usedcredits": 999, "creditperiod": "2001-01"})
    assert answer["errors"][0]["message"] == f"period mismatch (expected {period}, got 2001-01)"
    assert (answer["creditperiod"], answer["usedcredits"]) == (period, 250)
    row = agents.detail(who["useragentguid"])
    assert row["remainingcredits"] == 750
    assert row["creditsyncat"] >= row["createdat"]


@pytest.mark.parametrize(("path", "change", "refusal"), [
    (INSERT, {"useragentguid": ""}, (200, 0, "useragentguid is required")),
    (INSERT, {"uuid": "somebody"}, (200, 0, "Invalid credentials")),
    (INSERT, {"type": "grant"}, (200, 0, "Only deduct transactions can be inserted from agents")),
    (INSERT, {"amount": "many"}, (200, 0, "Request parameter [amount] must be integer or float")),
    (INSERT, {"amount": 1e300}, (200, 0, None)),
    (SYNC, {"useragentguid": None}, (200, 0, "useragentguid is required")),
    (SYNC, {"useragentguid": "unknown"}, (200, 0, "Invalid credentials")),
    (SYNC, {"usedcredits": None}, (200, 0, "Request parameter [usedcredits] must be integer or float")),
])  # fmt: skip
def test_reports_that_are_refused(agents: AgentClient, path: str, change: dict[str, Any], refusal: Any) -> None:
    who = runtime(agents)
    body = who | {"type": "deduct", "amount": 5, "usedcredits": 5, "creditperiod": "2026-01"} | change
    status, code, message = agents.error(path, body)
    assert (status, code) == refusal[:2]
    assert refusal[2] in (None, message)
    assert agents.detail(who["useragentguid"])["usedcredits"] == 0


def test_runtime_needs_no_key_but_readers_do(agents: AgentClient) -> None:
    who = runtime(agents)
    http = agents.client.http
    headers = {"x-api-key": "wrong"}
    assert http.post(INSERT, json=who | {"type": "deduct", "amount": 1}, headers=headers).json()["result"] is True
    assert http.post("/UserAgent/TransactionList", json=who, headers=headers).status_code == 401


def test_ledger_is_paged(agents: AgentClient) -> None:
    who = runtime(agents)
    for amount in range(1, 6):
        agents.post(INSERT, who | {"type": "deduct", "amount": amount})
    body = {"useragentguid": who["useragentguid"], "start": 1, "limit": 2}
    page = agents.post("/UserAgent/TransactionList", body)
    assert (page["total"], [row["amount"] for row in page["transactions"]]) == (6, [-4, -3])
    assert agents.error("/UserAgent/TransactionList") == (200, 0, "useragentguid is required")
    assert agents.error("/UserAgent/TransactionList", {"useragentguid": "x"})[2] == "useragent-access-denied"
