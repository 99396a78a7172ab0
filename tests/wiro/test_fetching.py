from __future__ import annotations

import logging
from typing import TYPE_CHECKING, Any

import pytest

from tests.support.calls import config_for
from tests.support.http_server import Drop, FaultyServer, Reply, refused_url
from tests.support.transports import FACES, Face
from wiro._fetching import DownloadMeter, download_steps
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
    from wiro._attempts import Answer

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
    meter = DownloadMeter("https://x/y", {"content-length": "10"}, None)
    meter.add(4)
    with pytest.raises(DownloadError, match="ended after 4 of 10 bytes"):
        meter.finish()
    meter.add(6)
    meter.finish()
    for headers in ({}, {"content-length": "x"}, {"content-length": "10", "content-encoding": "gzip"}):
        unknown = DownloadMeter("https://x/y", headers, 5)
        assert unknown.size is None
        with pytest.raises(DownloadError, match="larger"):
            unknown.add(6)
