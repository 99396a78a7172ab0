import itertools
import json
import time
from typing import Any

import pytest

from tests.support.sandbox_agents import AgentClient
from tests.support.sandbox_client import connect, wait_until

DENIED = (200, 1, "Agent not found or access denied")


def test_message_is_answered(agents: AgentClient) -> None:
    guid = agents.running()
    sent = agents.send(guid, "What is new?", sessionkey="user-42")
    assert sent["status"] == "agent_queue"
    row = agents.wait_message(sent["messageguid"])
    assert (row["status"], row["sessionkey"], row["content"]) == ("agent_end", "user-42", "What is new?")
    assert row["response"] == row["debugoutput"] == "This is the answer of the sandbox to your message: What is new?"
    assert row["metadata"]["answer"] == [row["response"]]
    assert row["metadata"]["thinking"] == ["The message has 3 words."]
    assert row["user"]["uuid"] == row["uuid"]
    assert int(row["createdat"]) <= int(row["startedat"]) <= int(row["endedat"])
    assert row["agenttoken"] == sent["agenttoken"]
    assert agents.post("/UserAgent/Message/Detail", {"agenttoken": sent["agenttoken"]})["data"] == row


def test_answer_costs_what_its_action_costs(agents: AgentClient) -> None:
    guid = agents.running()
    for text, cost in (("hello", 10), ("/modify a post", 20)):
        before = agents.detail(guid)
        message = agents.say(guid, text)
        after = agents.detail(guid)
        assert after["usedcredits"] - before["usedcredits"] == cost
        assert before["remainingcredits"] - after["remainingcredits"] == cost
        (row,) = agents.post("/UserAgent/TransactionList", {"useragentguid": guid, "limit": 1})["transactions"]
        assert (row["type"], row["amount"], row["messageguid"]) == ("deduct", -cost, message["guid"])
        assert row["balanceafter"] == after["remainingcredits"]


def test_failures_cost_nothing_and_tell_why_in_the_row(agents: AgentClient) -> None:
    guid = agents.running()
    row = agents.say(guid, "/fail The model exploded")
    assert (row["status"], row["response"], row["metadata"]) == ("agent_error", "The model exploded", {})
    assert agents.say(guid, "/degenerate")["status"] == "agent_error"
    assert agents.detail(guid)["usedcredits"] == 0


@pytest.mark.parametrize("body", [{}, {"message": ""}])
def test_message_needs_a_text(agents: AgentClient, body: dict[str, Any]) -> None:
    guid = agents.running()
    refused = agents.error("/UserAgent/Message/Send", {"useragentguid": guid, **body})
    assert refused == (200, 0, "Request parameter [message] required")


def test_agent_must_run_and_exist(agents: AgentClient) -> None:
    guid = agents.deploy()["guid"]
    answer = agents.post("/UserAgent/Message/Send", {"useragentguid": guid, "message": "a"})
    assert answer["errors"][0]["message"] == "Agent is not running. Current status: 0"
    assert answer["agentstatus"] == 0
    assert agents.error("/UserAgent/Message/Send", {"useragentguid": "x", "message": "a"}) == DENIED
    assert agents.error("/UserAgent/Message/History", {"useragentguid": "x"}) == DENIED
    assert agents.error("/UserAgent/Message/Detail", {"messageguid": "x"}) == (200, 1, "Message not found")
    assert agents.error("/UserAgent/Message/Detail") == (200, 0, "Request parameter [messageguid] required")


def test_files_come_with_a_message(agents: AgentClient) -> None:
    guid = agents.running()
    files: list[Any] = [
        ("useragentguid", (None, guid.encode())),
        ("message", (None, b"")),
        ("attachments[]", ("a.txt", b"one", "text/plain")),
        ("attachments[]", ("b.txt", b"two!", "text/plain")),
    ]
    answer = agents.client.http.post("/UserAgent/Message/Send", files=files).json()
    row = agents.wait_message(answer["messageguid"])
    assert [(file["name"], file["size"]) for file in row["attachments"]] == [("a.txt", 3), ("b.txt", 4)]
    assert agents.client.http.get(row["attachments"][1]["url"]).content == b"two!"
    assert row["response"].endswith("It came with 2 files.")


def test_one_file_may_come_in_the_field_for_several(agents: AgentClient) -> None:
    guid = agents.running()
    files: list[Any] = [
        ("useragentguid", (None, guid.encode())),
        ("message", (None, b"Read this.")),
        ("attachments[]", ("a.txt", b"one", "text/plain")),
    ]
    answer = agents.client.http.post("/UserAgent/Message/Send", files=files).json()
    assert answer["result"] is True, answer
    assert [file["name"] for file in agents.message(answer["messageguid"])["attachments"]] == ["a.txt"]


