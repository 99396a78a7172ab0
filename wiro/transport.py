"""Sending calls over HTTP: the only module that names httpx.

Both transports carry out the steps of `wiro._attempts`; they decide nothing about retries or money themselves.
Redirects are never followed for calls: a redirected run would be submitted twice.
"""

from __future__ import annotations

import asyncio
import logging
import os
import threading
import time
from contextlib import asynccontextmanager, contextmanager
from functools import lru_cache
from typing import TYPE_CHECKING, Any, Final, Self, TypeVar

import httpx

from wiro._answer_body import AnswerBody, AnswerLimitError
from wiro._attempts import (
    Answer,
    Failure,
    Pause,
    Reply,
    Request,
    Send,
    Step,
    attempts,
    combined_options,
)
from wiro._fetching import DownloadMeter, OpenedFile, download_steps
from wiro._loop_shared import LoopShared
from wiro._transport_base import TransportBase
from wiro.redaction import RedactingFilter
from wiro_client.exchange import MultipartBody

if TYPE_CHECKING:
    import ssl
    from collections.abc import AsyncIterator, Generator, Iterator
    from types import TracebackType

    from wiro.auth import Authenticator
    from wiro.config import Config
    from wiro_client.calls import Call, RequestOptions

__all__ = ["AsyncDownload", "AsyncTransport", "Download", "SyncTransport"]

_T = TypeVar("_T")

# At level INFO httpx logs whole addresses, and those of files may carry a signature.
logging.getLogger("httpx").addFilter(RedactingFilter())

# Shorter than the five seconds after which common servers drop an idle connection: a request that meets the drop on its
# way ends without an answer, and for a run that means nobody knows whether it was accepted.
_LIMITS: Final = httpx.Limits(max_connections=100, max_keepalive_connections=20, keepalive_expiry=4.0)
# All of these end before the first byte of the request. A proxy error is a failed CONNECT or SOCKS handshake.
_NOT_SENT: Final = (
    httpx.ConnectError,
    httpx.ConnectTimeout,
    httpx.PoolTimeout,
    httpx.ProxyError,
    httpx.UnsupportedProtocol,
)

_ssl_context: ssl.SSLContext | None = None
_ssl_lock = threading.Lock()


def _forget_ssl_lock() -> None:
    global _ssl_lock
    _ssl_lock = threading.Lock()


if hasattr(os, "register_at_fork"):
    os.register_at_fork(after_in_child=_forget_ssl_lock)


def _shared_ssl_context() -> ssl.SSLContext:
    """Return the TLS settings of this process: building them reads every trusted certificate, some 20 ms each time."""
    global _ssl_context
    with _ssl_lock:
        if _ssl_context is None:
            _ssl_context = httpx.create_ssl_context()
        return _ssl_context


def _failure(error: Exception) -> Failure:
    kind: Any = "not_sent" if isinstance(error, _NOT_SENT) else "lost"
    return Failure(kind=kind, timed_out=isinstance(error, (httpx.TimeoutException, AnswerLimitError)), cause=error)


def _settings() -> dict[str, Any]:
    return {"verify": _shared_ssl_context(), "limits": _LIMITS, "follow_redirects": False, "headers": {}}


@lru_cache(maxsize=256)
def _parsed_address(url: str) -> httpx.URL:
    return httpx.URL(url)


def _request(step: Send, *, asynchronous: bool) -> httpx.Request:
    """Make httpx's request. Built here and not by a client, it carries our headers and nothing else."""
    timeouts = step.timeouts
    request: Request = step.request
    content: Any = request.content
    if isinstance(content, MultipartBody):
        content = content.stream() if asynchronous else iter(content)
    limits = {"connect": timeouts.connect, "read": timeouts.read, "write": timeouts.write, "pool": timeouts.pool}
    # A call's address repeats, and parsing takes a while; that of a file may be signed, and is not kept.
    url = _parsed_address(request.url) if request.method == "POST" else request.url
    return httpx.Request(request.method, url, headers=request.headers, content=content, extensions={"timeout": limits})


class _OpenFile:
    """What both kinds of downloads know before the first byte."""

    def __init__(self, response: httpx.Response, file: OpenedFile, max_bytes: int | None) -> None:
        self._response = response
        self._meter = DownloadMeter(file, max_bytes)
        self.url = file.url
        self.content_type = file.content_type
        self.size = file.size
        self.start = file.start
        self.validator = file.validator
        self.resumable = file.resumable


