"""A receiver on a real server, and a sandbox that posts to it."""

from __future__ import annotations

import json
import threading
import urllib.error
import urllib.request
from typing import TYPE_CHECKING, Any

import pytest
import uvicorn

from tests.support.http_server import wait_for
from tests.support.sandbox_agents import AgentClient
from tests.support.sandbox_client import SandboxClient
from wiro import AsyncWiro, Wiro
from wiro.webhooks import CallbackEvent, CallbackReceiver, signed_callback_url

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from wiro.sandbox.server import Sandbox

SECRET = "a secret that only this receiver knows"


def connection(sandbox: Sandbox) -> dict[str, Any]:
    return {"api_key": sandbox.api_key, "base_url": sandbox.base_url, "socket_url": sandbox.socket_url, "timeout": 10}


class Site:
    """A web site with a receiver, on a thread of its own."""

    def __init__(self, sandbox: Sandbox, folder: Path) -> None:
        self.events: list[CallbackEvent] = []
        self.saved: list[str] = []
        self.folder = folder
        self.receiver = CallbackReceiver(self.handle, client=AsyncWiro(**connection(sandbox)), secrets=SECRET)
        self.server = uvicorn.Server(uvicorn.Config(self.receiver, port=0, log_level="error", lifespan="on"))
        self.thread = threading.Thread(target=self.server.run, daemon=True)

    async def handle(self, event: CallbackEvent) -> None:
        if event.result is not None:
            self.saved += [file.name for file in await event.result.asave(self.folder)]
        self.events.append(event)

    @property
    def url(self) -> str:
        port = self.server.servers[0].sockets[0].getsockname()[1]
        return f"http://127.0.0.1:{port}/hooks/wiro"


@pytest.fixture
def site(wiro_sandbox: Sandbox, tmp_path: Path) -> Iterator[Site]:
    site = Site(wiro_sandbox, tmp_path)
    site.thread.start()
    wait_for(lambda: site.server.started)
    yield site
    site.server.should_exit = True
    site.thread.join(10)


def post(url: str, body: Any) -> int:
    request = urllib.request.Request(url, json.dumps(body).encode(), {"Content-Type": "application/json"})
    try:
        with urllib.request.urlopen(request, timeout=10) as response:
            return int(response.status)
    except urllib.error.HTTPError as error:
        return error.code


def test_a_message_to_an_agent(wiro_sandbox: Sandbox, site: Site) -> None:
    agents = AgentClient(SandboxClient(wiro_sandbox))
    sent = agents.send(agents.running(), "Tell me", callbackurl=signed_callback_url(site.url, SECRET))
    wait_for(lambda: site.events, 20)
    (event,) = site.events
    assert event.message is not None
    assert (event.message.guid, event.message.status) == (sent["messageguid"], "agent_end")
    assert event.message.response == event.callback.response  # type: ignore[union-attr]
    assert [attempt.status for attempt in wiro_sandbox.books.webhooks] == [200]


def test_a_callback_is_handled_once_and_only_if_it_is_true(wiro_sandbox: Sandbox, site: Site, tmp_path: Path) -> None:
    with Wiro(**connection(wiro_sandbox)) as wiro:
        address = signed_callback_url(site.url, SECRET, parameters={"order": "17"})
        run = wiro.run("sandbox/image", {"prompt": "a fox", "seconds": 1}, callback_url=address)
        wait_for(lambda: site.events, 20)
        running = wiro.run("sandbox/queued", {"prompt": "x"})
        # The same again, a forged one, and one at an address that is not signed.
        assert post(address, {"id": run.task_id}) == 200
        assert post(address, {"id": running.task_id, "status": "task_postprocess_end", "pexit": "0"}) == 200
        assert post(site.url, {"id": run.task_id}) == 403
        result = wiro.result(run.task_id)
        assert wiro.result(running.task_id) is None
        running.stop()
    (event,) = site.events
    assert event.signed is not None
    assert event.signed.parameters == {"order": "17"}
    assert event.result is not None
    assert result is not None
    assert (event.result.task_id, event.result.cost_usd) == (run.task_id, result.cost_usd)
    assert [(tmp_path / name).read_bytes()[:4] for name in site.saved] == [b"\x89PNG"]
    (attempt,) = wiro_sandbox.books.webhooks
    assert attempt.status == 200
