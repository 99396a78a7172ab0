"""A real HTTP server that misbehaves on request: it counts what reached it and can drop a connection at any moment."""

from __future__ import annotations

import json
import socket
import socketserver
import struct
import threading
import time
from collections import deque
from typing import TYPE_CHECKING, Any, Literal, Self

from attrs import field, frozen

if TYPE_CHECKING:
    from collections.abc import Callable


@frozen
class Seen:
    """A request that arrived completely."""

    method: str
    path: str
    headers: dict[str, str]
    body: bytes

    def json(self) -> Any:
        return json.loads(self.body)


@frozen
class Reply:
    """Answer with this. `pause` seconds pass before it; with `drip`, so many seconds before each byte of the body."""

    status: int = 200
    body: bytes | dict[str, Any] = field(factory=lambda: {"result": True, "errors": []})
    headers: dict[str, str] = field(factory=dict)
    pause: float = 0.0
    drip: float = 0.0
    send_only: int | None = None  # cut the connection after so many bytes of the body

    def content(self) -> bytes:
        return self.body if isinstance(self.body, bytes) else json.dumps(self.body).encode()


@frozen
class Drop:
    """Reset the connection: before reading anything, in the middle of the body, or after reading all of it."""

    when: Literal["before_request", "during_body", "after_body"]


Behaviour = Reply | Drop


class _Handler(socketserver.StreamRequestHandler):
    server: _Server
    rbufsize = 0  # what was not asked for stays in the kernel, so a reset happens where the test says

    def handle(self) -> None:
        self.server.owner.connections += 1
        while not self.server.owner.stopping.is_set():
            if not self._one_request():
                return

    def _one_request(self) -> bool:
        owner = self.server.owner
        if (first := owner.peek()) and isinstance(first, Drop) and first.when == "before_request":
            self.request.recv(1, socket.MSG_PEEK)
            owner.next_behaviour()
            return self._reset()
        head = b""
        while not head.endswith(b"\r\n\r\n"):
            byte = self.request.recv(1)
            if not byte:
                return False
            head += byte
        behaviour = owner.next_behaviour()
        line, *fields = head.decode("latin-1").split("\r\n")
        method, path, _ = line.split(" ", 2)
        headers = {name.lower(): value.strip() for name, _, value in (row.partition(":") for row in fields if row)}
        if isinstance(behaviour, Drop) and behaviour.when == "during_body":
            self.request.recv(1)
            return self._reset()
        body = self._body(headers)
        if body is None:
            return False
        seen = Seen(method, path, headers, body)
        owner.requests.append(seen)
        if isinstance(behaviour, Drop):
            return self._reset()
        return self._answer(behaviour(seen) if callable(behaviour) else behaviour)

    def _body(self, headers: dict[str, str]) -> bytes | None:
        if headers.get("transfer-encoding") == "chunked":
            body = b""
            while size := int(self.rfile.readline() or b"0", 16):
                body += self._exactly(size) or b""
                self.rfile.readline()
            self.rfile.readline()
            return body
        return self._exactly(int(headers.get("content-length", "0")))

    def _exactly(self, size: int) -> bytes | None:
        body = b""
        while len(body) < size:
            chunk = self.request.recv(min(65536, size - len(body)))
            if not chunk:
                return None
            body += chunk
        return body

    def _answer(self, reply: Reply) -> bool:
        if self.server.owner.stopping.wait(reply.pause):
            return False
        content = reply.content()
        headers = {"Content-Type": "application/json", "Content-Length": str(len(content)), **reply.headers}
        lines = [f"HTTP/1.1 {reply.status} Whatever", *(f"{name}: {value}" for name, value in headers.items())]
        head = "\r\n".join([*lines, "", ""]).encode("latin-1")
        sent = content if reply.send_only is None else content[: reply.send_only]
        if not reply.drip:
            self.request.sendall(head + sent)
        else:
            self.request.sendall(head)
            for index in range(len(sent)):
                if self.server.owner.stopping.wait(reply.drip):
                    return False
                self.request.sendall(sent[index : index + 1])
        return reply.send_only is None or self._reset()

    def _reset(self) -> bool:
        # Linger 0 turns close() into a TCP reset: no goodbye, as when a machine or a proxy dies.
        self.request.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        self.request.close()
        return False


class _Server(socketserver.ThreadingTCPServer):
    daemon_threads = True
    block_on_close = False
    allow_reuse_address = True
    request_queue_size = 128
    owner: FaultyServer

    def handle_error(self, request: Any, client_address: Any) -> None:
        """Clients of these tests leave early; that is no error of the server."""


class FaultyServer:
    """Serves on a free loopback port until its `with` block ends.

    Each request takes the next behaviour of the script; when the script is empty, `default` answers.
    """

    def __init__(self, default: Behaviour | Callable[[Seen], Reply] | None = None) -> None:
        self.default = default or Reply()
        self.requests: list[Seen] = []
        self.connections = 0
        self.stopping = threading.Event()
        self._script: deque[Any] = deque()
        self._server = _Server(("127.0.0.1", 0), _Handler)
        self._server.owner = self
        self._thread = threading.Thread(target=self._server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self._server.server_address[1]}/v1"

    def script(self, *behaviours: Behaviour | Callable[[Seen], Reply]) -> None:
        self._script.extend(behaviours)

    def peek(self) -> Any:
        return self._script[0] if self._script else self.default

    def next_behaviour(self) -> Any:
        return self._script.popleft() if self._script else self.default

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self.stopping.set()
        self._server.shutdown()
        self._server.server_close()
        self._thread.join(5)


def refused_url() -> str:
    """Return the address of a port on which nobody listens."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return f"http://127.0.0.1:{free.getsockname()[1]}/v1"


def wait_for(condition: Callable[[], Any], seconds: float = 5.0) -> None:
    """Wait until something that another thread does has happened."""
    deadline = time.monotonic() + seconds
    while not condition():
        if time.monotonic() > deadline:
            raise AssertionError("it did not happen in time")
        time.sleep(0.005)
