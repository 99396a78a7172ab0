from __future__ import annotations

import json
from typing import TYPE_CHECKING

import httpx
import pytest

from tests.support.sandbox_client import connect
from wiro.sandbox.observation import Observation, Ring, SeenFrame, SeenRequest

if TYPE_CHECKING:
    from tests.support.sandbox_client import SandboxClient
    from wiro.sandbox import Sandbox


def frame(text: str) -> SeenFrame:
    return SeenFrame(at=0, direction="sent", text=text)


def request(**changes: object) -> SeenRequest:
    values = {
        "at": 0.0,
        "seconds": 0.1,
        "method": "POST",
        "path": "/v1/Task/Detail",
        "status": 200,
        "content_type": "application/json",
        "size": 2,
        "question": b"{}",
        "answer": b"{}",
    }
    return SeenRequest(**{**values, **changes})  # type: ignore[arg-type]


def test_a_ring_forgets_the_oldest_and_says_how_many_a_reader_lost() -> None:
    ring: Ring[SeenFrame] = Ring(3)
    assert ring.since(0, 10) == ([], 0)
    for number in range(5):
        ring.add(frame(f'{{"type":"{number}"}}'))
    rows, lost = ring.since(0, 10)
    assert ([row["number"] for row in rows], [row["type"] for row in rows], lost) == ([2, 3, 4], ["2", "3", "4"], 2)
    rows, lost = ring.since(4, 10)
    assert ([row["number"] for row in rows], lost) == ([4], 0)
    rows, lost = ring.since(0, 1)
    assert ([row["number"] for row in rows], lost) == ([4], 4)
    ring.clear()
    assert ring.since(ring.end, 10) == ([], 0)
    ring.add(frame("{}"))
    assert ring.since(5, 10)[0][0]["number"] == 5


def test_secrets_are_written_over_in_excerpts() -> None:
    seen = request(
        question=b'{"apiKey":"k-1\\"x","prompt":"hi","credentials":{"appPassword" : "p-2"}}',
        answer=b'{"result":true,"socketaccesstoken":"t-3","taskid":"7","agenttoken":"cut off at the e',
    ).to_dict()
    assert seen["request"] == '{"apiKey":"•••","prompt":"hi","credentials":{"appPassword" : "•••"}}'
    assert seen["response"] == '{"result":true,"socketaccesstoken":"•••","taskid":"7","agenttoken":"•••'
    assert "t-4" not in frame('{"type":"task_queue","id":"9","tasktoken":"t-4"}').to_dict()["text"]


def test_requests_say_whether_they_were_refused_and_do_not_show_binary_bodies() -> None:
    assert request(answer=b'{"result":false,"errors":[]}').to_dict()["result"] is False
    assert request(answer=b'{"result":true}').to_dict()["result"] is None
    picture = request(content_type="image/png", question=b"\x89PNG\x00", size=5, answer=b"\x89PNG\x00\x01").to_dict()
    assert (picture["request"], picture["response"]) == ("image/png (5 bytes)", "6 bytes or more")
    assert request(content_type="", question=b"", size=0).to_dict()["request"] == "(0 bytes)"


def test_the_last_progress_of_each_task_is_kept_but_not_for_ever() -> None:
    observation = Observation()
    for number in range(1_500):
        message = {"percentage": str(number)}
        observation.see_frame({"type": "task_output", "id": str(number), "message": message}, "{}", 0)
    assert observation.progress("1499") == {"percentage": "1499"}
    assert observation.progress("0") == {}
    observation.see_frame({"type": "task_output", "id": "1", "message": "text"}, "{}", 0)
    assert observation.progress("1") == {}
    observation.clear()
    assert (observation.progress("1499"), observation.resets) == ({}, 1)
    assert observation.frames.since(observation.frames.end, 10) == ([], 0)


async def test_requests_and_frames_of_a_run_are_seen(client: SandboxClient) -> None:
    answer = client.run("sandbox/image", prompt="a lake", seconds=1)
    await client.frames([answer["socketaccesstoken"]])
    client.sandbox.faults.add(kind="drop_before_accept", operation="tools_list")
    with pytest.raises(httpx.TransportError):
        client.http.post("/Tool/List", json={})
    seen = client.control("GET", "/state")
    run, dropped = seen["requests"]
    assert (run["path"], run["status"], json.loads(run["request"])["prompt"]) == (
        "/v1/Run/sandbox/image",
        200,
        "a lake",
    )
    assert (dropped["path"], dropped["status"]) == ("/v1/Tool/List", None)
    received = [row for row in seen["frames"] if row["direction"] == "received"]
    assert [row["type"] for row in received] == ["task_info"]
    assert seen["frames"][-1]["type"] == "task_postprocess_end"
    assert seen["frames"][-1]["listeners"] == 1
    assert answer["socketaccesstoken"] not in json.dumps(seen)


def test_observing_changes_no_books(sandbox: Sandbox, client: SandboxClient) -> None:
    client.control("GET", "/state")
    assert dict(sandbox.books.counts) == {}
    assert sandbox.books.requests == []


async def test_strange_frames_and_sound_are_seen_too(client: SandboxClient) -> None:
    client.sandbox.faults.add(kind="unknown_frame")
    client.sandbox.faults.add(kind="malformed_frame", frame="task_queue")
    client.wait(client.run("sandbox/image", prompt="a", seconds=0)["taskid"])
    spoken = client.run("sandbox/realtime-tts", text="hello")
    async with connect(client.sandbox) as socket:
        await socket.send(json.dumps({"type": "task_info", "tasktoken": spoken["socketaccesstoken"]}))
        while not isinstance(await socket.recv(), bytes):
            pass
    frames = client.control("GET", "/state")["frames"]
    documented = {"task_queue", "task_output", "task_postprocess_end"}
    assert documented < {row["type"] for row in frames}
    assert any(row["text"].endswith("bytes of sound") for row in frames)
    position = next(index for index, row in enumerate(frames) if row["type"] == "task_postprocess_end")
    assert not frames[position - 1]["type"].startswith("task_post")
