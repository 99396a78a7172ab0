"""A plain client for tests of the sandbox: no code of the library that the sandbox is there to test."""

from __future__ import annotations

import json
import time
from typing import TYPE_CHECKING, Any

import httpx
import websockets

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from wiro.sandbox import Sandbox

_TERMINAL = ("task_postprocess_end", "task_cancel")
_PATIENCE_SECONDS = 10.0


class SandboxClient:
    """Speaks to one sandbox with its key."""

    def __init__(self, sandbox: Sandbox) -> None:
        self.sandbox = sandbox
        self.http = httpx.Client(
            base_url=sandbox.base_url,
            headers={"x-api-key": sandbox.api_key},
            trust_env=False,
            # No certificates to load: the sandbox speaks plain HTTP.
            verify=False,
            timeout=10,
        )

    @property
    def control_url(self) -> str:
        return self.sandbox.base_url.removesuffix("/v1") + "/_sandbox"

    def post(self, path: str, body: Any = None, **options: Any) -> dict[str, Any]:
        """Send JSON, require status 200 and return the envelope."""
        response = self.http.post(path, json={} if body is None else body, **options)
        assert response.status_code == 200, response.text
        envelope: dict[str, Any] = response.json()
        return envelope

    def error(self, path: str, body: Any = None, **options: Any) -> tuple[int, int, str]:
        """Send JSON that is refused and return HTTP status, code and message of the refusal."""
        response = self.http.post(path, json={} if body is None else body, **options)
        envelope = response.json()
        assert envelope["result"] is False
        (error,) = envelope["errors"]
        return response.status_code, error["code"], error["message"]

    def run(self, model: str, **parameters: Any) -> dict[str, Any]:
        """Submit a run that is accepted; return its `taskid` and `socketaccesstoken`."""
        answer = self.post(f"/Run/{model}", parameters)
        assert answer["result"] is True, answer
        return answer

    def detail(self, task_id: str) -> dict[str, Any]:
        """Return the row of a task."""
        (row,) = self.post("/Task/Detail", {"taskid": task_id})["tasklist"]
        return dict(row)

    def wait(self, task_id: str) -> dict[str, Any]:
        """Return the row of a task once it has ended."""
        wait_until(lambda: self.sandbox.books.submission(task_id).status in _TERMINAL)
        return self.detail(task_id)

    def control(self, method: str, path: str, body: Any = None) -> dict[str, Any]:
        """Use the control endpoint."""
        response = self.http.request(method, f"{self.control_url}{path}", json=body)
        assert response.status_code == 200, response.text
        answer: dict[str, Any] = response.json()
        return answer

    async def frames(self, tokens: Iterable[str], until: str = "task_postprocess_end") -> list[dict[str, Any]]:
        """Register tokens on one socket and return its frames up to one of a type."""
        received = []
        async with connect(self.sandbox) as socket:
            for token in tokens:
                await socket.send(json.dumps({"type": "task_info", "tasktoken": token}))
            while not received or received[-1]["type"] != until:
                received.append(json.loads(await socket.recv()))
        return received


def connect(sandbox: Sandbox, **options: Any) -> Any:
    """Open a socket to a sandbox, past any proxy of this machine."""
    return websockets.connect(sandbox.socket_url, proxy=None, **options)


def wait_until(condition: Callable[[], bool]) -> None:
    """Wait for something that a sandbox does on its own thread."""
    deadline = time.monotonic() + _PATIENCE_SECONDS
    while not condition():
        assert time.monotonic() < deadline, "It did not happen in time."
        time.sleep(0.01)
