from __future__ import annotations

import asyncio
import errno
import hashlib
import os
import tempfile
from contextlib import asynccontextmanager
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from tests.support.downloads import Body, Web
from wiro import downloads
from wiro.downloads import read_output, save_outputs
from wiro.errors import DownloadError
from wiro.runs import Output

if TYPE_CHECKING:
    from collections.abc import AsyncIterator
    from pathlib import Path


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

    async def test_overwrites_when_told(self, web: Web, tmp_path: Path) -> None:
        (tmp_path / "0.png").write_bytes(b"older")
        web.files = {"https://cdn/a": [b"hello"], "https://cdn/b": [b"world"]}
        outputs = [output(url="https://cdn/a"), output(url="https://cdn/b")]
        saved = await save_outputs(outputs, tmp_path, web.open, overwrite=True)
        assert {file.path.name: file.path.read_bytes() for file in saved} == {"0.png": b"hello", "0-1.png": b"world"}
        assert sorted(os.listdir(tmp_path)) == ["0-1.png", "0.png"]

    async def test_folders_are_not_overwritten(self, web: Web, tmp_path: Path) -> None:
        (tmp_path / "0.png").mkdir()
        web.files["https://cdn/0.png"] = [b"hello"]
        with pytest.raises(OSError):
            await save_outputs([output()], tmp_path, web.open, overwrite=True)
        assert os.listdir(tmp_path) == ["0.png"]

    async def test_names_of_the_callers_own(self, web: Web, tmp_path: Path) -> None:
        web.files["https://cdn/0.png"] = [b"hello"]
        (saved,) = await save_outputs([output()], tmp_path, web.open, name="../lake.png")
        assert (saved.path, saved.name) == (tmp_path / "lake.png", "0.png")

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


class TestResuming:
    """What came before a connection broke does not come again, and only ever joins the rest of the same file."""

    async def test_asks_for_the_rest(self, web: Web, tmp_path: Path) -> None:
        web.files["https://cdn/0.png"] = [[b"he", BROKEN], [b"l", BROKEN], [b"lo"]]
        web.sizes, web.validators = [5, 5, 5], ['"v1"'] * 3
        (saved,) = await save_outputs([output()], tmp_path, web.open)
        assert web.asked == [(0, None), (2, '"v1"'), (3, '"v1"')]
        assert saved.path.read_bytes() == b"hello"
        assert saved.sha256 == hashlib.sha256(b"hello").hexdigest()
        assert os.listdir(tmp_path) == ["0.png"]

    async def test_a_server_that_sends_all_of_it_again(self, web: Web, tmp_path: Path) -> None:
        web.ranges = False
        web.files["https://cdn/0.png"] = [[b"hel", BROKEN], [b"hello"]]
        (saved,) = await save_outputs([output()], tmp_path, web.open)
        assert saved.path.read_bytes() == b"hello"
        assert saved.sha256 == hashlib.sha256(b"hello").hexdigest()

    @pytest.mark.parametrize("status", [206, 416])
    async def test_a_server_that_has_no_rest(self, web: Web, tmp_path: Path, status: int) -> None:
        refusal = DownloadError("no such range", status_code=status)
        web.files["https://cdn/0.png"] = [[b"he", BROKEN], [refusal], [b"hello"]]
        (saved,) = await save_outputs([output()], tmp_path, web.open)
        assert [start for start, _ in web.asked] == [0, 2, 0]
        assert saved.path.read_bytes() == b"hello"

    async def test_what_cannot_be_resumed_starts_again(self, web: Web, tmp_path: Path) -> None:
        web.resumable = False
        web.files["https://cdn/0.png"] = [[b"he", BROKEN], [b"hello"]]
        (saved,) = await save_outputs([output()], tmp_path, web.open)
        assert web.asked == [(0, None), (0, None)]
        assert saved.path.read_bytes() == b"hello"

    @pytest.mark.parametrize(
        ("sizes", "validators"), [([5, 5, 5], ['"v1"', '"v2"', '"v2"']), ([9, 5, 5], [None, None, None])]
    )
    async def test_never_joins_two_files(
        self, web: Web, tmp_path: Path, sizes: list[int | None], validators: list[str | None]
    ) -> None:
        """The server ignores If-Range: it sends the rest of another file than the one that was begun."""
        web.files["https://cdn/0.png"] = [[b"xx", BROKEN], [b"llo"], [b"hello"]]
        web.sizes, web.validators = sizes, validators
        (saved,) = await save_outputs([output()], tmp_path, web.open)
        assert saved.path.read_bytes() == b"hello"
        assert [start for start, _ in web.asked] == [0, 2, 0]

    async def test_too_long_starts_again(self, web: Web, tmp_path: Path) -> None:
        web.files["https://cdn/0.png"] = [[b"hello!"], [b"hello"]]
        (saved,) = await save_outputs([output()], tmp_path, web.open)
        assert [start for start, _ in web.asked] == [0, 0]
        assert saved.path.read_bytes() == b"hello"

    async def test_progress_is_not_given_up(self, web: Web, tmp_path: Path) -> None:
        mebibyte = b"x" * 1024 * 1024
        web.files["https://cdn/0.png"] = [[mebibyte, BROKEN] for _ in range(6)] + [[b"end"]]
        (saved,) = await save_outputs([output(size=None)], tmp_path, web.open)
        assert saved.size == 6 * len(mebibyte) + 3

    async def test_the_same_bytes_again_are_no_progress(self, web: Web, tmp_path: Path) -> None:
        web.ranges = False
        web.files["https://cdn/0.png"] = [[b"x" * 2 * 1024 * 1024, BROKEN] for _ in range(9)]
        with pytest.raises(DownloadError, match="broke off"):
            await save_outputs([output(size=None)], tmp_path, web.open)
        assert len(web.opened) == 3
        assert os.listdir(tmp_path) == []


