"""Stand-alone senders on httpx: enough to call the API, nothing more.

The ``wiro`` package has better ones, with signatures, retries that never pay twice, and waiting for tasks. This is
the only module of the package that imports httpx.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import TracebackType
from typing import Any, TypeVar

import httpx

from .calls import Call, RequestOptions
from .errors import ConnectionFailedError, InvalidResponseError
from .exchange import MultipartBody, decode, encode_json, encode_multipart
from .types import Unset

__all__ = ["AsyncClient", "Client"]

Result = TypeVar("Result")

_DEFAULT_BASE_URL = "https://api.wiro.ai/v1"
_DEFAULT_TIMEOUT_SECONDS = 60.0


class _Settings:
    """What both clients share: everything but the request itself."""

    def __init__(self, base_url: str, headers: Mapping[str, str] | None, timeout: float | None) -> None:
        self.base_url = base_url.rstrip("/")
        self.timeout = timeout
        self._urls: dict[str, httpx.URL] = {}
        self._arguments: dict[str, Any] = {
            "headers": dict(headers or {}),
            "timeout": timeout,
            # A redirected request may be sent twice, and some requests cost money.
            "follow_redirects": False,
        }

    def __repr__(self) -> str:
        return f"{type(self).__name__}(base_url={self.base_url!r}, timeout={self.timeout!r}, headers=<hidden>)"

    def _url(self, call: Call[Any]) -> httpx.URL:
        """Return the address of a call. Parsing one takes longer than the rest of a request, so fixed ones are kept."""
        url = self._urls.get(call.path)
        if url is None:
            url = httpx.URL(self.base_url + call.path)
            if call.path == call.operation.path:
                self._urls[call.path] = url
        return url

    def _request(self, call: Call[Any], options: RequestOptions | None, *, asynchronous: bool) -> dict[str, Any]:
        """Return the keyword arguments of ``httpx.Client.request`` for a call."""
        headers = dict(call.headers)
        arguments: dict[str, Any] = {
            "method": call.operation.method,
            "url": self._url(call),
            "headers": headers,
        }
        if call.form is not None:
            headers["Content-Type"], body = encode_multipart(call.form)
            if isinstance(body, MultipartBody):
                if body.content_length is not None:
                    headers["Content-Length"] = str(body.content_length)
                arguments["content"] = body.stream() if asynchronous else body
            else:
                arguments["content"] = body
        elif not isinstance(call.json, Unset):
            headers["Content-Type"] = "application/json"
            arguments["content"] = encode_json(call.json)
        if options is not None:
            headers.update(options.get("headers", {}))
            if "timeout" in options:
                arguments["timeout"] = options["timeout"]
        return arguments


def _failure(call: Call[Any], error: httpx.HTTPError) -> ConnectionFailedError | InvalidResponseError:
    operation = call.operation.id
    if isinstance(error, httpx.DecodingError):
        return InvalidResponseError(f"{operation}: the compressed answer cannot be unpacked", operation=operation)
    return ConnectionFailedError(f"{operation}: {type(error).__name__}: {error}", operation=operation)


class Client(_Settings):
    """Sends calls and waits.

    Args:
        base_url: Where the API is, without a slash at the end.
        headers: Headers of every request, such as ``{"x-api-key": ...}``. They are never shown.
        timeout: Seconds without progress until a request fails; None waits for ever.
        http_client: An ``httpx.Client`` to use instead of an own one; the caller closes it. Its own headers, timeout
            and redirect settings hold.
    """

    def __init__(
        self,
        base_url: str = _DEFAULT_BASE_URL,
        *,
        headers: Mapping[str, str] | None = None,
        timeout: float | None = _DEFAULT_TIMEOUT_SECONDS,
        http_client: httpx.Client | None = None,
    ) -> None:
        super().__init__(base_url, headers, timeout)
        self._own = http_client is None
        self._http = httpx.Client(**self._arguments) if http_client is None else http_client

    def send(self, call: Call[Result], options: RequestOptions | None = None) -> Result:
        """Send one call, once, and return its parsed answer.

        Raises:
            ApiError: The service refused.
            InvalidResponseError: The answer is not a JSON object.
            ConnectionFailedError: No complete answer arrived.
        """
        try:
            response = self._http.request(**self._request(call, options, asynchronous=False))
        except httpx.HTTPError as error:
            raise _failure(call, error) from error
        return decode(call, response.status_code, response.headers, response.content)

    def close(self) -> None:
        """Close the connections of an own httpx client."""
        if self._own:
            self._http.close()

    def __enter__(self) -> Client:
        return self

    def __exit__(
        self,
        exception_type: type[BaseException] | None,
        exception: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self.close()


class AsyncClient(_Settings):
    """Sends calls from coroutines. Takes the same arguments as ``Client``, with an ``httpx.AsyncClient``."""

    def __init__(
        self,
        base_url: str = _DEFAULT_BASE_URL,
        *,
        headers: Mapping[str, str] | None = None,
        timeout: float | None = _DEFAULT_TIMEOUT_SECONDS,
        http_client: httpx.AsyncClient | None = None,
    ) -> None:
        super().__init__(base_url, headers, timeout)
        self._own = http_client is None
        self._http = httpx.AsyncClient(**self._arguments) if http_client is None else http_client

    async def send(self, call: Call[Result], options: RequestOptions | None = None) -> Result:
        """Send one call, once, and return its parsed answer; raises what ``Client.send`` raises."""
        try:
            response = await self._http.request(**self._request(call, options, asynchronous=True))
        except httpx.HTTPError as error:
            raise _failure(call, error) from error
        return decode(call, response.status_code, response.headers, response.content)

    async def aclose(self) -> None:
        """Close the connections of an own httpx client."""
        if self._own:
            await self._http.aclose()

    async def __aenter__(self) -> AsyncClient:
        return self

    async def __aexit__(
        self,
        exception_type: type[BaseException] | None,
        exception: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        await self.aclose()