class Download(_OpenFile):
    """A file that is being fetched: iterate it for its bytes.

    Attributes:
        url: The address that answered, after redirects.
        content_type: As the server says, or None.
        size: Of the whole file in bytes, None if the server did not tell.
        start: Where in the file the bytes begin: where they were asked from, or 0 if the server sends all of it.
        validator: To be given when the rest is asked for; None if the server has none.
        resumable: Whether the rest can be asked for if the connection breaks.
    """

    def __iter__(self) -> Iterator[bytes]:
        """Yield the bytes in chunks, once.

        Raises:
            DownloadError: The file is longer than allowed, or did not arrive whole.
        """
        try:
            for chunk in self._response.iter_bytes():
                self._meter.add(len(chunk))
                yield chunk
        except httpx.HTTPError as error:
            raise self._meter.broken(error) from error
        self._meter.finish()


class AsyncDownload(_OpenFile):
    """A file that is being fetched: `Download`, iterated with `async for`."""

    async def __aiter__(self) -> AsyncIterator[bytes]:
        """Yield the bytes in chunks, once; raises like `Download`."""
        try:
            async for chunk in self._response.aiter_bytes():
                self._meter.add(len(chunk))
                yield chunk
        except httpx.HTTPError as error:
            raise self._meter.broken(error) from error
        self._meter.finish()


class SyncTransport(TransportBase):
    """Sends calls and waits for the answer. Threads may share it; a forked child gets connections of its own.

    Args:
        config: Whom to call, how, and for how long.
        authenticator: Instead of the one that the configuration asks for.
    """

    def __init__(self, config: Config, authenticator: Authenticator | None = None) -> None:
        super().__init__(config, authenticator)
        self._client: httpx.Client | None = None
        self._owner = os.getpid()
        self._lock = threading.Lock()

    def send(self, call: Call[_T], options: RequestOptions | None = None) -> _T:
        """Send one call and return its decoded answer; see `wiro._attempts.attempts` for what is raised."""
        self._http()  # A closed client says so before anything could look like a sent request.
        options = combined_options(self._options, options)
        return self._drive(attempts(call, options, self._config, self._authenticator), self._exchange)

    @contextmanager
    def download(
        self, url: str, *, start: int = 0, validator: str | None = None, max_bytes: int | None = None
    ) -> Iterator[Download]:
        """Open a file for reading.

        Args:
            url: Absolute address. Credentials go along only if it is of the API's own origin.
            start: Ask for the bytes from this one on; the server may send all of them, see `Download.start`.
            validator: `Download.validator` of the part before, so that the server sends all of a file that has changed.
            max_bytes: Refuse a file of more than this.

        Yields:
            The file; iterate it.

        Raises:
            DownloadError: It could not be fetched whole.
        """
        opened: list[httpx.Response] = []
        try:
            steps = download_steps(url, self._config, self._authenticator, start, validator, self._options)
            file = self._drive(steps, lambda step: self._open(step, opened))
            yield Download(opened[-1], file, max_bytes)
        finally:
            for response in opened:
                response.close()

    def close(self) -> None:
        """Close the connections. The transport cannot be used any more."""
        self._closed = True
        if self._client is not None and self._owner == os.getpid():
            self._client.close()
        self._client = None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        self.close()

    def _http(self) -> httpx.Client:
        if self._lender is not None:
            return self._lender._http()
        if self._owner != os.getpid():
            # The parent's connections: only let go of, since closing them properly would end them for the parent too.
            self._client, self._owner, self._lock = None, os.getpid(), threading.Lock()
        with self._lock:
            if self._closed:
                raise RuntimeError("This Wiro client is closed.")
            if self._client is None:
                self._client = httpx.Client(**_settings())
            return self._client

    def _drive(self, steps: Generator[Step, Reply, _T], carry_out: Any) -> _T:
        reply: Reply = None
        try:
            while True:
                step = steps.send(reply)
                if isinstance(step, Pause):
                    time.sleep(step.seconds)
                    reply = None
                    continue
                try:
                    reply = carry_out(step)
                except BaseException as interruption:
                    steps.throw(interruption)
                    raise
        except StopIteration as finished:
            result: _T = finished.value
            return result

    def _exchange(self, step: Send) -> Reply:
        try:
            response = self._http().send(_request(step, asynchronous=False), stream=True)
            try:
                body = AnswerBody(step.timeouts.read)
                for chunk in response.iter_bytes():
                    body.add(chunk)
            finally:
                response.close()
        except (httpx.HTTPError, AnswerLimitError) as error:
            return _failure(error)
        return Answer(status_code=response.status_code, headers=response.headers, content=body.content())

    def _open(self, step: Send, opened: list[httpx.Response]) -> Reply:
        while opened:
            opened.pop().close()
        try:
            opened.append(self._http().send(_request(step, asynchronous=False), stream=True))
        except httpx.HTTPError as error:
            return _failure(error)
        return Answer(status_code=opened[-1].status_code, headers=opened[-1].headers)