def test_queued_message_is_cancelled_in_silence(agents: AgentClient) -> None:
    guid = agents.running()
    first = agents.send(guid, "/wait 3600 a")["messageguid"]
    agents.wait_message(first, "agent_start", "agent_output")
    queued = agents.send(guid, "b", callbackurl="http://127.0.0.1:9/")["messageguid"]
    assert agents.post("/UserAgent/Message/Cancel", {"messageguid": queued}) == {"result": True, "errors": []}
    row = agents.message(queued)
    assert (row["status"], row["response"], row["debugoutput"], row["metadata"]) == ("agent_cancel", "", "", {})
    assert agents.client.sandbox.books.webhooks == []
    refused = agents.error("/UserAgent/Message/Cancel", {"messageguid": queued})
    assert refused == (200, 1, "Message cannot be cancelled (status: agent_cancel)")
    assert agents.message(first)["status"] in ("agent_start", "agent_output")


def test_active_message_is_cancelled_by_token(agents: AgentClient) -> None:
    guid = agents.running()
    sent = agents.send(guid, "/wait 3600 a")
    agents.wait_message(sent["messageguid"], "agent_start", "agent_output")
    agents.post("/UserAgent/Message/Cancel", {"agenttoken": sent["agenttoken"]})
    row = agents.message(sent["messageguid"])
    assert (row["status"], row["response"], row["metadata"]) == ("agent_cancel", "AbortError", {})
    assert agents.detail(guid)["usedcredits"] == 0


def test_stopping_the_agent_fails_its_messages(agents: AgentClient) -> None:
    guid = agents.running()
    active = agents.send(guid, "/wait 3600 a")["messageguid"]
    agents.wait_message(active, "agent_start", "agent_output")
    queued = agents.send(guid, "b")["messageguid"]
    agents.post("/UserAgent/Stop", {"guid": guid})
    for message in (active, queued):
        row = agents.wait_message(message)
        assert (row["status"], row["response"]) == ("agent_error", "Could not resolve agent endpoint")


def test_history_is_newest_first_and_paged_by_guid(agents: AgentClient) -> None:
    guid = agents.running()
    guids = [agents.say(guid, text)["guid"] for text in ("a", "b", "c")]
    other = agents.say(guid, "d", sessionkey="other")["guid"]

    def page(**body: Any) -> tuple[list[str], int, bool]:
        data = agents.post("/UserAgent/Message/History", {"useragentguid": guid, **body})["data"]
        return [row["guid"] for row in data["messages"]], data["count"], data["hasmore"]

    assert page() == (guids[::-1], 3, False)
    assert page(limit=2) == ([guids[2], guids[1]], 2, True)
    assert page(limit=2, before=guids[1]) == ([guids[0]], 1, False)
    assert page(sessionkey="other") == ([other], 1, False)
    assert page(sessionkey="nobody") == ([], 0, False)


def test_sessions_are_listed_and_deleted(agents: AgentClient) -> None:
    guid = agents.running()
    agents.say(guid, "a")
    agents.say(guid, "b")
    agents.say(guid, "c", sessionkey="other")
    sessions = agents.post("/UserAgent/Message/Sessions", {"useragentguid": guid})["data"]["sessions"]
    assert [(row["sessionkey"], row["messagecount"], row["lastmessage"]) for row in sessions] == [
        ("other", "1", "c"),
        ("default", "2", "b"),
    ]
    agents.post("/UserAgent/Message/DeleteSession", {"useragentguid": guid, "sessionkey": "default"})
    sessions = agents.post("/UserAgent/Message/Sessions", {"useragentguid": guid})["data"]["sessions"]
    assert [row["sessionkey"] for row in sessions] == ["other"]


def test_sides_are_hidden_one_by_one(agents: AgentClient) -> None:
    guid = agents.running()
    message = agents.say(guid, "a")["guid"]

    def hide(side: str) -> int:
        body = {"useragentguid": guid, "items": [{"messageguid": message, "side": side}, {"messageguid": "unknown"}]}
        assert agents.post("/UserAgent/Message/Delete", body)["result"] is True
        return int(agents.message(message)["deletestatus"])

    assert [hide("user"), hide("nothing"), hide("agent")] == [1, 1, 3]
    assert agents.post("/UserAgent/Message/History", {"useragentguid": guid})["data"]["messages"] == []
    assert agents.post("/UserAgent/Message/Sessions", {"useragentguid": guid})["data"]["sessions"] == []


