from __future__ import annotations

import logging
from typing import TYPE_CHECKING, Any

import pytest

from tests.support.calls import config_for
from tests.support.http_server import Drop, FaultyServer, Reply, refused_url
from tests.support.transports import FACES, Face
from wiro._attempts import Answer
from wiro._fetching import DownloadMeter, OpenedFile, download_steps
from wiro.auth import KeyAuth
from wiro.errors import DownloadError
from wiro.retry import RetryPolicy

if TYPE_CHECKING:
    from collections.abc import Iterator

CONTENT = bytes(range(256)) * 500


@pytest.fixture(autouse=True)
def quick_retries(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(RetryPolicy, "delay", lambda self, index, jitter=1.0: 0.01)


@pytest.fixture
def api() -> Iterator[FaultyServer]:
    with FaultyServer(Reply(body=CONTENT, headers={"Content-Type": "image/png"})) as running:
        yield running


@pytest.fixture
def storage() -> Iterator[FaultyServer]:
    with FaultyServer(Reply(body=CONTENT, headers={"Content-Type": "image/png"})) as running:
        yield running


@pytest.fixture(params=FACES)
def face(request: pytest.FixtureRequest, api: FaultyServer) -> Iterator[Face]:
    with FACES[request.param](config_for(api.url, api_secret="secret")) as opened:
        yield opened


CREDENTIALS = {"x-api-key", "x-nonce", "x-signature", "authorization"}


def test_credentials_go_to_the_api_only(face: Face, api: FaultyServer, storage: FaultyServer) -> None:
    assert face.fetch(storage.url + "/0.png")[0] == CONTENT
    assert not CREDENTIALS & set(storage.requests[0].headers)
    assert face.fetch(api.url + "/files/0.png")[0] == CONTENT
    assert {"x-api-key", "x-nonce", "x-signature"} <= set(api.requests[0].headers)


def test_files_are_asked_for_as_they_are(face: Face, storage: FaultyServer) -> None:
    """Compressed on the way, their size could not be checked."""
    face.fetch(storage.url + "/0.png")
    assert storage.requests[0].headers["accept-encoding"] == "identity"


@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
def test_redirects_are_followed_and_lose_the_credentials(
    face: Face, api: FaultyServer, storage: FaultyServer, status: int
) -> None:
    api.default = Reply(status, headers={"Location": storage.url + "/moved.png"})
    content, download = face.fetch(api.url + "/files/0.png")
    assert (content, download.url) == (CONTENT, storage.url + "/moved.png")
    assert "x-api-key" in api.requests[0].headers
    assert not CREDENTIALS & set(storage.requests[0].headers)


def test_relative_redirects(face: Face, storage: FaultyServer) -> None:
    storage.script(Reply(302, headers={"Location": "../other.png"}))
    assert face.fetch(storage.url + "/a/0.png")[1].url == storage.url + "/other.png"


def test_redirects_end(face: Face, storage: FaultyServer) -> None:
    storage.default = Reply(302, headers={"Location": "/v1/again"})
    with pytest.raises(DownloadError, match="more than 5 times"):
        face.fetch(storage.url + "/0.png")
    assert len(storage.requests) == 6


def test_passing_faults_are_survived(face: Face, storage: FaultyServer) -> None:
    storage.script(Reply(503), Drop("before_request"))
    assert face.fetch(storage.url + "/0.png")[0] == CONTENT


@pytest.mark.parametrize(
    ("status", "retryable", "requests"), [(404, False, 1), (403, False, 1), (410, False, 1), (500, True, 3)]
)
def test_refusals(face: Face, storage: FaultyServer, status: int, retryable: bool, requests: int) -> None:
    storage.default = Reply(status)
    with pytest.raises(DownloadError, match=f"HTTP {status}") as caught:
        face.fetch(storage.url + "/0.png?signature=canary")
    assert (caught.value.status_code, caught.value.retryable) == (status, retryable)
    assert len(storage.requests) == requests
    assert "canary" not in str(caught.value)


@pytest.mark.parametrize("name", ["signature", "X-Amz-Signature", "sig", "token"])
def test_signatures_of_addresses_are_not_logged(
    face: Face, storage: FaultyServer, caplog: pytest.LogCaptureFixture, name: str
) -> None:
    caplog.set_level(logging.DEBUG)
    # Airflow, which other tests load into this process, silences it.
    caplog.set_level(logging.DEBUG, logger="httpx")
    face.fetch(f"{storage.url}/0.png?{name}=canary&width=3")
    assert "/0.png" in caplog.text
    assert "canary" not in caplog.text


def test_nobody_there(face: Face) -> None:
    with pytest.raises(DownloadError, match="could not be reached") as caught:
        face.fetch(refused_url() + "/0.png")
    assert caught.value.retryable
    assert caught.value.__cause__ is not None


def test_a_file_that_breaks_off(face: Face, storage: FaultyServer) -> None:
    storage.default = Reply(body=CONTENT, send_only=1000)
    with pytest.raises(DownloadError) as caught:
        face.fetch(storage.url + "/0.png")
    assert caught.value.retryable


def test_size_limit(face: Face, storage: FaultyServer) -> None:
    with pytest.raises(DownloadError, match="larger than the 1000 bytes allowed"):
        face.fetch(storage.url + "/0.png", max_bytes=1000)
    assert face.fetch(storage.url + "/0.png", max_bytes=len(CONTENT))[0] == CONTENT


@pytest.mark.parametrize(
    "url", ["file:///etc/passwd", "ftp://host/x", "//host/x", "relative.png", "", "http://", "http://[::1"]
)
def test_addresses_that_are_none(face: Face, url: str) -> None:
    with pytest.raises(DownloadError, match="no address of a file"):
        face.fetch(url)


def test_addresses_with_a_password(face: Face) -> None:
    with pytest.raises(DownloadError, match="password") as caught:
        face.fetch("https://user:canary@host/x")
    assert "canary" not in str(caught.value)


def test_no_redirect_from_https_to_http() -> None:
    steps = download_steps("https://files.example/a", config_for("https://api.example/v1"), KeyAuth("k"))
    next(steps)
    with pytest.raises(DownloadError, match="from https to http"):
        steps.send(Answer(status_code=302, headers={"location": "http://files.example/a"}))


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("https://api.example/v1", "https://api.example:443/files/a", True),
        ("https://api.example/v1", "https://API.example/files/a", True),
        ("https://api.example/v1", "https://api.example.evil/files/a", False),
        ("https://api.example/v1", "https://api.example:444/files/a", False),
        ("http://api.example/v1", "https://api.example/files/a", False),
    ],
)
def test_origins(one: str, other: str, same: bool) -> None:
    step: Any = next(download_steps(other, config_for(one), KeyAuth("k")))
    assert ("x-api-key" in step.request.headers) is same