# A thousand triggers have a client each, and must not have a thousand connections. Credentials travel with requests,
# and cookies never do, so clients of different projects may share them too.
_connections: LoopShared[httpx.AsyncClient] = LoopShared(lambda: httpx.AsyncClient(**_settings()))


class AsyncTransport(TransportBase):
    """Sends calls from coroutines. It may be used from several event loops; all transports of a loop share connections.

    Args:
        config: Whom to call, how, and for how long.
        authenticator: Instead of the one that the configuration asks for.
    """

    async def send(self, call: Call[_T], options: RequestOptions | None = None) -> _T:
        """Send one call and return its decoded answer; see `wiro._attempts.attempts` for what is raised."""
        self._http()
        options = combined_options(self._options, options)
        return await self._drive(attempts(call, options, self._config, self._authenticator), self._exchange)

    @asynccontextmanager
    async def download(
        self, url: str, *, start: int = 0, validator: str | None = None, max_bytes: int | None = None
    ) -> AsyncIterator[AsyncDownload]:
        """Open a file for reading; like `SyncTransport.download`, iterated with `async for`."""
        opened: list[httpx.Response] = []

        async def carry_out(step: Send) -> Reply:
            return await self._open(step, opened)

        try:
            steps = download_steps(url, self._config, self._authenticator, start, validator, self._options)
            file = await self._drive(steps, carry_out)
            yield AsyncDownload(opened[-1], file, max_bytes)
        finally:
            for response in opened:
                await response.aclose()

    @property
    def connected(self) -> bool:
        """Whether any event loop of this process has connections to close."""
        return _connections.used_by(self)

    async def aclose(self) -> None:
        """Close the connections of the running event loop, if nobody else has them. The transport is used up."""
        self._closed = True
        client = _connections.leave(self)
        if client is not None:
            await client.aclose()

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        await self.aclose()

    def _http(self) -> httpx.AsyncClient:
        if self._lender is not None:
            return self._lender._http()
        if self._closed:
            raise RuntimeError("This Wiro client is closed.")
        return _connections.use(self)

    async def _drive(self, steps: Generator[Step, Reply, _T], carry_out: Any) -> _T:
        reply: Reply = None
        try:
            while True:
                step = steps.send(reply)
                if isinstance(step, Pause):
                    await asyncio.sleep(step.seconds)
                    reply = None
                    continue
                try:
                    reply = await carry_out(step)
                except BaseException as interruption:
                    steps.throw(interruption)
                    raise
        except StopIteration as finished:
            result: _T = finished.value
            return result

    async def _exchange(self, step: Send) -> Reply:
        try:
            response = await self._http().send(_request(step, asynchronous=True), stream=True)
            try:
                body = AnswerBody(step.timeouts.read)
                async for chunk in response.aiter_bytes():
                    body.add(chunk)
            finally:
                await response.aclose()
        except (httpx.HTTPError, AnswerLimitError) as error:
            return _failure(error)
        return Answer(status_code=response.status_code, headers=response.headers, content=body.content())

    async def _open(self, step: Send, opened: list[httpx.Response]) -> Reply:
        while opened:
            await opened.pop().aclose()
        try:
            opened.append(await self._http().send(_request(step, asynchronous=True), stream=True))
        except httpx.HTTPError as error:
            return _failure(error)
        return Answer(status_code=opened[-1].status_code, headers=opened[-1].headers)
