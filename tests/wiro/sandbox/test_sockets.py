import asyncio
import json
from typing import Any

import pytest

from tests.support.sandbox_client import SandboxClient, connect, wait_until
from wiro.sandbox import Sandbox

LATE = {"prompt": "a", "seconds": 20}


async def read(socket: Any) -> dict[str, Any]:
    return dict(json.loads(await asyncio.wait_for(socket.recv(), 5)))


async def test_welcome_comes_first(client: SandboxClient) -> None:
    async with connect(client.sandbox) as socket:
        assert await read(socket) == {"type": "connected", "version": "1.0"}


async def test_frames_of_a_registered_task_arrive_up_to_the_outputs(client: SandboxClient) -> None:
    answer = client.run("sandbox/image", **LATE)
    frames = await client.frames([answer["socketaccesstoken"]])
    assert {frame["tasktoken"] for frame in frames[1:]} == {answer["socketaccesstoken"]}
    assert {frame["id"] for frame in frames[1:]} == {answer["taskid"]}
    assert all(frame["result"] is True for frame in frames[1:])
    assert frames[-1]["message"] == client.detail(answer["taskid"])["outputs"]
    assert sum(frame["type"] == "task_output" for frame in frames) > 3


async def test_many_tokens_share_a_socket_and_registering_repeats_harmlessly(client: SandboxClient) -> None:
    answers = [client.run("sandbox/image", **LATE) for _ in range(3)]
    tokens = [answer["socketaccesstoken"] for answer in answers]
    ends = []
    async with connect(client.sandbox) as socket:
        for token in [*tokens, *tokens]:
            await socket.send(json.dumps({"type": "task_info", "tasktoken": token}))
        while len(ends) < 3:
            frame = await read(socket)
            if frame["type"] == "task_postprocess_end":
                ends.append(frame["tasktoken"])
        with pytest.raises(TimeoutError):
            await asyncio.wait_for(socket.recv(), 0.1)
    assert sorted(ends) == sorted(tokens)


async def test_foreign_and_malformed_messages_are_ignored(client: SandboxClient) -> None:
    answer = client.run("sandbox/image", **LATE)
    async with connect(client.sandbox) as socket:
        messages: list[str | bytes] = [
            "no json",
            "[]",
            "5",
            "[" * 100_000,
            '{"type": "unknown"}',
            '{"type": "task_info"}',
            '{"type": "task_info", "tasktoken": 5}',
            '{"type": "task_info", "tasktoken": "unknown"}',
            b"\x00binary",
        ]
        for message in messages:
            await socket.send(message)
        await socket.send(json.dumps({"type": "task_info", "tasktoken": answer["socketaccesstoken"]}))
        frame = {"type": "connected"}
        while frame["type"] != "task_postprocess_end":
            frame = await read(socket)
            assert frame.get("tasktoken") in (None, answer["socketaccesstoken"])


async def test_token_may_be_registered_before_anything_happens_and_nothing_is_replayed(client: SandboxClient) -> None:
    answer = client.run("sandbox/image", prompt="a", seconds=0)
    client.wait(answer["taskid"])
    async with connect(client.sandbox) as socket:
        await read(socket)
        await socket.send(json.dumps({"type": "task_info", "tasktoken": answer["socketaccesstoken"]}))
        with pytest.raises(TimeoutError):
            await asyncio.wait_for(socket.recv(), 0.2)


@pytest.mark.parametrize(("model", "path"), [("queued", "Cancel"), ("image", "Kill")])
async def test_stopped_task_says_goodbye(client: SandboxClient, model: str, path: str) -> None:
    answer = client.run(f"sandbox/{model}", prompt="a", seconds=3600)
    async with connect(client.sandbox) as socket:
        await socket.send(json.dumps({"type": "task_info", "tasktoken": answer["socketaccesstoken"]}))
        expected = "task_queue" if model == "queued" else "task_start"
        await asyncio.to_thread(
            wait_until, lambda: expected in client.sandbox.books.submission(answer["taskid"]).frames
        )
        await asyncio.to_thread(client.post, f"/Task/{path}", {"taskid": answer["taskid"]})
        frame = await read(socket)
        while frame["type"] != "task_cancel":
            frame = await read(socket)
        assert (frame["tasktoken"], frame["message"]) == (answer["socketaccesstoken"], None)


async def test_language_frames_are_cumulative(client: SandboxClient) -> None:
    answer = client.run("sandbox/language", prompt="why?", seconds=20)
    frames = await client.frames([answer["socketaccesstoken"]])
    outputs = [frame["message"] for frame in frames if frame["type"] == "task_output"]
    lengths = [len(message["raw"]) for message in outputs]
    assert lengths == sorted(lengths)
    (full,) = [frame["message"] for frame in frames if frame["type"] == "task_output_full"]
    (output,) = frames[-1]["message"]
    assert output["contenttype"] == "raw"
    assert (full["raw"], full["answer"]) == (output["content"]["raw"], output["content"]["answer"])


async def test_newer_dialect_on_the_wire() -> None:
    with Sandbox(time_scale=50, dialect="newer") as sandbox:
        client = SandboxClient(sandbox)
        answer = client.run("sandbox/language", prompt="why?", seconds=20)
        frames = await client.frames([answer["socketaccesstoken"]])
        assert not any("tasktoken" in frame for frame in frames)
        assert (frames[-1]["success"], frames[-1]["terminal"], frames[-1]["exitCode"]) == (True, True, 0)
        assert "segments" in client.detail(answer["taskid"])["outputs"][0]["content"]
        assert sandbox.books.violations == []


async def test_sockets_are_counted(client: SandboxClient) -> None:
    books = client.sandbox.books
    async with connect(client.sandbox) as first, connect(client.sandbox) as second:
        await read(first)
        await read(second)
        assert (books.sockets_open, books.sockets_opened) == (2, 2)
    await asyncio.to_thread(wait_until, lambda: books.sockets_open == 0)
    assert books.sockets_opened == 2
    assert books.frames_sent == 2


async def test_tokens_are_forgotten_with_their_last_listener(client: SandboxClient) -> None:
    hub = client.sandbox._world.sockets
    async with connect(client.sandbox) as first:
        for token in ("one", "two"):
            await first.send(json.dumps({"type": "task_info", "tasktoken": token}))
        async with connect(client.sandbox) as second:
            await second.send(json.dumps({"type": "task_info", "tasktoken": "two"}))
            await asyncio.to_thread(wait_until, lambda: len(hub._by_token.get("two", ())) == 2)
        await asyncio.to_thread(wait_until, lambda: len(hub._by_token["two"]) == 1)
        assert set(hub._by_token) == {"one", "two"}
    await asyncio.to_thread(wait_until, lambda: hub._by_token == {})


async def test_client_that_does_not_read_is_cut_off(client: SandboxClient, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("wiro.sandbox.sockets._MAX_WAITING_BYTES", 1_000)
    answer = client.run("sandbox/language", prompt="word " * 50_000, seconds=50)
    async with connect(client.sandbox, max_queue=1) as socket:
        await socket.send(json.dumps({"type": "task_info", "tasktoken": answer["socketaccesstoken"]}))
        await asyncio.to_thread(wait_until, lambda: client.sandbox.books.sockets_opened == 1)
        await asyncio.to_thread(wait_until, lambda: client.sandbox.books.sockets_open == 0)
