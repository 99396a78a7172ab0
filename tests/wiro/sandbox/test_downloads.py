from __future__ import annotations

from typing import TYPE_CHECKING

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
