from __future__ import annotations

from typing import TYPE_CHECKING

import httpx
import pytest

if TYPE_CHECKING:
    from tests.support.sandbox_client import SandboxClient

_PAGE = b"<script>alert(1)</script>"


def output_url(client: SandboxClient) -> str:
    row = client.wait(client.run("sandbox/image", prompt="a", seconds=0)["taskid"])
    return str(row["outputs"][0]["url"])


def test_clients_downloads_are_counted_and_may_fail(client: SandboxClient) -> None:
    url = output_url(client)
    assert client.http.get(url).content.startswith(b"\x89PNG")
    client.sandbox.faults.add(kind="status", operation="files_download", status=503)
    assert client.http.get(url).status_code == 503
    assert client.sandbox.books.counts["files_download"] == 2


def test_the_page_looks_at_files_without_a_trace(client: SandboxClient) -> None:
    url = output_url(client)
    client.sandbox.faults.add(kind="status", operation="files_download", status=503)
    preview = url.replace("/files/", "/_sandbox/files/")
    assert client.http.get(preview).content == client.sandbox._world.files.find_url(url).content  # type: ignore[union-attr]
    assert client.sandbox.books.counts["files_download"] == 0
    assert client.sandbox.faults.rules[0].used == 0


def test_what_somebody_uploaded_is_never_a_page_of_this_address(client: SandboxClient) -> None:
    files = client.sandbox._world.files
    url = files.url(files.add("page.html", "text/html", _PAGE))
    for address in (url, url.replace("/files/", "/_sandbox/files/")):
        response = client.http.get(address)
        assert response.content == _PAGE
        assert response.headers["content-security-policy"] == "sandbox"
        assert response.headers["x-content-type-options"] == "nosniff"


def test_an_unknown_file_is_not_found(client: SandboxClient) -> None:
    origin = client.control_url.removesuffix("/_sandbox")
    for path in ("/files/none/a.png", "/_sandbox/files/none/a.png"):
        assert client.http.get(origin + path).status_code == 404


CONTENT = bytes(range(100))


def stored_url(client: SandboxClient) -> str:
    files = client.sandbox._world.files
    return str(files.url(files.add("a.bin", "application/octet-stream", CONTENT)))


@pytest.mark.parametrize(
    ("asked", "content", "told"),
    [
        ("bytes=0-", CONTENT, "bytes 0-99/100"),
        ("bytes=40-", CONTENT[40:], "bytes 40-99/100"),
        ("bytes=40-49", CONTENT[40:50], "bytes 40-49/100"),
        ("bytes=90-1000", CONTENT[90:], "bytes 90-99/100"),
    ],
)
def test_ranges(client: SandboxClient, asked: str, content: bytes, told: str) -> None:
    response = client.http.get(stored_url(client), headers={"Range": asked})
    assert (response.status_code, response.content) == (206, content)
    assert response.headers["content-range"] == told


@pytest.mark.parametrize("asked", ["bytes=100-", "bytes=50-40"])
def test_ranges_that_are_not_there(client: SandboxClient, asked: str) -> None:
    response = client.http.get(stored_url(client), headers={"Range": asked})
    assert (response.status_code, response.content) == (416, b"")
    assert response.headers["content-range"] == "bytes */100"


@pytest.mark.parametrize("asked", ["bytes=-5", "bytes=0-1,5-9", "items=0-1", "bytes=x-"])
def test_other_ranges_get_the_whole_file(client: SandboxClient, asked: str) -> None:
    response = client.http.get(stored_url(client), headers={"Range": asked})
    assert (response.status_code, response.content) == (200, CONTENT)


def test_a_range_of_another_file_gets_the_whole_one(client: SandboxClient) -> None:
    url = stored_url(client)
    tag = client.http.get(url).headers["etag"]
    ask = {"Range": "bytes=40-"}
    assert client.http.get(url, headers=ask | {"If-Range": tag}).status_code == 206
    assert client.http.get(url, headers=ask | {"If-Range": '"another"'}).content == CONTENT


def test_a_download_breaks_off_where_it_is_told_to(client: SandboxClient) -> None:
    client.sandbox.faults.add(kind="cut_body", operation="files_download", after_bytes=30)
    with client.http.stream("GET", stored_url(client)) as response:
        assert response.headers["content-length"] == "100"
        with pytest.raises(httpx.TransportError):
            response.read()
        assert response.num_bytes_downloaded == 30