def test_meter_counts() -> None:
    meter = DownloadMeter(opened_file(size=10), None)
    meter.add(4)
    with pytest.raises(DownloadError, match="ended after 4 of 10 bytes"):
        meter.finish()
    meter.add(6)
    meter.finish()
    rest = DownloadMeter(opened_file(size=10, start=7), 10)
    rest.add(3)
    rest.finish()
    with pytest.raises(DownloadError, match="larger"):
        DownloadMeter(opened_file(size=10, start=7), 9)
    with pytest.raises(DownloadError, match="larger"):
        DownloadMeter(opened_file(size=None), 5).add(6)


def opened_file(size: int | None, start: int = 0) -> OpenedFile:
    return OpenedFile("https://x/y", None, size, start, None, True)


def opened(answer: Answer, start: int = 0, validator: str | None = None) -> OpenedFile:
    steps = download_steps(
        "https://files.example/a", config_for("https://api.example/v1"), KeyAuth("k"), start, validator
    )
    next(steps)
    try:
        steps.send(answer)
    except StopIteration as finished:
        return finished.value
    raise AssertionError("another request")


@pytest.mark.parametrize("headers", [{}, {"content-length": "x"}, {"content-length": "10", "content-encoding": "gzip"}])
def test_sizes_that_are_not_told(headers: dict[str, str]) -> None:
    file = opened(Answer(status_code=200, headers=headers))
    assert file.size is None
    assert file.resumable is ("content-encoding" not in headers)


@pytest.mark.parametrize(
    ("headers", "validator"),
    [
        ({"etag": '"v1"', "last-modified": "Thu, 01 Jan 2026 00:00:00 GMT"}, '"v1"'),
        ({"etag": 'W/"v1"', "last-modified": "Thu, 01 Jan 2026 00:00:00 GMT"}, "Thu, 01 Jan 2026 00:00:00 GMT"),
        ({"etag": 'W/"v1"'}, None),
        ({}, None),
    ],
)
def test_validators(headers: dict[str, str], validator: str | None) -> None:
    assert opened(Answer(status_code=200, headers=headers)).validator == validator


def test_servers_that_send_no_parts() -> None:
    assert not opened(Answer(status_code=200, headers={"accept-ranges": "none"})).resumable


@pytest.mark.parametrize(
    "headers",
    [
        {},
        {"content-range": "bytes 3-9/10"},
        {"content-range": "items 4-9/10"},
        {"content-range": "bytes 4-9/10", "content-encoding": "gzip"},
    ],
)
def test_parts_that_nobody_asked_for(headers: dict[str, str]) -> None:
    with pytest.raises(DownloadError, match="another part") as caught:
        opened(Answer(status_code=206, headers=headers), start=4)
    assert caught.value.status_code == 206


def test_a_part_without_asking() -> None:
    with pytest.raises(DownloadError, match="HTTP 206"):
        opened(Answer(status_code=206, headers={"content-range": "bytes 0-9/10"}))


def test_a_part_of_unknown_whole() -> None:
    file = opened(Answer(status_code=206, headers={"content-range": "bytes 4-9/*", "content-length": "6"}), start=4)
    assert (file.start, file.size) == (4, None)


def test_the_rest_is_fetched(face: Face, storage: FaultyServer) -> None:
    headers = {"Content-Range": f"bytes 1000-{len(CONTENT) - 1}/{len(CONTENT)}", "ETag": '"v1"'}
    storage.default = Reply(206, body=CONTENT[1000:], headers=headers)
    content, download = face.fetch(storage.url + "/0.png", start=1000, validator='"v1"')
    assert content == CONTENT[1000:]
    assert (download.start, download.size, download.validator) == (1000, len(CONTENT), '"v1"')
    assert storage.requests[0].headers["range"] == "bytes=1000-"
    assert storage.requests[0].headers["if-range"] == '"v1"'


def test_redirects_keep_the_range(face: Face, api: FaultyServer, storage: FaultyServer) -> None:
    api.default = Reply(302, headers={"Location": storage.url + "/moved.png"})
    face.fetch(api.url + "/files/0.png", start=5)
    assert storage.requests[0].headers["range"] == "bytes=5-"
    assert "if-range" not in storage.requests[0].headers
