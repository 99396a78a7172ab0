import asyncio
import json
from typing import Any

import pytest

from tests.support.sandbox_client import SandboxClient, connect, wait_until

SECONDS = 10


async def read(socket: Any) -> dict[str, Any]:
    return dict(json.loads(await asyncio.wait_for(socket.recv(), 5)))


async def types_until(client: SandboxClient, last: str) -> list[str]:
    """Run a picture and return the types of its frames from the last progress up to one."""
    answer = client.run("sandbox/image", prompt="a", seconds=SECONDS)
    frames = await client.frames([answer["socketaccesstoken"]], until=last)
    types = [frame["type"] for frame in frames]
    return types[len(types) - types[::-1].index("task_output") :]


async def test_lost_terminal_frame_is_only_lost_on_the_wire(client: SandboxClient) -> None:
    client.sandbox.faults.add(kind="lose_frame")
    answer = client.run("sandbox/image", prompt="a", seconds=5)
    async with connect(client.sandbox) as socket:
        await socket.send(json.dumps({"type": "task_info", "tasktoken": answer["socketaccesstoken"]}))
        await asyncio.to_thread(client.wait, answer["taskid"])
        frame = await read(socket)
        while frame["type"] != "task_postprocess_start":
            frame = await read(socket)
        with pytest.raises(TimeoutError):
            await asyncio.wait_for(socket.recv(), 0.2)
    assert client.sandbox.books.frames_lost == 1


async def test_duplicated_and_delayed_frames(client: SandboxClient) -> None:
    client.sandbox.faults.add(kind="duplicate_frame", frame="task_end")
    client.sandbox.faults.add(kind="delay_frame", frame="task_output_full", seconds=0.3)
    answer = client.run("sandbox/image", prompt="a", seconds=10)
    frames = await client.frames([answer["socketaccesstoken"]], until="task_output_full")
    types = [frame["type"] for frame in frames]
    assert types.count("task_end") == 2
    assert types[-2] == "task_postprocess_end"


async def test_reordered_frame_comes_after_its_successor(client: SandboxClient) -> None:
    client.sandbox.faults.add(kind="reorder_frame", frame="task_end", seconds=5)
    types = await types_until(client, "task_postprocess_end")
    assert types == ["task_output_full", "task_postprocess_start", "task_end", "task_postprocess_end"]


async def test_reordered_last_frame_comes_after_a_while(client: SandboxClient) -> None:
    client.sandbox.faults.add(kind="reorder_frame", seconds=0.1)
    assert (await types_until(client, "task_postprocess_end"))[-1] == "task_postprocess_end"


async def test_unknown_frame_is_one_of_the_task(client: SandboxClient) -> None:
    client.sandbox.faults.add(kind="unknown_frame", frame="task_end")
    types = await types_until(client, "task_postprocess_end")
    assert types[:3] == ["task_output_full", "task_surprise", "task_end"]


@pytest.mark.parametrize(("kind", "length"), [("malformed_frame", 18), ("oversized_frame", 100_000)])
async def test_strange_text_comes_before_the_frame(client: SandboxClient, kind: str, length: int) -> None:
    client.sandbox.faults.add(kind=kind, frame="task_end", size=100_000)
    answer = client.run("sandbox/image", prompt="a", seconds=SECONDS)
    async with connect(client.sandbox) as socket:
        await socket.send(json.dumps({"type": "task_info", "tasktoken": answer["socketaccesstoken"]}))
        texts = [""]
        while '"type":"task_end"' not in texts[-1]:
            texts.append(await asyncio.wait_for(socket.recv(), 5))
    assert length <= len(texts[-2]) < length + 200


async def test_cut_socket_resets_only_those_who_listen_to_the_task(client: SandboxClient) -> None:
    client.sandbox.faults.add(kind="cut_socket", frame="task_end")
    answer = client.run("sandbox/image", prompt="a", seconds=SECONDS)
    async with connect(client.sandbox) as listener, connect(client.sandbox) as other:
        await listener.send(json.dumps({"type": "task_info", "tasktoken": answer["socketaccesstoken"]}))
        await asyncio.wait_for(listener.wait_closed(), 5)
        assert listener.close_code == 1006
        await read(other)
        await other.ping()
        await asyncio.to_thread(wait_until, lambda: client.sandbox.books.sockets_open == 1)
    assert client.sandbox.books.faults == {"cut_socket": 1}
