"""The socket: any number of task and agent tokens over one connection, no unsubscribe, no replay.

Registering the token of a task answers nothing, that of an agent's message answers how far it is. From then on the
connection gets the frames of that token, whether it exists yet or not; frames that went out before are not repeated.
Malformed and unknown client frames are ignored.
"""

import asyncio
import contextlib
import json
from collections import deque
from collections.abc import Callable, Mapping
from typing import Any

from attrs import define, field
from starlette.websockets import WebSocket, WebSocketDisconnect

from wiro.sandbox.books import Books
from wiro.sandbox.connections import abort
from wiro.sandbox.frames import AGENT_TOKEN_REQUIRED, WELCOME
from wiro.sandbox.observation import Observation
from wiro.sandbox.realtime import RealtimeSession
from wiro.sandbox.validation import Validation

__all__ = ["SocketHub"]

# A client that does not read must not fill the sandbox's memory.
_MAX_WAITING_BYTES = 32 * 1024 * 1024


@define(eq=False)
class _Connection:
    websocket: WebSocket
    waiting: deque[str | bytes] = field(factory=deque)
    waiting_bytes: int = 0
    tokens: set[str] = field(factory=set)
    wake: asyncio.Event = field(factory=asyncio.Event)


@define(eq=False)
class SocketHub:
    """All open connections, by the tokens that they registered."""

    books: Books
    validation: Validation
    observation: Observation = field(factory=Observation)
    #: Tells how far the message of an agent token is; that is the first thing which a subscriber gets.
    agent_snapshot: Callable[[str], Mapping[str, Any]] | None = field(default=None, init=False)
    _connections: set[_Connection] = field(factory=set, init=False)
    _by_token: dict[str, set[_Connection]] = field(factory=dict, init=False)
    _sessions: dict[str, RealtimeSession] = field(factory=dict, init=False)

    async def serve(self, websocket: WebSocket) -> None:
        """Speak with one client until it leaves."""
        await websocket.accept()
        connection = _Connection(websocket)
        self._connections.add(connection)
        self.books.sockets_opened += 1
        self.books.sockets_open += 1
        writer = asyncio.create_task(self._write(connection))
        try:
            self._send(connection, self._encode(WELCOME))
            while True:
                message = await websocket.receive()
                if message["type"] == "websocket.disconnect":
                    break
                if message.get("bytes") is not None:
                    self._hear(connection, message["bytes"])
                else:
                    self._take(connection, message.get("text"))
        finally:
            writer.cancel()
            self.books.sockets_open -= 1
            self._connections.discard(connection)
            for token in connection.tokens:
                listeners = self._by_token[token]
                listeners.discard(connection)
                if not listeners:
                    del self._by_token[token]
                    # A session whose client just left would run, and cost, for ever.
                    self._call_session(token, RealtimeSession.end)

    def publish(self, token: str, frame: Mapping[str, Any]) -> None:
        """Send a frame to everybody who registered its token; without listeners it is still validated.

        Raises:
            BundleViolationError: If the frame is not what the bundle documents.
        """
        text = self._encode(frame)
        listeners = self._by_token.get(token, ())
        self.observation.see_frame(frame, text, len(listeners))
        for connection in listeners:
            self._send(connection, text)

    def publish_text(self, token: str, text: str) -> None:
        """Send any text to everybody who registered a token, documented or not."""
        listeners = self._by_token.get(token, ())
        self.observation.see_text(text, len(listeners))
        for connection in listeners:
            self._send(connection, text)

    def publish_audio(self, token: str, pcm: bytes) -> None:
        """Send sound to everybody who registered a token."""
        listeners = self._by_token.get(token, ())
        self.observation.see_text(f"{len(pcm)} bytes of sound", len(listeners))
        for connection in listeners:
            self._send(connection, token.encode() + b"|" + pcm)

    def open_session(self, token: str, session: RealtimeSession) -> None:
        """Connect a live session with the clients of its task."""
        self._sessions[token] = session
        if token in self._by_token:
            session.join()

    def close_session(self, token: str) -> None:
        """Disconnect a live session."""
        self._sessions.pop(token, None)

    def cut(self, token: str | None = None) -> int:
        """Reset connections without a closing handshake: those that registered a token, or all.

        Returns:
            How many there were.
        """
        connections = self._connections if token is None else self._by_token.get(token, set())
        for connection in connections:
            abort(connection.websocket.scope)
        return len(connections)

    def _encode(self, frame: Mapping[str, Any]) -> str:
        self.validation.check_frame(frame)
        return json.dumps(frame, ensure_ascii=False, separators=(",", ":"))

    def _take(self, connection: _Connection, text: str | None) -> None:
        if text is not None:
            self.observation.hear_frame(text)
        try:
            message = json.loads(text or "")
        except (ValueError, RecursionError):
            return
        if isinstance(message, dict) and message.get("type") == "agent_info":
            self._take_agent(connection, message.get("agenttoken"))
            return
        token = message.get("tasktoken") if isinstance(message, dict) else None
        if not isinstance(token, str) or not token:
            return
        match message.get("type"):
            case "task_info":
                connection.tokens.add(token)
                self._by_token.setdefault(token, set()).add(connection)
                self._call_session(token, RealtimeSession.join)
            case "task_session_end" if token in connection.tokens:
                self._call_session(token, RealtimeSession.end)
            case "task_session_interrupt" if token in connection.tokens:
                self._call_session(token, RealtimeSession.interrupt)

    def _take_agent(self, connection: _Connection, token: Any) -> None:
        """Register the token of an agent's message; the same one again changes nothing."""
        if not isinstance(token, str) or not token:
            self._send(connection, self._encode(AGENT_TOKEN_REQUIRED))
        elif token not in connection.tokens:
            if self.agent_snapshot is not None:
                snapshot = self._encode(self.agent_snapshot(token))
                self.observation.see_text(snapshot, 1)
                self._send(connection, snapshot)
            connection.tokens.add(token)
            self._by_token.setdefault(token, set()).add(connection)

    def _hear(self, connection: _Connection, content: bytes) -> None:
        """Take sound: a token, a bar and PCM, or just PCM, which may hold bars, for the connection's only token."""
        self.observation.hear_frame(f"{len(content)} bytes of sound")
        head, _, pcm = content.partition(b"|")
        token = head.decode("ascii", "replace")
        if token not in connection.tokens:
            if len(connection.tokens) != 1:
                return
            (token,), pcm = connection.tokens, content
        self._call_session(token, lambda session: session.hear(pcm))

    def _call_session(self, token: str, action: Callable[[RealtimeSession], None]) -> None:
        session = self._sessions.get(token)
        if session is not None:
            action(session)

    def _send(self, connection: _Connection, content: str | bytes) -> None:
        connection.waiting.append(content)
        connection.waiting_bytes += len(content)
        connection.wake.set()
        if connection.waiting_bytes > _MAX_WAITING_BYTES:
            connection.waiting.clear()
            connection.waiting_bytes = 0
            abort(connection.websocket.scope)

    async def _write(self, connection: _Connection) -> None:
        with contextlib.suppress(WebSocketDisconnect, OSError, RuntimeError):
            while True:
                await connection.wake.wait()
                connection.wake.clear()
                while connection.waiting:
                    content = connection.waiting.popleft()
                    connection.waiting_bytes -= len(content)
                    if isinstance(content, str):
                        await connection.websocket.send_text(content)
                    else:
                        await connection.websocket.send_bytes(content)
                    self.books.frames_sent += 1
