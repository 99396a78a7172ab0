import json
from collections.abc import Iterator
from typing import Any

import pytest

from tests.support.sandbox_agents import AgentClient
from tests.support.sandbox_client import SandboxClient, connect
from wiro.sandbox import Sandbox


@pytest.fixture
def newer() -> Iterator[AgentClient]:
    with Sandbox(time_scale=50, dialect="newer") as sandbox:
        client = SandboxClient(sandbox)
        yield AgentClient(client)
        client.http.close()
        assert sandbox.books.violations == []


async def test_newer_frames_have_no_thoughts_and_newer_snapshots_name_the_message(newer: AgentClient) -> None:
    guid = newer.running()
    newer.client.control("POST", "/clock", {"time_scale": 2})
    sent = newer.send(guid, "/wait 1 hello")
    frames: list[dict[str, Any]] = []
    async with connect(newer.client.sandbox) as socket:
        await socket.send(json.dumps({"type": "agent_info", "agenttoken": sent["agenttoken"]}))
        while not frames or frames[-1]["type"] != "agent_end":
            frames.append(json.loads(await socket.recv()))
    assert (frames[1]["messageguid"], frames[1]["timeline"]) == (sent["messageguid"], [])
    told = [frame["message"] for frame in frames if frame["type"] in ("agent_output", "agent_end")]
    assert len(told) > 2
    assert not any({"thinking", "isThinking"} & set(report) for report in told)
    assert not any("<think>" in report["raw"] for report in told)
    row = newer.message(sent["messageguid"])
    assert row["metadata"] == told[-1]
    assert all(isinstance(row[name], int) for name in ("createdat", "startedat", "endedat"))
    assert row["timeline"] == []
