import datetime
from typing import Any

import pytest

from tests.support.sandbox_agents import AgentClient


def today(agents: AgentClient) -> datetime.date:
    now = agents.client.control("GET", "/agents")["now"]
    return datetime.datetime.fromtimestamp(now, datetime.UTC).date()


def test_events_are_newest_first_and_the_file_oldest_first(agents: AgentClient) -> None:
    guid = agents.running()
    message = agents.say(guid, "hello", sessionkey="s")
    answer = agents.post("/UserAgent/Logs", {"useragentguid": guid})
    kinds = [(event["kind"], event["action"]) for event in answer["events"]]
    assert kinds == [
        ("message", "agent_end"),
        ("deduct", "message"),
        ("session", "session_start"),
        ("system", "agent_start"),
    ]
    assert (answer["totalLines"], answer["date"]) == (4, today(agents).isoformat())
    newest = answer["events"][0]
    assert (newest["session"], newest["userUuid"]) == ("s", newest["user"]["uuid"])
    assert newest["details"]["messageguid"] == message["guid"]
    assert answer["events"][1]["details"] == {"cost": 10, "balanceafter": 4190}
    assert answer["events"][3]["user"] is None
    file = agents.post("/UserAgent/LogsFile", {"useragentguid": guid, "date": answer["date"]})
    assert file["events"] == answer["events"][::-1]
    assert file["truncated"] is False
    last = agents.post("/UserAgent/Logs", {"useragentguid": guid, "lines": 1})
    assert (last["events"], last["totalLines"]) == (answer["events"][:1], 4)


def test_same_question_has_the_same_answer_for_a_while(agents: AgentClient) -> None:
    agents.client.control("POST", "/clock", {"time_scale": 10})
    try:
        guid = agents.running()
        body = {"useragentguid": guid}
        first = agents.post("/UserAgent/Logs", body)
        agents.say(guid, "hello")
        assert agents.post("/UserAgent/Logs", body) == first
        assert agents.post("/UserAgent/Logs", body | {"lines": 199})["totalLines"] > first["totalLines"]
    finally:
        agents.client.control("POST", "/clock", {"time_scale": 50})


def test_files_are_compressed_after_a_week_and_deleted_after_half_a_year(agents: AgentClient) -> None:
    guid = agents.running()
    first = today(agents).isoformat()

    def listed() -> list[tuple[str, str, bool]]:
        rows = agents.post("/UserAgent/LogsList", {"useragentguid": guid})["dates"]
        assert all(row["size"] > 0 for row in rows)
        return [(row["date"], row["filename"], row["compressed"]) for row in rows]

    assert listed() == [(first, f"{first}.jsonl", False)]
    agents.client.control("POST", "/agents", {"advance_days": 6})
    assert listed() == [(first, f"{first}.jsonl", False)]
    agents.client.control("POST", "/agents", {"advance_days": 1})
    assert listed() == [(first, f"{first}.jsonl.gz", True)]
    agents.say(guid, "hello")
    second = today(agents).isoformat()
    assert listed() == [(second, f"{second}.jsonl", False), (first, f"{first}.jsonl.gz", True)]
    assert agents.post("/UserAgent/LogsFile", {"useragentguid": guid, "date": first})["events"]
    agents.client.control("POST", "/agents", {"advance_days": 173})
    assert first in [row[0] for row in listed()]
    agents.client.control("POST", "/agents", {"advance_days": 1})
    assert first not in [row[0] for row in listed()]


def test_schedules_of_a_running_agent_run_while_days_pass(agents: AgentClient) -> None:
    skills = [
        {"key": "cron-digest", "value": "a", "interval": "0 */4 * * *", "enabled": True},
        {"key": "cron-paused", "value": "a", "interval": "0 * * * *", "enabled": False},
        {"key": "cron-broken", "value": "a", "interval": "whenever", "enabled": True},
    ]
    guid = agents.running(customskills=skills)
    resting = agents.deploy(customskills=skills)["guid"]
    agents.client.control("POST", "/agents", {"advance_days": 3})
    day = (today(agents) - datetime.timedelta(days=1)).isoformat()
    events = agents.post("/UserAgent/LogsFile", {"useragentguid": guid, "date": day})["events"]
    assert len(events) == 6
    assert {(event["kind"], event["action"], event["skill"]) for event in events} == {
        ("cron", "cron-tick", "cs-cron-digest")
    }
    assert events[0]["details"] == {"interval": "0 */4 * * *", "trigger": "scheduled"}
    assert [event["ts"] % 86_400 // 3600 for event in events] == [0, 4, 8, 12, 16, 20]
    assert agents.detail(guid)["usedcredits"] == 0
    assert agents.post("/UserAgent/LogsList", {"useragentguid": resting})["dates"] == []


def test_day_is_deleted_in_the_form_that_it_has(agents: AgentClient) -> None:
    guid = agents.running()
    day = today(agents).isoformat()
    agents.client.control("POST", "/agents", {"advance_days": 8})
    body = {"useragentguid": guid, "date": day}
    removed: list[Any] = [agents.post("/UserAgent/LogsDelete", body)["removed"] for _ in range(2)]
    assert removed == [{"plain": False, "gz": True}, {"plain": False, "gz": False}]
    assert agents.post("/UserAgent/LogsFile", body)["events"] == []
    agents.say(guid, "hello")
    body["date"] = today(agents).isoformat()
    assert agents.post("/UserAgent/LogsDelete", body)["removed"] == {"plain": True, "gz": False}


@pytest.mark.parametrize("path", ["Logs", "LogsList", "LogsFile", "LogsDelete"])
def test_strangers_are_refused(agents: AgentClient, path: str) -> None:
    body = {"useragentguid": "unknown", "date": "2026-05-01"}
    assert agents.error(f"/UserAgent/{path}", body)[2] == "useragent-access-denied"


def test_day_must_be_one(agents: AgentClient) -> None:
    guid = agents.deploy()["guid"]
    for path in ("Logs", "LogsFile", "LogsDelete"):
        refused = agents.error(f"/UserAgent/{path}", {"useragentguid": guid, "date": "yesterday"})
        assert refused[2] == "Request parameters are invalid."
