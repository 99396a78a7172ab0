"""Fetching an output, without I/O: which request comes next, and whether an answer is the file.

Outputs live on other hosts than the API. What this module holds to: credentials go to the API's own origin only,
redirects are followed here and nowhere else, never from HTTPS to HTTP, a file that arrives short is an error, and bytes
are only appended to those of the same file.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final
from urllib.parse import urljoin, urlsplit

from attrs import frozen

from wiro._attempts import Answer, Failure, Pause, Reply, Request, Send, Step, merge_headers, policy_for, timeouts_for
from wiro.errors import DownloadError
from wiro.retry import Outcome, decide
from wiro_client.exchange import parse_retry_after

if TYPE_CHECKING:
    from collections.abc import Generator

    from wiro.auth import Authenticator
    from wiro.config import Config
    from wiro_client.calls import RequestOptions

__all__ = ["DownloadMeter", "OpenedFile", "download_steps"]

_REDIRECTS: Final = frozenset({301, 302, 303, 307, 308})
_MAX_REDIRECTS: Final = 5
_OK: Final = 200
_PARTIAL: Final = 206
_CONTENT_RANGE: Final = re.compile(r"bytes ([0-9]+)-[0-9]+/([0-9]+|\*)", re.ASCII)


@frozen(slots=True)
class OpenedFile:
    """What the headers of an answer say about the file whose body follows.

    Attributes:
        url: The address that answered, after redirects.
        content_type: Media type, or None.
        size: Size of the whole file in bytes, None if not told.
        start: Where in the file the body begins; 0 if the server began anew although it was asked for the rest.
        validator: What tells this file from others that were or will be at its address: a strong entity tag, or when it
            was last modified; None if the server says neither.
        resumable: Whether a part of the body can be continued: compressed on the way, positions mean other bytes.
    """

    url: str
    content_type: str | None
    size: int | None
    start: int
    validator: str | None
    resumable: bool


def download_steps(
    url: str,
    config: Config,
    authenticator: Authenticator,
    start: int = 0,
    validator: str | None = None,
    options: RequestOptions | None = None,
) -> Generator[Step, Reply, OpenedFile]:
    """Yield the steps that open a file for reading; the transport leaves the body of the last answer open.

    Args:
        url: Absolute address.
        config: What holds for all calls.
        authenticator: Asked only where the address is of the API's own origin.
        start: How many bytes are there already: the server is asked for the rest, and may send all of it.
        validator: Of the file that these bytes are of; if it is another one now, the server sends all of it.
        options: Timeout and retries where they differ from the configuration; headers of calls are not for files.

    Yields:
        What to do next.

    Returns:
        What the answer says about the file.

    Raises:
        DownloadError: There is no such file, or it could not be reached; with `status_code` 206 or 416 if it is there,
            but not from `start` on.
    """
    policy, timeouts = policy_for(config, options or {}), timeouts_for(config, options or {})
    attempt = redirects = 0
    _check_address(url, url)
    location = url
    while True:
        credentials = authenticator.headers() if _origin(location) == _origin(config.base_url) else {}
        # Compressed on the way, the size could not be checked against Content-Length.
        rest = {"Range": f"bytes={start}-"} if start else {}
        if start and validator:
            rest["If-Range"] = validator
        headers = merge_headers({"Accept": "*/*", "Accept-Encoding": "identity"}, rest, credentials)
        reply = yield Send(Request(method="GET", url=location, headers=headers), timeouts)
        if isinstance(reply, Answer):
            if reply.status_code == _OK or (reply.status_code == _PARTIAL and start):
                return _opened(location, reply, start)
            if reply.status_code in _REDIRECTS and (target := reply.headers.get("location")):
                redirects += 1
                if redirects > _MAX_REDIRECTS:
                    raise DownloadError(f"{_shown(url)} redirects more than {_MAX_REDIRECTS} times.", url=url)
                location = _check_address(urljoin(location, target), location)
                continue
            retry_after = parse_retry_after(reply.headers.get("retry-after"))
            outcome = Outcome(kind="answered", status_code=reply.status_code, retry_after=retry_after)
        else:
            outcome = Outcome(kind="lost")
        decision = decide("read", outcome, attempt, policy, jitter=policy.draw_jitter())
        if decision.action != "resend":
            raise _download_error(url, reply)
        yield Pause(decision.delay_seconds)
        attempt += 1


class DownloadMeter:
    """Counts the bytes of a download, and tells when they are too many or too few.

    Args:
        file: What is being fetched.
        max_bytes: Limit in bytes for the whole file; None = no limit.

    Attributes:
        received: Bytes of the file so far, those before this answer included.
    """

    def __init__(self, file: OpenedFile, max_bytes: int | None) -> None:
        self._url = file.url
        self._size = file.size
        self._max_bytes = max_bytes
        self.received = file.start
        self._check(file.size or 0)

    def add(self, count: int) -> None:
        """Count `count` more bytes.

        Raises:
            DownloadError: They are more than allowed.
        """
        self.received += count
        self._check(self.received)

    def finish(self) -> None:
        """Check that nothing is missing.

        Raises:
            DownloadError: The body ended early.
        """
        if self._size is not None and self.received != self._size:
            raise DownloadError(
                f"{_shown(self._url)} ended after {self.received} of {self._size} bytes.", url=self._url, retryable=True
            )

    def broken(self, cause: Exception) -> DownloadError:
        """Return the error for a connection that ended within the body."""
        reason = str(cause) or type(cause).__name__
        return DownloadError(
            f"{_shown(self._url)} broke off after {self.received} bytes: {reason}", url=self._url, retryable=True
        )

    def _check(self, count: int) -> None:
        if self._max_bytes is not None and count > self._max_bytes:
            raise DownloadError(
                f"{_shown(self._url)} is larger than the {self._max_bytes} bytes allowed.", url=self._url
            )


def _opened(url: str, answer: Answer, asked: int) -> OpenedFile:
    headers = answer.headers
    plain = headers.get("content-encoding", "identity") == "identity"
    length = headers.get("content-length", "")
    size = int(length) if plain and length.isascii() and length.isdigit() else None
    start = 0
    if answer.status_code == _PARTIAL:
        found = _CONTENT_RANGE.fullmatch(headers.get("content-range", ""))
        if found is None or int(found[1]) != asked or not plain:
            raise DownloadError(
                f"{_shown(url)} answered with another part than the one from byte {asked} on.",
                url=url,
                status_code=_PARTIAL,
            )
        start, size = asked, None if found[2] == "*" else int(found[2])
    tag = headers.get("etag", "")
    return OpenedFile(
        url=url,
        content_type=headers.get("content-type"),
        size=size,
        start=start,
        # A weak tag says that files are equivalent, not that their bytes are the same.
        validator=tag if tag.startswith('"') else headers.get("last-modified") or None,
        resumable=plain and headers.get("accept-ranges", "bytes") != "none",
    )


def _origin(url: str) -> tuple[str, str | None, int | None]:
    parts = urlsplit(url)
    return parts.scheme, parts.hostname, parts.port or {"http": 80, "https": 443}.get(parts.scheme)


def _shown(url: str) -> str:
    """Return an address without its query: signed addresses carry their secret there."""
    return urlsplit(url)._replace(query="", fragment="").geturl()


def _check_address(url: str, source: str) -> str:
    try:
        scheme, host, _ = _origin(url)
    except ValueError as error:
        raise DownloadError(f"{url!r} is no address of a file.", url=url) from error
    if scheme not in ("http", "https") or not host:
        raise DownloadError(
            f"{_shown(url)!r} is no address of a file; accepted: http:// or https:// with a host.", url=url
        )
    if urlsplit(url).username is not None:
        raise DownloadError(f"The address of a file at {host} carries a user name or password.", url=url)
    if scheme == "http" and urlsplit(source).scheme == "https":
        raise DownloadError(f"{_shown(source)} redirects from https to http.", url=source)
    return url


def _download_error(url: str, reply: Reply) -> DownloadError:
    if isinstance(reply, Answer):
        status = reply.status_code
        retryable = status in (408, 429) or status >= 500
        return DownloadError(f"{_shown(url)} answered HTTP {status}.", url=url, status_code=status, retryable=retryable)
    if isinstance(reply, Failure):
        reason = str(reply.cause) or type(reply.cause).__name__
        error = DownloadError(f"{_shown(url)} could not be reached: {reason}", url=url, retryable=True)
        error.__cause__ = reply.cause
        return error
    raise TypeError(f"A transport replied {reply!r} to a request.")