def test_runtime_inserts_finished_messages(agents: AgentClient) -> None:
    guid = agents.running()
    agents.say(guid, "a", sessionkey="telegram")
    owner = agents.detail(guid)["uuid"]
    body = {"useragentguid": guid, "uuid": owner, "content": "Good morning"}
    answer = agents.post("/UserAgent/Message/SystemInsert", body)
    assert answer["sessionkey"] == "telegram"
    row = agents.message(answer["messageguid"])
    assert (row["status"], row["response"], row["metadata"]) == ("agent_end", "Good morning", {"type": "system"})
    assert (row["uuid"], row["user"]) == ("system", None)
    explicit = agents.post("/UserAgent/Message/SystemInsert", body | {"sessionkey": "news"})
    assert explicit["sessionkey"] == "news"
    refused = agents.error("/UserAgent/Message/SystemInsert", body | {"uuid": "somebody"})
    assert refused == (200, 0, "Invalid credentials")
    assert agents.detail(guid)["usedcredits"] == 10


async def frames_until(agents: AgentClient, sent: dict[str, Any], *kinds: str) -> list[dict[str, Any]]:
    received: list[dict[str, Any]] = []
    async with connect(agents.client.sandbox) as socket:
        await socket.send(json.dumps({"type": "agent_info", "agenttoken": sent["agenttoken"]}))
        while not received or received[-1]["type"] not in kinds:
            received.append(json.loads(await socket.recv()))
    return received


async def test_socket_tells_the_whole_conversation(agents: AgentClient) -> None:
    guid = agents.running()
    agents.client.control("POST", "/clock", {"time_scale": 0.5})
    try:
        sent = agents.send(guid, "/wait 0.3 Tell me")
        received = await frames_until(agents, sent, "agent_end")
    finally:
        agents.client.control("POST", "/clock", {"time_scale": 50})
    assert received[0] == {"type": "connected", "version": "1.0"}
    assert received[1] == {
        "type": "agent_subscribed",
        "agenttoken": sent["agenttoken"],
        "status": "agent_queue",
        "debugoutput": "",
        "result": True,
    }
    kinds = [frame["type"] for frame in received[2:]]
    assert kinds == ["agent_start", *["agent_output"] * 6, "agent_end"]
    assert received[2]["message"] == ""
    texts = [frame["message"]["raw"] for frame in received[3:]]
    assert received[3]["message"]["isThinking"] is True
    # Each replaces the one before and goes on from it, once the thought is closed.
    assert all(later.startswith(earlier) for earlier, later in itertools.pairwise(texts))
    row = agents.message(sent["messageguid"])
    assert received[-1]["message"] == row["metadata"]
    assert all(frame["agenttoken"] == sent["agenttoken"] for frame in received[1:])


async def test_late_subscriber_gets_the_result_and_nothing_more(agents: AgentClient) -> None:
    guid = agents.running()
    sent = agents.send(guid, "Tell me")
    row = agents.wait_message(sent["messageguid"])
    received = await frames_until(agents, sent, "agent_subscribed")
    assert (received[1]["status"], received[1]["debugoutput"]) == ("agent_end", row["response"])


async def test_failure_on_the_socket_is_a_general_sentence_or_the_text(agents: AgentClient) -> None:
    guid = agents.running()
    received = await frames_until(agents, agents.send(guid, "/wait 10 /fail secret reason"), "agent_error")
    assert received[-1]["message"] == "Agent is temporarily unavailable. Please try again shortly."
    assert received[-1]["result"] is False
    assert "secret reason" not in json.dumps(received)
    received = await frames_until(agents, agents.send(guid, "/wait 10 /degenerate"), "agent_error")
    assert received[-1]["message"]["raw"] == "..."


async def test_cancellation_of_an_active_message_is_told(agents: AgentClient) -> None:
    guid = agents.running()
    sent = agents.send(guid, "/wait 3600 a")
    agents.wait_message(sent["messageguid"], "agent_start", "agent_output")
    async with connect(agents.client.sandbox) as socket:
        await socket.send(json.dumps({"type": "agent_info", "agenttoken": sent["agenttoken"]}))
        received = [json.loads(await socket.recv()) for _ in range(2)]
        agents.post("/UserAgent/Message/Cancel", {"agenttoken": sent["agenttoken"]})
        while received[-1]["type"] != "agent_cancel":
            received.append(json.loads(await socket.recv()))
    assert (received[-1]["message"], received[-1]["result"]) == ("AbortError", False)


