from __future__ import annotations

import asyncio
import errno
import hashlib
import os
from contextlib import asynccontextmanager
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wiro import downloads
from wiro.downloads import safe_file_name, save_outputs
from wiro.errors import DownloadError
from wiro.runs import Output

if TYPE_CHECKING:
    from collections.abc import AsyncIterator
    from pathlib import Path


class Web:
    """Serves files by URL. A value in `files` is its chunks; an exception among them breaks the connection there."""

    def __init__(self) -> None:
        self.files: dict[str, list[Any]] = {}
        self.opened: list[str] = []
        self.before_body: Any = None

    @asynccontextmanager
    async def open(self, url: str) -> AsyncIterator[AsyncIterator[bytes]]:
        self.opened.append(url)
        yield self._body(self.files[url].pop(0) if isinstance(self.files[url][0], list) else self.files[url])

    async def _body(self, chunks: list[Any]) -> AsyncIterator[bytes]:
        for chunk in chunks:
            if isinstance(chunk, Exception):
                raise chunk
            if self.before_body is not None:
                await self.before_body()
            yield chunk


@pytest.fixture
def web() -> Web:
    return Web()


@pytest.fixture(autouse=True)
def _no_pauses(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(downloads, "_RETRY_SECONDS", 0.001)


def output(
    name: str = "0.png", size: int | None = 5, url: str = "https://cdn/0.png", kind: str = "image/png"
) -> Output:
    return Output(name, kind, size, url)


BROKEN = DownloadError("broke off", retryable=True)


class TestSave:
    async def test_streams_and_tells_what_it_saved(self, web: Web, tmp_path: Path) -> None:
        web.files["https://cdn/0.png"] = [b"he", b"", b"llo"]
        (saved,) = await save_outputs([output()], tmp_path / "a" / "b", web.open)
        assert saved.path == tmp_path / "a" / "b" / "0.png"
        assert saved.path.read_bytes() == b"hello"
        assert (saved.size, saved.name, saved.url) == (5, "0.png", "https://cdn/0.png")
        assert saved.sha256 == hashlib.sha256(b"hello").hexdigest()
        assert os.listdir(saved.path.parent) == ["0.png"]

    async def test_large_files_are_not_gathered(self, web: Web, tmp_path: Path) -> None:
        seen: list[int] = []

        async def look() -> None:
            seen.append(sum(entry.stat().st_size for entry in os.scandir(tmp_path)))

        web.before_body = look
        web.files["https://cdn/0.png"] = [b"x" * 600_000] * 8
        (saved,) = await save_outputs([output(size=4_800_000)], tmp_path, web.open)
        assert saved.size == saved.path.stat().st_size == 4_800_000
        assert seen[-1] >= 3_000_000

    async def test_files_have_usual_permissions(self, web: Web, tmp_path: Path) -> None:
        web.files["https://cdn/0.png"] = [b"hello"]
        (saved,) = await save_outputs([output()], tmp_path, web.open)
        (tmp_path / "other").write_bytes(b"")
        assert saved.path.stat().st_mode == (tmp_path / "other").stat().st_mode

    async def test_equal_names_get_numbers(self, web: Web, tmp_path: Path) -> None:
        outputs = [
            output(url=f"https://cdn/{number}", name=name) for number, name in enumerate(["0.png", "0.PNG", "0.png"])
        ]
        for one in outputs:
            web.files[one.url] = [one.url[-5:].encode()]
        saved = await save_outputs(outputs, tmp_path, web.open)
        assert [file.path.name for file in saved] == ["0.png", "0-1.PNG", "0-2.png"]
        assert [file.path.read_bytes() for file in saved] == [b"cdn/0", b"cdn/1", b"cdn/2"]
        assert [file.name for file in saved] == ["0.png", "0.PNG", "0.png"]

    async def test_saving_again_finds_what_is_there(self, web: Web, tmp_path: Path) -> None:
        outputs = [output(url="https://cdn/a"), output(url="https://cdn/b")]
        web.files = {"https://cdn/a": [b"hello"], "https://cdn/b": [b"world"]}
        first = await save_outputs(outputs, tmp_path, web.open)
        assert await save_outputs(outputs, tmp_path, web.open) == first
        assert sorted(os.listdir(tmp_path)) == ["0-1.png", "0.png"]

    async def test_never_overwrites_another_file(self, web: Web, tmp_path: Path) -> None:
        (tmp_path / "0.png").write_bytes(b"older")
        (tmp_path / "0-1.png").mkdir()
        (tmp_path / "0-2.png").symlink_to(tmp_path / "elsewhere")
        web.files["https://cdn/0.png"] = [b"hello"]
        (saved,) = await save_outputs([output()], tmp_path, web.open)
        assert saved.path.name == "0-3.png"
        assert (tmp_path / "0.png").read_bytes() == b"older"
        assert not (tmp_path / "elsewhere").exists()

    async def test_without_hard_links(self, web: Web, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        def refuse(*_: Any) -> None:
            raise OSError(errno.EPERM, "no hard links here")

        monkeypatch.setattr(os, "link", refuse)
        web.files = {"https://cdn/a": [b"hello"], "https://cdn/b": [b"world"]}
        saved = await save_outputs([output(url="https://cdn/a"), output(url="https://cdn/b")], tmp_path, web.open)
        assert [file.path.name for file in saved] == ["0.png", "0-1.png"]
        assert sorted(os.listdir(tmp_path)) == ["0-1.png", "0.png"]

    async def test_full_disk_leaves_nothing(self, web: Web, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        def refuse(*_: Any) -> None:
            raise OSError(errno.ENOSPC, "no space left")

        monkeypatch.setattr(os, "link", refuse)
        web.files["https://cdn/0.png"] = [b"hello"]
        with pytest.raises(OSError, match="no space left"):
            await save_outputs([output()], tmp_path, web.open)
        assert os.listdir(tmp_path) == []


class TestFailures:
    async def test_broken_connection_starts_the_file_again(self, web: Web, tmp_path: Path) -> None:
        web.files["https://cdn/0.png"] = [[b"he", BROKEN], [b"he", BROKEN], [b"he", b"llo"]]
        (saved,) = await save_outputs([output()], tmp_path, web.open)
        assert saved.path.read_bytes() == b"hello"
        assert os.listdir(tmp_path) == ["0.png"]

    async def test_gives_up_and_leaves_nothing(self, web: Web, tmp_path: Path) -> None:
        web.files["https://cdn/0.png"] = [[b"he", BROKEN]] * 5
        with pytest.raises(DownloadError, match="broke off"):
            await save_outputs([output()], tmp_path, web.open)
        assert len(web.opened) == 3
        assert os.listdir(tmp_path) == []

    async def test_hopeless_is_not_tried_again(self, web: Web, tmp_path: Path) -> None:
        web.files["https://cdn/0.png"] = [DownloadError("gone", status_code=404)]
        with pytest.raises(DownloadError, match="gone"):
            await save_outputs([output()], tmp_path, web.open)
        assert len(web.opened) == 1
        assert os.listdir(tmp_path) == []

    @pytest.mark.parametrize("body", [b"hell", b"hello!", b""])
    async def test_other_size_than_announced(self, web: Web, tmp_path: Path, body: bytes) -> None:
        web.files["https://cdn/0.png"] = [body]
        with pytest.raises(DownloadError, match=rf"0\.png has {len(body)} bytes; 5 were announced") as caught:
            await save_outputs([output()], tmp_path, web.open)
        assert caught.value.retryable
        assert os.listdir(tmp_path) == []

    async def test_unknown_size_is_accepted(self, web: Web, tmp_path: Path) -> None:
        web.files["https://cdn/0.png"] = [b"any"]
        (saved,) = await save_outputs([output(size=None)], tmp_path, web.open)
        assert saved.size == 3

    async def test_files_saved_before_a_failure_stay(self, web: Web, tmp_path: Path) -> None:
        web.files = {"https://cdn/0.png": [b"hello"], "https://cdn/1.png": [DownloadError("gone")]}
        with pytest.raises(DownloadError):
            await save_outputs([output(), output("1.png", url="https://cdn/1.png")], tmp_path, web.open)
        assert os.listdir(tmp_path) == ["0.png"]

    async def test_cancellation_leaves_nothing(self, web: Web, tmp_path: Path) -> None:
        waiting = asyncio.Event()

        async def hang() -> None:
            waiting.set()
            await asyncio.Event().wait()

        web.before_body = hang
        web.files["https://cdn/0.png"] = [b"hello"]
        saving = asyncio.create_task(save_outputs([output()], tmp_path, web.open))
        await waiting.wait()
        assert len(os.listdir(tmp_path)) == 1
        saving.cancel()
        with pytest.raises(asyncio.CancelledError):
            await saving
        assert os.listdir(tmp_path) == []


class TestNames:
    @pytest.mark.parametrize(
        ("name", "safe"),
        [
            ("0.png", "0.png"),
            ("a/b/0.png", "0.png"),
            ("../../etc/passwd", "passwd"),
            ("/etc/passwd", "passwd"),
            ("..\\..\\boot.ini", "boot.ini"),
            ("C:\\windows\\x.dll", "x.dll"),
            (".bashrc", "bashrc"),
            ("...", "from-url.bin"),
            ("..", "from-url.bin"),
            ("", "from-url.bin"),
            ("  ", "from-url.bin"),
            ("a\x00b\n.png", "ab.png"),
            ("gnp.\u202e3pm", "gnp.3pm"),
            ('what?<>"|*.png', "what______.png"),
            ("CON", "_CON"),
            ("nul.txt", "_nul.txt"),
            ("console.txt", "console.txt"),
            ("trailing. . ", "trailing"),
            ("caf\u0065\u0301.png", "caf\u00e9.png"),
        ],
    )
    def test_names(self, name: str, safe: str) -> None:
        assert safe_file_name(name, "https://cdn/x/from-url.bin?secret=1") == safe

    def test_url_is_decoded_before_it_is_cut(self) -> None:
        assert safe_file_name("", "https://cdn/a/..%2f..%2fetc%2Fpasswd") == "passwd"

    def test_no_name_at_all(self) -> None:
        assert safe_file_name("", "https://cdn/", "image/png; x=y", 3) == "output-3.png"
        assert safe_file_name("", "", "nonsense", 3) == "output-3"
        assert safe_file_name("", "http://[", "", 3) == "output-3"

    def test_long_names_keep_their_extension(self) -> None:
        name = safe_file_name("é" * 500 + ".png")
        assert name.endswith("é.png")
        assert len(name.encode()) <= 200
        assert len(safe_file_name("x." + "y" * 500)) == 200

    @given(st.text(), st.text())
    def test_any_name_stays_in_its_folder(self, name: str, path: str) -> None:
        safe = safe_file_name(name, "https://cdn/" + path)
        assert safe
        assert "/" not in safe
        assert "\\" not in safe
        assert "\x00" not in safe
        assert not safe.startswith(".")
        assert len(safe.encode()) <= 220
