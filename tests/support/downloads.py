"""Files to download without a network: what `AsyncTransport.download` would give."""

from __future__ import annotations

from contextlib import asynccontextmanager
from typing import TYPE_CHECKING, Any

from wiro.errors import DownloadError

if TYPE_CHECKING:
    from collections.abc import AsyncIterator


class Body:
    """An opened file; an exception among its chunks breaks the connection there."""

    def __init__(self, chunks: list[Any], web: Web | None = None) -> None:
        self.start = 0
        self.size: int | None = None
        self.validator: str | None = None
        self.resumable = web is not None and web.resumable
        self._web = web
        self._chunks = chunks

    async def __aiter__(self) -> AsyncIterator[bytes]:
        for chunk in self._chunks:
            if isinstance(chunk, Exception):
                raise chunk
            if self._web is not None and self._web.before_body is not None:
                await self._web.before_body()
            yield chunk


class Web:
    """Serves files by URL. A value in `files` is its chunks; an exception among them breaks the connection there.

    A list of such lists is one for each time that it is opened. If `ranges` is set, what is already there is left out.
    """

    def __init__(self) -> None:
        self.files: dict[str, list[Any]] = {}
        self.opened: list[str] = []
        self.asked: list[tuple[int, str | None]] = []
        self.before_body: Any = None
        self.ranges = True
        self.resumable = True
        self.sizes: list[int | None] = []
        self.validators: list[str | None] = []

    @asynccontextmanager
    async def open(self, url: str, *, start: int = 0, validator: str | None = None) -> AsyncIterator[Body]:
        self.opened.append(url)
        self.asked.append((start, validator))
        chunks = self.files[url].pop(0) if isinstance(self.files[url][0], list) else self.files[url]
        if isinstance(chunks[0], DownloadError) and chunks[0].status_code:
            raise chunks[0]
        body = Body(chunks, self)
        body.start = start if self.ranges else 0
        body.size = self.sizes.pop(0) if self.sizes else None
        body.validator = self.validators.pop(0) if self.validators else None
        yield body
