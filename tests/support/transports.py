"""Both transports behind one face, so that every test of their behaviour runs on both."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, Any, Self

from wiro.transport import AsyncTransport, SyncTransport

if TYPE_CHECKING:
    from wiro.config import Config
    from wiro_client.calls import Call, RequestOptions


class SyncFace:
    def __init__(self, config: Config) -> None:
        self.transport = SyncTransport(config)

    def send(self, call: Call[Any], options: RequestOptions | None = None) -> Any:
        return self.transport.send(call, options)

    def fetch(self, url: str, **options: Any) -> tuple[bytes, Any]:
        with self.transport.download(url, **options) as download:
            return b"".join(download), download

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.transport.close()


class AsyncFace:
    def __init__(self, config: Config) -> None:
        self.transport = AsyncTransport(config)
        self.runner = asyncio.Runner()

    def send(self, call: Call[Any], options: RequestOptions | None = None) -> Any:
        return self.runner.run(self.transport.send(call, options))

    def fetch(self, url: str, **options: Any) -> tuple[bytes, Any]:
        async def fetch() -> tuple[bytes, Any]:
            async with self.transport.download(url, **options) as download:
                return b"".join([chunk async for chunk in download]), download

        return self.runner.run(fetch())

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.runner.run(self.transport.aclose())
        self.runner.close()


FACES = {"sync": SyncFace, "async": AsyncFace}
Face = SyncFace | AsyncFace
