import asyncio
import logging
import socket
import threading
import time

import httpx
import pytest

from tests.support.sandbox_client import SandboxClient, connect
from wiro.sandbox import Sandbox


def test_addresses_are_known_before_the_start_and_loopback_only() -> None:
    sandbox = Sandbox(validate=False)
    host, port = sandbox.base_url.removeprefix("http://").removesuffix("/v1").split(":")
    assert host == "127.0.0.1"
    assert int(port) > 0
    assert sandbox.socket_url == f"ws://{host}:{port}/v1"
    sandbox.stop()


def test_starts_and_stops_in_less_than_a_second_and_frees_its_port() -> None:
    started = time.monotonic()
    with Sandbox(validate=False) as sandbox:
        assert SandboxClient(sandbox).run("sandbox/queued")["result"] is True
        up = time.monotonic()
    stopped = time.monotonic()
    assert up - started < 1
    assert stopped - up < 1
    port = int(sandbox.base_url.removesuffix("/v1").rpartition(":")[2])
    with Sandbox(port=port, validate=False):
        pass


def test_kept_connection_does_not_wait_for_acknowledgements() -> None:
    with Sandbox(validate=False) as sandbox:
        client = SandboxClient(sandbox)
        task_id = client.run("sandbox/queued")["taskid"]
        times = []
        for _ in range(10):
            started = time.monotonic()
            client.detail(task_id)
            times.append(time.monotonic() - started)
        assert sorted(times)[5] < 0.03


def test_port_that_is_taken_is_an_error() -> None:
    with Sandbox(validate=False) as sandbox, pytest.raises(OSError, match="in use"):
        Sandbox(port=int(sandbox.base_url.removesuffix("/v1").rpartition(":")[2]))


@pytest.mark.parametrize("settings", [{"port": -1}, {"time_scale": 0}, {"dialect": "older"}, {"surprise": 1}])
def test_wrong_settings(settings: dict[str, object]) -> None:
    with pytest.raises((ValueError, TypeError)):
        Sandbox(**settings)


async def test_stops_at_once_whatever_is_going_on() -> None:
    sandbox = Sandbox(validate=False).start()
    client = SandboxClient(sandbox)
    client.run("sandbox/image", prompt="a", seconds=3600)
    sandbox.faults.add(kind="delay", operation="tasks_list", seconds=60)
    ended = threading.Event()

    def held_up() -> None:
        with pytest.raises(httpx.TransportError):
            client.http.post("/Task/List", json={})
        ended.set()

    threading.Thread(target=held_up, daemon=True).start()
    async with connect(sandbox) as listener:
        await listener.recv()
        started = time.monotonic()
        await asyncio.to_thread(sandbox.stop)
        assert time.monotonic() - started < 1
        await listener.wait_closed()
    assert await asyncio.to_thread(ended.wait, 5)
    sandbox.stop()


def test_stop_that_comes_before_the_start_is_not_lost() -> None:
    sandbox = Sandbox(validate=False)
    sandbox.request_stop()
    started = time.monotonic()
    sandbox.run()
    assert time.monotonic() - started < 1


def test_reset_and_cut_work_before_and_after_serving() -> None:
    sandbox = Sandbox(validate=False)
    sandbox.reset()
    with sandbox:
        assert sandbox.cut_sockets() == 0
    sandbox.reset()


def test_process_keeps_its_logging() -> None:
    before = [logging.getLogger(name).handlers[:] for name in ("", "uvicorn", "uvicorn.access")]
    with Sandbox(validate=False):
        pass
    assert [logging.getLogger(name).handlers[:] for name in ("", "uvicorn", "uvicorn.access")] == before


def test_clock_can_be_set_while_serving() -> None:
    with Sandbox(validate=False) as sandbox:
        sandbox.clock.scale = 1_000
        client = SandboxClient(sandbox)
        started = time.monotonic()
        client.wait(client.run("sandbox/image", prompt="a", seconds=600)["taskid"])
        assert time.monotonic() - started < 5


def test_two_sandboxes_share_nothing() -> None:
    with Sandbox(validate=False) as first, Sandbox(validate=False, api_key="other") as second:
        SandboxClient(first).run("sandbox/queued")
        assert (len(first.books.submissions), second.books.submissions) == (1, [])
        assert SandboxClient(second).run("sandbox/queued")["result"] is True


def test_slow_and_idle_connections_do_not_hold_others_up() -> None:
    with Sandbox(validate=False) as sandbox:
        address = ("127.0.0.1", int(sandbox.base_url.removesuffix("/v1").rpartition(":")[2]))
        peers = [socket.create_connection(address) for _ in range(300)]
        for peer in peers[::2]:
            peer.sendall(b"POST /v1/Task/List HTTP/1.1\r\nHost: x\r\nContent-Length: 10\r\n")
        client = SandboxClient(sandbox)
        started = time.monotonic()
        client.run("sandbox/queued")
        assert time.monotonic() - started < 2
        for peer in peers:
            peer.close()
