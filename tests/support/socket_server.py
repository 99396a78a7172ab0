"""A small Wiro for tests of the socket: a real WebSocket server, and Task/Detail as a coroutine that counts calls."""

from __future__ import annotations

import asyncio
import json
from collections import Counter
from typing import TYPE_CHECKING, Any

from websockets.asyncio.server import ServerConnection, serve

from wiro.errors import NotFoundError

if TYPE_CHECKING:
    from collections.abc import Callable

__all__ = ["SocketServer", "until"]


async def until(condition: Callable[[], bool], seconds: float = 10.0) -> None:
    """Wait until a condition holds, at most so long."""
    async with asyncio.timeout(seconds):
        while not condition():  # noqa: ASYNC110 - the conditions are about state that announces nothing
            await asyncio.sleep(0.002)


class SocketServer:
    """Serves on a free port of 127.0.0.1 inside `async with`. Tasks are rows as Task/Detail gives them."""

    def __init__(self) -> None:
        self.rows: dict[str, dict[str, Any]] = {}
        self.subscribed: dict[ServerConnection, list[str]] = {}
        self.frames_in: list[dict[str, Any]] = []
        self.detail_calls: Counter[str] = Counter()
        self.detail_times: list[float] = []
        self.detail_errors: list[Exception] = []
        self.opened = 0
        self.answers_detail = True
        self.answers_snapshot = True
        self._server: Any = None
        self._port = 0

    @property
    def url(self) -> str:
        return f"ws://127.0.0.1:{self._port}/v1"

    async def __aenter__(self) -> SocketServer:
        await self.listen()
        return self

    async def __aexit__(self, *_: object) -> None:
        await self.stop()

    async def listen(self) -> None:
        self._server = await serve(self._serve, "127.0.0.1", self._port, compression=None, close_timeout=0.5)
        self._port = self._server.sockets[0].getsockname()[1]

    async def stop(self) -> None:
        """End all connections and refuse new ones until `listen`."""
        self._server.close()
        await self._server.wait_closed()

    async def cut(self) -> None:
        """Drop all connections without a closing handshake."""
        for connection in list(self.subscribed):
            connection.transport.abort()
        await until(lambda: not self.subscribed)

    def add(self, token: str, **row: Any) -> dict[str, Any]:
        """Put a task up; ``id`` defaults to ``id-<token>``."""
        self.rows[token] = {"id": f"id-{token}", "socketaccesstoken": token, "status": "task_queue"} | row
        return self.rows[token]

    def add_message(self, token: str, **row: Any) -> dict[str, Any]:
        """Put a message to an agent up; ``guid`` defaults to ``guid-<token>``."""
        self.rows[token] = {"guid": f"guid-{token}", "agenttoken": token, "status": "agent_queue"} | row
        return self.rows[token]

    def detail(self, token: str) -> Any:
        """Return a Task/Detail call for the task, as `Hub.subscribe` wants it."""

        async def fetch() -> dict[str, Any]:
            self.detail_calls[token] += 1
            self.detail_times.append(asyncio.get_running_loop().time())
            if not self.answers_detail:
                await asyncio.Event().wait()
            await asyncio.sleep(0)
            if self.detail_errors:
                raise self.detail_errors.pop(0)
            if token not in self.rows:
                raise NotFoundError(operation="tasks_detail", status_code=200, code=1, message="task-not-exist")
            return dict(self.rows[token])

        return fetch

    async def until_subscribed(self, *tokens: str) -> None:
        """Wait until each of the tokens is subscribed on some connection."""
        await until(lambda: set(tokens) <= {token for known in self.subscribed.values() for token in known})

    async def until_detail(self, token: str, calls: int) -> None:
        """Wait until Task/Detail was called so often for the task."""
        await until(lambda: self.detail_calls[token] >= calls)

    async def say(self, message: str | bytes) -> None:
        """Send raw bytes or text to every connection."""
        for connection in list(self.subscribed):
            await connection.send(message)

    async def emit(self, token: str, kind: str, message: Any = None, **keys: Any) -> None:
        """Send a frame, in the documented shape, to the connections that subscribed to the task."""
        row = self.rows[token]
        who = {"agenttoken": token} if "guid" in row else {"id": row["id"], "tasktoken": token}
        frame = {"type": kind, **who, "message": message, "result": True} | keys
        text = json.dumps({name: value for name, value in frame.items() if value is not ...})
        for connection, tokens in list(self.subscribed.items()):
            if token in tokens:
                await connection.send(text)

    async def finish(self, token: str, pexit: str = "0", outputs: list[Any] | None = None, **row: Any) -> None:
        """End a task: first Task/Detail knows, then the last frame goes out."""
        self.rows[token] |= {"status": "task_postprocess_end", "pexit": pexit, "outputs": outputs or []} | row
        await self.emit(token, "task_postprocess_end", outputs or [])

    async def _serve(self, connection: ServerConnection) -> None:
        self.opened += 1
        self.subscribed[connection] = []
        try:
            await connection.send('{"type":"connected","version":"1.0"}')
            async for text in connection:
                frame = json.loads(text)
                self.frames_in.append(frame)
                if frame.get("type") == "task_info":
                    self.subscribed[connection].append(frame["tasktoken"])
                elif frame.get("type") == "agent_info":
                    await connection.send(json.dumps(self._snapshot(frame["agenttoken"])))
                    self.subscribed[connection].append(frame["agenttoken"])
        finally:
            del self.subscribed[connection]

    def _snapshot(self, token: str) -> dict[str, Any]:
        frame = {"type": "agent_subscribed", "agenttoken": token, "status": "unknown", "result": True}
        row = self.rows.get(token) if self.answers_snapshot else None
        if row is not None:
            frame |= {"status": row["status"], "debugoutput": row.get("debugoutput", "")}
        return frame
