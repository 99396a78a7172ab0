"""Runs against the small Wiro of `tests.support.socket_server`, without HTTP."""

from __future__ import annotations

import json
from contextlib import asynccontextmanager
from typing import TYPE_CHECKING, Any

from tests.support.downloads import Body
from wiro.config import WaitSettings, resolve_config
from wiro.errors import api_error
from wiro.runs import AsyncRun
from wiro_client.api import AsyncApi
from wiro_client.exchange import decode

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from tests.support.socket_server import SocketServer
    from wiro_client.calls import Call, RequestOptions

__all__ = ["FakeTransport", "make_run"]

SETTINGS = WaitSettings(
    socket_down_poll_seconds=(2.0,),
    reconnect_initial_seconds=0.02,
    reconnect_max_seconds=0.05,
    idle_close_seconds=0.05,
    not_found_recheck_seconds=0.05,
)


class FakeTransport:
    """Answers the calls of `wiro_client.api` from the rows of a `SocketServer`, and downloads from `files`."""

    def __init__(self, server: SocketServer) -> None:
        self.server = server
        self.calls: list[tuple[str, dict[str, Any]]] = []
        self.files: dict[str, list[bytes] | Exception] = {}
        self.refuse: dict[str, list[str]] = {}
        self.on_call: dict[str, Any] = {}

    async def send(self, call: Call[Any], options: RequestOptions | None = None) -> Any:
        operation = call.operation.id
        body: dict[str, Any] = dict(call.json)
        self.calls.append((operation, body))
        if operation in self.on_call:
            self.on_call[operation]()
        if self.refuse.get(operation):
            return self._decoded(call, _refusal(1, self.refuse[operation].pop(0)))
        row = next((row for row in self.server.rows.values() if set(body.values()) & set(map(str, row.values()))), None)
        if row is None:
            return self._decoded(call, _refusal(1, "There is no task yet."))
        if operation == "tasks_detail":
            row = await self.server.detail(row["socketaccesstoken"])()
        else:
            row["status"] = "task_cancel"
        return self._decoded(call, {"result": True, "errors": [], "total": "1", "tasklist": [row]})

    @asynccontextmanager
    async def download(self, url: str, **_: Any) -> AsyncIterator[Body]:
        chunks = self.files[url]
        if isinstance(chunks, Exception):
            raise chunks
        yield Body(chunks)

    def made(self, operation: str) -> list[dict[str, Any]]:
        return [body for name, body in self.calls if name == operation]

    def _decoded(self, call: Call[Any], document: dict[str, Any]) -> Any:
        return decode(call, 200, {}, json.dumps(document).encode(), error_factory=api_error)


def make_run(
    server: SocketServer, *, settings: WaitSettings = SETTINGS, **known: Any
) -> tuple[AsyncRun, FakeTransport]:
    """Return a run of a task of the server, known by what is given, and its transport."""
    transport = FakeTransport(server)
    config = resolve_config("key", base_url="http://127.0.0.1:1/v1", socket_url=server.url, wait_settings=settings)
    run = AsyncRun(AsyncApi(transport), transport, config, **known)  # type: ignore[arg-type]
    return run, transport


def _refusal(code: int, message: str) -> dict[str, Any]:
    return {"result": False, "errors": [{"code": code, "message": message}]}