async def test_queued_cancellation_is_silent_for_subscribers_too(agents: AgentClient) -> None:
    guid = agents.running()
    agents.wait_message(agents.send(guid, "/wait 3600 a")["messageguid"], "agent_start", "agent_output")
    queued = agents.send(guid, "b")
    async with connect(agents.client.sandbox) as socket:
        await socket.send(json.dumps({"type": "agent_info", "agenttoken": queued["agenttoken"]}))
        received = [json.loads(await socket.recv()) for _ in range(2)]
        agents.post("/UserAgent/Message/Cancel", {"agenttoken": queued["agenttoken"]})
        await socket.send(json.dumps({"type": "agent_info", "agenttoken": "unknown"}))
        received.append(json.loads(await socket.recv()))
    assert [frame["type"] for frame in received] == ["connected", "agent_subscribed", "agent_subscribed"]
    assert received[2] == {
        "type": "agent_subscribed",
        "agenttoken": "unknown",
        "status": "unknown",
        "result": True,
    }


async def test_subscription_without_a_token_is_an_error_and_repeated_ones_are_nothing(agents: AgentClient) -> None:
    guid = agents.running()
    sent = agents.send(guid, "/wait 3600 a")
    async with connect(agents.client.sandbox) as socket:
        for token in ("", None, sent["agenttoken"], sent["agenttoken"], ""):
            await socket.send(json.dumps({"type": "agent_info", "agenttoken": token}))
        received: list[dict[str, Any]] = []
        while [frame["type"] for frame in received].count("error") < 3:
            received.append(json.loads(await socket.recv()))
    assert received[1] == {"type": "error", "message": "agenttoken-required", "result": False}
    assert [frame["type"] for frame in received].count("agent_subscribed") == 1


@pytest.mark.parametrize(("statuses", "attempts"), [((200,), 1), ((500, 204, 200), 3), ((201, 404, 500, 200), 3)])
def test_webhook_is_tried_three_times_until_status_200(
    agents: AgentClient, statuses: tuple[int, ...], attempts: int, receiver: Any
) -> None:
    receiver.statuses = list(statuses)
    guid = agents.running()
    sent = agents.send(guid, "Tell me", callbackurl=receiver.url)
    books = agents.client.sandbox.books
    wait_until(lambda: len(books.webhooks) == attempts)
    time.sleep(0.1)
    assert [attempt.status for attempt in books.webhooks] == list(statuses[:attempts])
    assert {attempt.taskid for attempt in books.webhooks} == {sent["messageguid"]}
    # Two seconds of the sandbox's time between attempts.
    pauses = [later.at - earlier.at for earlier, later in itertools.pairwise(books.webhooks)]
    assert all(pause >= 2 / 50 for pause in pauses)
    payload = receiver.bodies[0]
    row = agents.message(sent["messageguid"])
    assert payload == {
        "messageguid": sent["messageguid"],
        "status": "agent_end",
        "content": "Tell me",
        "response": row["response"],
        "debugoutput": row["response"],
        "metadata": row["metadata"],
        "endedat": int(row["endedat"]),
    }


def test_webhook_of_a_failure_has_the_reason_and_no_figures(agents: AgentClient, receiver: Any) -> None:
    guid = agents.running()
    agents.say(guid, "/fail broken", callbackurl=receiver.url)
    wait_until(lambda: bool(receiver.bodies))
    assert (receiver.bodies[0]["status"], receiver.bodies[0]["response"]) == ("agent_error", "broken")
    assert receiver.bodies[0]["metadata"] == {}


@pytest.mark.parametrize("url", ["http://127.0.0.1:99999999/", "nonsense", "http://[", "ftp://127.0.0.1/"])
def test_impossible_webhook_is_given_up(agents: AgentClient, url: str) -> None:
    guid = agents.running()
    agents.say(guid, "a", callbackurl=url)
    wait_until(lambda: len(agents.client.sandbox.books.webhooks) == 3)
    assert {attempt.status for attempt in agents.client.sandbox.books.webhooks} == {None}


def test_lost_frame_is_counted(agents: AgentClient) -> None:
    guid = agents.running()
    agents.client.sandbox.faults.add(kind="lose_frame", frame="agent_end")
    agents.say(guid, "a")
    wait_until(lambda: agents.client.sandbox.books.frames_lost == 1)
