"""Saving outputs over real connections that break, from servers that can resume and from others."""

from __future__ import annotations

import hashlib
import os
from typing import TYPE_CHECKING, Any

import pytest

from tests.support.calls import config_for
from tests.support.http_server import FaultyServer, Reply
from wiro import AsyncWiro, DownloadError, Output, Wiro, downloads
from wiro.downloads import save_outputs
from wiro.transport import AsyncTransport

if TYPE_CHECKING:
    from pathlib import Path

    from tests.support.http_server import Seen
    from wiro.runs import RunResult
    from wiro.sandbox.server import Sandbox

CONTENT = os.urandom(300_000)


@pytest.fixture(autouse=True)
def _no_pauses(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(downloads, "_RETRY_SECONDS", 0.001)


def connection(sandbox: Sandbox) -> dict[str, Any]:
    return {"api_key": sandbox.api_key, "base_url": sandbox.base_url, "socket_url": sandbox.socket_url, "timeout": 10}


def painted(wiro: Wiro) -> RunResult:
    return wiro.run("sandbox/image", {"prompt": "a lake", "seconds": 1}).wait(timeout=30)


def content_of(sandbox: Sandbox, output: Output) -> bytes:
    stored = sandbox._world.files.find_url(output.url)
    assert stored is not None
    return stored.content


class TestOnTheSandbox:
    def test_resumes_where_it_broke_off(self, wiro_sandbox: Sandbox, tmp_path: Path) -> None:
        with Wiro(**connection(wiro_sandbox)) as wiro:
            (output,) = painted(wiro).outputs
            for count in (100, 200):
                wiro_sandbox.faults.add(kind="cut_body", operation="files_download", after_bytes=count)
            saved = output.save(tmp_path, name="lake.png")
        content = content_of(wiro_sandbox, output)
        assert saved.path == tmp_path / "lake.png"
        assert saved.path.read_bytes() == content
        assert (saved.size, saved.sha256) == (len(content), hashlib.sha256(content).hexdigest())
        assert wiro_sandbox.books.counts["files_download"] == 3
        assert os.listdir(tmp_path) == ["lake.png"]

    async def test_the_same_in_a_coroutine(self, wiro_sandbox: Sandbox, tmp_path: Path) -> None:
        async with AsyncWiro(**connection(wiro_sandbox)) as wiro:
            run = await wiro.run("sandbox/image", {"prompt": "a lake", "seconds": 1})
            (output,) = (await run.wait(timeout=30)).outputs
            wiro_sandbox.faults.add(kind="cut_body", operation="files_download")
            saved = await output.asave(tmp_path)
            assert await output.aread() == content_of(wiro_sandbox, output)
        assert saved.path.read_bytes() == content_of(wiro_sandbox, output)

    def test_gives_up_and_leaves_nothing(self, wiro_sandbox: Sandbox, tmp_path: Path) -> None:
        with Wiro(**connection(wiro_sandbox)) as wiro:
            result = painted(wiro)
            wiro_sandbox.faults.add(kind="cut_body", operation="files_download", after_bytes=10, times=None)
            with pytest.raises(DownloadError, match="broke off after 30 bytes") as caught:
                result.save(tmp_path)
            assert caught.value.retryable
            assert os.listdir(tmp_path) == []
            wiro_sandbox.faults.clear()
            assert [file.path.name for file in result.save(tmp_path)] == [result.outputs[0].name]
            assert result.outputs[0].read() == content_of(wiro_sandbox, result.outputs[0])

    @pytest.mark.parametrize("status", [404, 503])
    def test_a_file_that_is_gone(self, wiro_sandbox: Sandbox, tmp_path: Path, status: int) -> None:
        with Wiro(**connection(wiro_sandbox), max_retries=0) as wiro:
            result = painted(wiro)
            wiro_sandbox.faults.add(kind="status", operation="files_download", status=status, times=None)
            with pytest.raises(DownloadError, match=f"HTTP {status}"):
                result.save(tmp_path)
        assert os.listdir(tmp_path) == []


def ranging(request: Seen, tag: str = '"v1"', **cut: Any) -> Reply:
    """Answer as a server that knows ranges."""
    headers = {"Content-Type": "image/png", "ETag": tag}
    start = int(request.headers.get("range", "bytes=0-").removeprefix("bytes=").removesuffix("-"))
    if not start or request.headers.get("if-range", tag) != tag:
        return Reply(body=CONTENT, headers=headers, **cut)
    told = f"bytes {start}-{len(CONTENT) - 1}/{len(CONTENT)}"
    return Reply(206, body=CONTENT[start:], headers=headers | {"Content-Range": told}, **cut)


async def save(server: FaultyServer, folder: Path) -> bytes:
    transport = AsyncTransport(config_for("https://api.example/v1"))
    output = Output("0.png", "image/png", len(CONTENT), f"{server.url}/0.png")
    try:
        (saved,) = await save_outputs([output], folder, transport.download)
    finally:
        await transport.aclose()
    assert os.listdir(folder) == ["0.png"]
    content = (folder / "0.png").read_bytes()
    assert saved.sha256 == hashlib.sha256(content).hexdigest()
    return content


class TestServers:
    async def test_that_resume(self, tmp_path: Path) -> None:
        with FaultyServer(ranging) as server:
            server.script(
                lambda request: ranging(request, send_only=100_000), lambda request: ranging(request, send_only=50_000)
            )
            assert await save(server, tmp_path) == CONTENT
        asked = [(seen.headers.get("range"), seen.headers.get("if-range")) for seen in server.requests]
        assert asked == [(None, None), ("bytes=100000-", '"v1"'), ("bytes=150000-", '"v1"')]

    async def test_that_know_no_ranges(self, tmp_path: Path) -> None:
        with FaultyServer(Reply(body=CONTENT)) as server:
            server.script(Reply(body=CONTENT, send_only=100_000))
            assert await save(server, tmp_path) == CONTENT
        assert server.requests[1].headers["range"] == "bytes=100000-"

    async def test_that_refuse_the_range(self, tmp_path: Path) -> None:
        with FaultyServer(Reply(body=CONTENT)) as server:
            server.script(Reply(body=CONTENT, send_only=100_000), Reply(416, body=b""))
            assert await save(server, tmp_path) == CONTENT
        assert "range" not in server.requests[2].headers

    @pytest.mark.parametrize("heeds_validators", [False, True])
    async def test_whose_file_changes_meanwhile(self, tmp_path: Path, heeds_validators: bool) -> None:
        """The beginning of one file and the rest of another one of equal size never become a file."""

        def changed(request: Seen) -> Reply:
            if not heeds_validators:
                request.headers.pop("if-range", None)
            return ranging(request, tag='"v2"')

        older = Reply(body=b"x" * len(CONTENT), headers={"ETag": '"v1"'}, send_only=100_000)
        with FaultyServer(changed) as server:
            server.script(older)
            assert await save(server, tmp_path) == CONTENT
        assert len(server.requests) == (2 if heeds_validators else 3)
