"""What people may watch: the latest requests and frames, in rings that forget the oldest.

Nobody who watches can slow the sandbox down: it writes into the rings and never waits, and a reader that falls behind
finds out how many entries it has lost.
"""

import re
import time
from collections import OrderedDict, deque
from collections.abc import Mapping
from typing import Any, Generic, Literal, Protocol, TypeVar

from attrs import define, field, frozen
from starlette.types import ASGIApp, Message, Receive, Scope, Send

__all__ = ["Observation", "Observed", "Ring", "SeenFrame", "SeenRequest"]

_MAX_REQUESTS = 500
_MAX_FRAMES = 1_000
_MAX_PROGRESS = 1_000
_EXCERPT_BYTES = 4_096
_EXCERPT_CHARACTERS = 2_048

# Written over in excerpts: whoever looks over a person's shoulder shall not learn what they sent to an agent.
_SECRET = re.compile(
    r'("[^"]*(?:secret|password|token|apikey|api_key|authcode|privatekey|private_key)[^"]*"\s*:\s*")'
    r'(?:[^"\\]|\\.)*("|$)',
    re.IGNORECASE,
)


class _Row(Protocol):
    def to_dict(self) -> dict[str, Any]: ...


_Entry = TypeVar("_Entry", bound=_Row)


@define(eq=False)
class Ring(Generic[_Entry]):
    """The latest entries, numbered from 0 in the order in which they came.

    Args:
        size: How many entries are kept.
    """

    size: int
    _entries: deque[_Entry] = field(init=False)
    _added: int = field(default=0, init=False)

    def __attrs_post_init__(self) -> None:
        self._entries = deque(maxlen=self.size)

    @property
    def end(self) -> int:
        """The number that the next entry will have."""
        return self._added

    def add(self, entry: _Entry) -> None:
        """Add an entry; the oldest one goes if there is no room."""
        self._entries.append(entry)
        self._added += 1

    def since(self, position: int, limit: int) -> tuple[list[dict[str, Any]], int]:
        """Return the newest entries from a position on, and how many older ones the reader has lost.

        Args:
            position: Number of the first entry that the reader has not seen.
            limit: How many entries to return at most.
        """
        waiting = self._added - position
        count = min(waiting, limit, len(self._entries))
        first = self._added - count
        newest = list(self._entries)[len(self._entries) - count :]
        rows = [{"number": first + index, **entry.to_dict()} for index, entry in enumerate(newest)]
        return rows, waiting - count

    def clear(self) -> None:
        """Forget the entries; numbers go on counting."""
        self._entries.clear()


@frozen(kw_only=True, eq=False)
class SeenRequest:
    """One request as it came over the wire.

    Args:
        at: When it arrived, in seconds since the epoch.
        seconds: How long the answer took.
        method: HTTP method.
        path: Path of the address.
        status: HTTP status, None if the connection was cut before there was one.
        content_type: Media type of the request's body.
        size: Bytes of the request's body.
        question: Beginning of the request's body.
        answer: Beginning of the answer's body.
    """

    at: float
    seconds: float
    method: str
    path: str
    status: int | None
    content_type: str
    size: int
    question: bytes = field(repr=False)
    answer: bytes = field(repr=False)

    def to_dict(self) -> dict[str, Any]:
        """Return the request as JSON, with what looks like a secret written over."""
        is_json = "json" in self.content_type or self.question[:1] == b"{"
        return {
            "at": self.at,
            "seconds": self.seconds,
            "method": self.method,
            "path": self.path,
            "status": self.status,
            "result": False if b'"result":false' in self.answer[:64] else None,
            "request": _excerpt(self.question) if is_json else f"{self.content_type} ({self.size} bytes)".strip(),
            "response": _excerpt(self.answer),
        }