async def test_a_full_disk_while_fetching_leaves_nothing(
    web: Web, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: Any) -> None:
        raise OSError(errno.ENOSPC, "no space left")

    monkeypatch.setattr("wiro._spool.Spool.write", full)
    web.files["https://cdn/0.png"] = [b"hello"]
    with pytest.raises(OSError, match="no space left"):
        await save_outputs([output()], tmp_path, web.open)
    assert os.listdir(tmp_path) == []


async def test_reading_into_memory(web: Web, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    web.files["https://cdn/0.png"] = [[b"he", BROKEN], [b"llo"], [b"short"], [DownloadError("gone", status_code=404)]]
    assert await read_output(output(), web.open) == b"hello"
    assert await read_output(output(), web.open) == b"short"
    with pytest.raises(DownloadError, match="gone"):
        await read_output(output(), web.open)
    assert os.listdir(tmp_path) == []


class _Unreliable:
    """A server that breaks off anywhere, knows ranges or not, validators or not, and may come to have another file."""

    def __init__(self, plan: list[tuple[int, bool, bool, bool]], contents: list[bytes]) -> None:
        self.plan = plan
        self.contents = contents

    @asynccontextmanager
    async def open(self, url: str, *, start: int = 0, validator: str | None = None) -> AsyncIterator[Body]:
        cut, ranges, heeds, changed = self.plan.pop(0) if self.plan else (None, True, True, False)
        if changed and len(self.contents) > 1:
            del self.contents[0]
        content = self.contents[0]
        tag = f'"{hashlib.sha256(content).hexdigest()}"'
        if start and start >= len(content) and ranges:
            raise DownloadError("no such range", status_code=416)
        begin = start if ranges and (not heeds or validator in (None, tag)) else 0
        rest = content[begin:]
        body = Body([rest] if cut is None or cut >= len(rest) else [rest[:cut], BROKEN])
        body.start, body.size, body.validator, body.resumable = begin, len(content), tag, True
        yield body


@given(
    plan=st.lists(st.tuples(st.integers(0, 12), st.booleans(), st.booleans(), st.booleans()), max_size=2),
    contents=st.lists(st.binary(min_size=1, max_size=10), min_size=1, max_size=3),
)
@example(plan=[(2, True, True, False), (12, True, False, True)], contents=[b"xxxxx", b"hello"])
def test_whatever_happens_a_saved_file_is_one_that_the_server_had(
    plan: list[tuple[int, bool, bool, bool]], contents: list[bytes]
) -> None:
    known = list(contents)
    with tempfile.TemporaryDirectory() as folder:
        try:
            saved = asyncio.run(save_outputs([output(size=None)], folder, _Unreliable(plan, contents).open))
        except DownloadError:
            assert os.listdir(folder) == []
        else:
            assert os.listdir(folder) == ["0.png"]
            content = saved[0].path.read_bytes()
            assert content in known
            assert saved[0].sha256 == hashlib.sha256(content).hexdigest()
