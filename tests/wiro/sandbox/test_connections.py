import asyncio
import json
import logging
import socket
from typing import Any

import pytest

from tests.support.sandbox_client import SandboxClient, connect
from wiro.sandbox import Sandbox
from wiro.sandbox.connections import abort


class Closed:
    """A transport that has lost its socket already."""

    aborted = False

    def get_extra_info(self, _name: str) -> Any:
        peer = socket.socket()
        peer.close()
        return peer

    def abort(self) -> None:
        self.aborted = True


def test_connection_that_is_gone_already_is_aborted_without_a_fuss() -> None:
    transport = Closed()
    abort({"state": {"transport": transport}})
    assert transport.aborted


def test_request_is_cut_off_without_a_single_byte(client: SandboxClient) -> None:
    client.sandbox.faults.add(kind="drop_before_accept")
    host, port = client.sandbox.base_url.removeprefix("http://").removesuffix("/v1").split(":")
    with socket.create_connection((host, int(port)), timeout=5) as peer:
        peer.sendall(b"POST /v1/Task/List HTTP/1.1\r\nHost: x\r\nContent-Length: 2\r\n\r\n{}")
        try:
            received = peer.recv(1000)
        except ConnectionResetError:
            received = b""
    assert received == b""


async def test_connection_is_still_known_after_it_became_a_websocket(client: SandboxClient) -> None:
    async with connect(client.sandbox) as opened:
        await opened.recv()
        assert await asyncio.to_thread(client.sandbox.cut_sockets) == 1
        await asyncio.wait_for(opened.wait_closed(), 5)
    assert opened.close_code == 1006


@pytest.mark.parametrize("times", [1, 3])
def test_other_requests_of_the_client_go_on(client: SandboxClient, times: int) -> None:
    client.sandbox.faults.add(kind="drop_after_accept", operation="runs_create", times=times)
    for _ in range(times):
        with pytest.raises(Exception, match=r"(?i)disconnect|reset|closed"):
            client.http.post("/Run/sandbox/queued", json={})
    assert client.post("/Task/List")["total"] == str(times)


def test_frames_stay_out_of_the_servers_log(caplog: pytest.LogCaptureFixture) -> None:
    async def listen(sandbox: Sandbox, token: str) -> None:
        async with connect(sandbox) as socket:
            await socket.send(json.dumps({"type": "task_info", "tasktoken": token}))
            while json.loads(await socket.recv()).get("type") != "task_postprocess_end":
                pass

    # Of the server alone: the client of this test writes its frames into a log of its own.
    caplog.set_level(logging.INFO, "websockets")
    for name in ("uvicorn", "uvicorn.error", "uvicorn.access", "asyncio", "wiro"):
        caplog.set_level(logging.DEBUG, name)
    with Sandbox(time_scale=50, validate=False) as sandbox:
        token = SandboxClient(sandbox).run("sandbox/image", prompt="x", seconds=20)["socketaccesstoken"]
        asyncio.run(listen(sandbox, token))
    assert "connection open" in caplog.text
    assert token not in caplog.text