@frozen(kw_only=True, eq=False)
class SeenFrame:
    """One frame of the socket.

    Args:
        at: When, in seconds since the epoch.
        direction: `sent` by the sandbox, or `received` from a client.
        text: The frame.
        listeners: How many connections a frame was sent to; it may be none.
    """

    at: float
    direction: Literal["sent", "received"]
    text: str = field(repr=False)
    listeners: int = 1

    def to_dict(self) -> dict[str, Any]:
        """Return the frame as JSON, with its tokens written over."""
        kind = re.search(r'"type"\s*:\s*"([^"]{1,80})"', self.text)
        number = re.search(r'"id"\s*:\s*"?([^",}]{1,40})', self.text)
        return {
            "at": self.at,
            "direction": self.direction,
            "type": kind[1] if kind else "",
            "id": number[1] if number else "",
            "listeners": self.listeners,
            "text": _SECRET.sub(r"\1•••\2", self.text),
        }


@define(eq=False)
class Observation:
    """Everything that goes by, for those who watch; `resets` tells how often it was forgotten."""

    requests: Ring[SeenRequest] = field(factory=lambda: Ring(_MAX_REQUESTS), init=False)
    frames: Ring[SeenFrame] = field(factory=lambda: Ring(_MAX_FRAMES), init=False)
    resets: int = field(default=0, init=False)
    _progress: OrderedDict[str, Mapping[str, Any]] = field(factory=OrderedDict, init=False)

    def see_frame(self, frame: Mapping[str, Any], text: str, listeners: int) -> None:
        """Note a frame that the sandbox sends."""
        self.see_text(text, listeners)
        message = frame.get("message")
        if frame.get("type") == "task_output" and isinstance(message, Mapping):
            task_id = str(frame.get("id", ""))
            self._progress[task_id] = message
            self._progress.move_to_end(task_id)
            if len(self._progress) > _MAX_PROGRESS:
                self._progress.popitem(last=False)

    def see_text(self, text: str, listeners: int) -> None:
        """Note anything else that the sandbox sends, or a description of it if it is not text."""
        excerpt = text[:_EXCERPT_CHARACTERS]
        self.frames.add(SeenFrame(at=time.time(), direction="sent", text=excerpt, listeners=listeners))

    def hear_frame(self, text: str) -> None:
        """Note a frame that a client sent, or a description of it if it is not text."""
        self.frames.add(SeenFrame(at=time.time(), direction="received", text=text[:_EXCERPT_CHARACTERS]))

    def progress(self, task_id: str) -> Mapping[str, Any]:
        """Return the last progress object of a task, an empty one if it has none."""
        return self._progress.get(task_id, {})

    def clear(self) -> None:
        """Forget everything that was seen."""
        self.requests.clear()
        self.frames.clear()
        self._progress.clear()
        self.resets += 1


@frozen(eq=False)
class Observed:
    """An ASGI application whose requests are noted.

    Args:
        app: Any ASGI application.
        observation: Where its requests are noted.
    """

    app: ASGIApp
    observation: Observation

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Let the application answer, and look on."""
        arrived, started = time.time(), time.perf_counter()
        question, answer = bytearray(), bytearray()
        size, status = 0, None

        async def hear() -> Message:
            nonlocal size
            message = await receive()
            body = message.get("body", b"")
            size += len(body)
            if len(question) < _EXCERPT_BYTES:
                question.extend(body[: _EXCERPT_BYTES - len(question)])
            return message

        async def say(message: Message) -> None:
            nonlocal status
            if message["type"] == "http.response.start":
                status = message["status"]
            elif len(answer) < _EXCERPT_BYTES:
                answer.extend(message.get("body", b"")[: _EXCERPT_BYTES - len(answer)])
            await send(message)

        try:
            await self.app(scope, hear, say)
        finally:
            self.observation.requests.add(
                SeenRequest(
                    at=arrived,
                    seconds=time.perf_counter() - started,
                    method=scope["method"],
                    path=scope["path"],
                    status=status,
                    content_type=_content_type(scope),
                    size=size,
                    question=bytes(question),
                    answer=bytes(answer),
                )
            )


def _content_type(scope: Scope) -> str:
    for name, value in scope["headers"]:
        if name == b"content-type":
            return str(value.decode("latin-1")).partition(";")[0]
    return ""


def _excerpt(content: bytes) -> str:
    text = content[:_EXCERPT_BYTES].decode("utf-8", "replace")
    # A picture is nothing to read.
    if "\x00" in text or text.startswith("\ufffd"):
        return f"{len(content)} bytes or more"
    return _SECRET.sub(r"\1•••\2", text)
