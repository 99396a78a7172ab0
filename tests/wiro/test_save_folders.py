"""Saving to other file systems: whole files or nothing under a final name, whatever goes wrong on the way."""

from __future__ import annotations

import errno
import hashlib
import os
from pathlib import Path
from typing import TYPE_CHECKING, Any, Self

import fsspec
import pytest
from fsspec.implementations.memory import MemoryFileSystem
from upath import UPath

from tests.support.downloads import Web
from wiro.downloads import SavedFile, save_outputs
from wiro.errors import InvalidArgumentError
from wiro.runs import Output

if TYPE_CHECKING:
    from collections.abc import Iterator

CONTENT = b"hello" * 1000
OUTPUT = Output("0.png", "image/png", len(CONTENT), "https://cdn/0.png")


class Elsewhere(MemoryFileSystem):
    """A file system in memory that can break."""

    protocol = "elsewhere"
    cachable = False
    store: dict[str, Any] = {}  # noqa: RUF012 - as in fsspec
    pseudo_dirs = [""]  # noqa: RUF012
    broken: str | None = None

    @classmethod
    def forget(cls) -> None:
        cls.store.clear()
        cls.pseudo_dirs[:] = [""]

    def put_file(self, lpath: str, rpath: str, **options: Any) -> None:
        if self.broken == "upload":
            # As fsspec does it: the exception closes the file, and what is there so far gets its name.
            with self.open(rpath, "wb") as file:
                file.write(CONTENT[:7])
                raise OSError(errno.ECONNRESET, "connection lost")
        content = Path(lpath).read_bytes()
        self.pipe_file(rpath, content[:7] if self.broken == "short" else content)

    def mv(self, path1: str, path2: str, **options: Any) -> None:
        if self.broken == "move" or (self.broken == "no-replace" and self.exists(path2)):
            raise OSError(errno.EIO, "cannot move")
        super().mv(path1, path2, **options)

    def info(self, path: str, **options: Any) -> dict[str, Any]:
        if self.broken == "info":
            raise PermissionError("who are you?")
        return super().info(path, **options)


class ObjectStore(Elsewhere):
    """The same as an object store: an upload is seen when it is complete, and nothing can be moved."""

    protocol = ("s3", "s3a")

    def put_file(self, lpath: str, rpath: str, **options: Any) -> None:
        if self.broken == "upload":
            raise OSError(errno.ECONNRESET, "connection lost")
        super().put_file(lpath, rpath, **options)

    def mv(self, path1: str, path2: str, **options: Any) -> None:
        raise AssertionError("an object store copies what it moves")

    def makedirs(self, path: str, exist_ok: bool = False) -> None:
        raise AssertionError("this would make a bucket")


class RemotePath:
    """A path object with `fs` and `path`, as UPath and Airflow's ObjectStoragePath are."""

    def __init__(self, fs: Any, path: str) -> None:
        self.fs = fs
        self.path = path

    def __truediv__(self, name: str) -> Self:
        return type(self)(self.fs, f"{self.path}/{name}")

    def __str__(self) -> str:
        return f"elsewhere://{self.path}"


@pytest.fixture
def web() -> Web:
    web = Web()
    web.files["https://cdn/0.png"] = [CONTENT]
    return web


@pytest.fixture(params=[Elsewhere, ObjectStore])
def remote(request: pytest.FixtureRequest) -> Iterator[RemotePath]:
    request.param.forget()
    yield RemotePath(request.param(), "/bucket/out")
    request.param.forget()


async def save(web: Web, folder: Any, **options: Any) -> SavedFile[Any]:
    (saved,) = await save_outputs([OUTPUT], folder, web.open, **options)
    return saved


def names(remote: RemotePath) -> list[str]:
    return sorted(remote.fs.store)


class TestRemote:
    async def test_saves(self, web: Web, remote: RemotePath) -> None:
        saved = await save(web, remote)
        assert isinstance(saved.path, RemotePath)
        assert saved.path.path == "/bucket/out/0.png"
        assert (saved.size, saved.sha256) == (len(CONTENT), hashlib.sha256(CONTENT).hexdigest())
        assert names(remote) == ["/bucket/out/0.png"]
        assert remote.fs.cat_file("/bucket/out/0.png") == CONTENT

    async def test_saving_again_finds_it(self, web: Web, remote: RemotePath) -> None:
        first = await save(web, remote)
        assert (await save(web, remote)).path.path == first.path.path
        assert names(remote) == ["/bucket/out/0.png"]

    async def test_other_content_stays(self, web: Web, remote: RemotePath) -> None:
        remote.fs.pipe_file("/bucket/out/0.png", CONTENT[::-1])
        remote.fs.mkdir("/bucket/out/0-1.png")
        assert (await save(web, remote)).path.path == "/bucket/out/0-2.png"
        assert remote.fs.cat_file("/bucket/out/0.png") == CONTENT[::-1]

    async def test_overwrites_when_told(self, web: Web, remote: RemotePath) -> None:
        remote.fs.pipe_file("/bucket/out/0.png", b"older")
        await save(web, remote, overwrite=True)
        assert remote.fs.cat_file("/bucket/out/0.png") == CONTENT
        assert names(remote) == ["/bucket/out/0.png"]

    @pytest.mark.parametrize("overwrite", [False, True])
    @pytest.mark.parametrize("broken", ["upload", "short"])
    async def test_never_half_a_file(
        self, web: Web, remote: RemotePath, monkeypatch: pytest.MonkeyPatch, broken: str, overwrite: bool
    ) -> None:
        monkeypatch.setattr(remote.fs, "broken", broken)
        with pytest.raises(OSError, match=r"connection lost|7 of 5000 bytes"):
            await save(web, remote, overwrite=overwrite)
        assert names(remote) == []

    async def test_doubt_overwrites_nothing(
        self, web: Web, remote: RemotePath, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        remote.fs.pipe_file("/bucket/out/0.png", b"older")
        monkeypatch.setattr(remote.fs, "broken", "info")
        with pytest.raises(PermissionError):
            await save(web, remote)
        assert remote.fs.cat_file("/bucket/out/0.png") == b"older"

    async def test_nothing_stays_on_this_machine(
        self, web: Web, remote: RemotePath, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
        seen: list[list[str]] = []

        async def look() -> None:
            seen.append(os.listdir(tmp_path))

        web.before_body = look
        await save(web, remote)
        monkeypatch.setattr(remote.fs, "broken", "upload")
        with pytest.raises(OSError):
            await save(web, remote, overwrite=True)
        assert [len(names) for names in seen] == [1, 1]
        assert os.listdir(tmp_path) == []


class TestMoving:
    """File systems that show a file while it is being written."""

    @pytest.fixture
    def remote(self) -> Iterator[RemotePath]:
        Elsewhere.forget()
        yield RemotePath(Elsewhere(), "/out")
        Elsewhere.forget()

    async def test_fails_to_move(self, web: Web, remote: RemotePath, monkeypatch: pytest.MonkeyPatch) -> None:
        remote.fs.pipe_file("/out/0.png", b"older")
        monkeypatch.setattr(remote.fs, "broken", "move")
        with pytest.raises(OSError, match="cannot move"):
            await save(web, remote)
        assert names(remote) == ["/out/0.png"]
        assert remote.fs.cat_file("/out/0.png") == b"older"

    async def test_that_does_not_replace(self, web: Web, remote: RemotePath, monkeypatch: pytest.MonkeyPatch) -> None:
        remote.fs.pipe_file("/out/0.png", b"older")
        monkeypatch.setattr(remote.fs, "broken", "no-replace")
        await save(web, remote, overwrite=True)
        assert remote.fs.cat_file("/out/0.png") == CONTENT

    async def test_does_not_move_into_a_folder(self, web: Web, remote: RemotePath) -> None:
        remote.fs.mkdir("/out/0.png")
        with pytest.raises(IsADirectoryError):
            await save(web, remote, overwrite=True)
        assert names(remote) == []


class TestPathObjects:
    async def test_upath_in_memory(self, web: Web) -> None:
        folder = UPath("memory://wiro-tests/a/b")
        try:
            saved = await save(web, folder)
            assert isinstance(saved.path, UPath)
            assert str(saved.path) == "memory://wiro-tests/a/b/0.png"
            assert saved.path.read_bytes() == CONTENT
            assert [path.name for path in folder.iterdir()] == ["0.png"]
        finally:
            fsspec.filesystem("memory").rm("/wiro-tests", recursive=True)

    @pytest.mark.parametrize("scheme", ["", "file://"])
    async def test_upath_that_is_local(self, web: Web, tmp_path: Path, scheme: str) -> None:
        folder = UPath(f"{scheme}{tmp_path}/new")
        saved = await save(web, folder)
        assert type(saved.path) is type(folder)
        assert (tmp_path / "new" / "0.png").read_bytes() == saved.path.read_bytes() == CONTENT

    async def test_object_storage_path_of_airflow(self, web: Web, tmp_path: Path) -> None:
        try:
            from airflow.sdk import ObjectStoragePath
        except ImportError:
            from airflow.io.path import ObjectStoragePath
        saved = await save(web, ObjectStoragePath(f"file://{tmp_path}/new"))
        assert isinstance(saved.path, ObjectStoragePath)
        assert saved.path.read_bytes() == CONTENT
        assert os.listdir(tmp_path / "new") == ["0.png"]

    async def test_strings_and_other_local_paths(self, web: Web, tmp_path: Path) -> None:
        class Bare:
            def __fspath__(self) -> str:
                return str(tmp_path / "b")

        assert (await save(web, str(tmp_path / "a"))).path == tmp_path / "a" / "0.png"
        assert (await save(web, Bare())).path == tmp_path / "b" / "0.png"

    @pytest.mark.parametrize("address", ["s3://bucket/out", "file:///tmp/out"])
    async def test_addresses_are_no_folders(
        self, web: Web, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, address: str
    ) -> None:
        monkeypatch.chdir(tmp_path)
        with pytest.raises(InvalidArgumentError, match="UPath"):
            await save(web, address)
        assert os.listdir(tmp_path) == []
        assert web.opened == []

    @pytest.mark.parametrize("folder", [None, 3, b"out"])
    async def test_what_is_no_folder(self, web: Web, folder: Any) -> None:
        with pytest.raises(InvalidArgumentError, match="accepted: a string"):
            await save(web, folder)


class CloudPath:
    """A path as cloudpathlib has them: no `fs`, and a file is published when it is closed, for whatever reason."""

    root: Path
    fail = False

    def __init__(self, name: str) -> None:
        self.name = name

    def __truediv__(self, name: str) -> Self:
        return type(self)(f"{self.name}/{name}")

    def __str__(self) -> str:
        return f"cloud://{self.name}"

    @property
    def local(self) -> Path:
        return self.root / self.name

    def mkdir(self, parents: bool = False, exist_ok: bool = False) -> None:
        self.local.mkdir(parents=parents, exist_ok=exist_ok)

    def open(self, mode: str) -> Any:
        if self.fail and mode == "wb":
            self.local.write_bytes(b"half")
            raise OSError(errno.ENOSPC, "no space left")
        return self.local.open(mode)

    def exists(self) -> bool:
        return self.local.exists()

    def is_dir(self) -> bool:
        return self.local.is_dir()

    def stat(self) -> Any:
        return self.local.stat()

    def unlink(self) -> None:
        self.local.unlink()

    def rename(self, target: CloudPath) -> None:
        self.local.rename(target.local)

    replace = rename


class TestOtherPaths:
    @pytest.fixture
    def cloud(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> CloudPath:
        monkeypatch.setattr(CloudPath, "root", tmp_path, raising=False)
        return CloudPath("out")

    async def test_saves(self, web: Web, cloud: CloudPath) -> None:
        saved = await save(web, cloud)
        assert str(saved.path) == "cloud://out/0.png"
        assert (await save(web, cloud)).path.local == saved.path.local
        assert os.listdir(cloud.local) == ["0.png"]
        assert saved.path.local.read_bytes() == CONTENT

    async def test_keeps_and_overwrites(self, web: Web, cloud: CloudPath) -> None:
        cloud.local.mkdir()
        (cloud.local / "0.png").write_bytes(b"older")
        assert (await save(web, cloud)).path.name == "out/0-1.png"
        assert (await save(web, cloud, overwrite=True)).path.name == "out/0.png"
        assert (cloud.local / "0.png").read_bytes() == CONTENT

    async def test_never_half_a_file(self, web: Web, cloud: CloudPath, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(CloudPath, "fail", True)
        with pytest.raises(OSError, match="no space left"):
            await save(web, cloud)
        assert os.listdir(cloud.local) == []
