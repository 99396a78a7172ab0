"""Where outputs are saved: a local folder, or a folder of another file system that is given as a path object.

Whole files only ever appear under a final name. Locally a rename sees to that. Elsewhere a file is written under a
temporary name, measured and moved; object stores show nothing before an upload is complete, so they get the final name
at once. What must not happen is to write into a file that was opened under its final name: fsspec's files, and
cloudpathlib's, publish what they have so far when an exception closes them.
"""

from __future__ import annotations

import errno
import hashlib
import os
import secrets
import shutil
import tempfile
from abc import ABC, abstractmethod
from contextlib import suppress
from pathlib import Path
from typing import Any, BinaryIO, Final

from wiro._file_names import numbered
from wiro._spool import Spool
from wiro.errors import InvalidArgumentError

__all__ = ["Folder", "folder_for"]

#: Of fsspec. An upload to these is seen when it is complete, and folders are only names.
_OBJECT_STORES: Final = frozenset({"s3", "s3a", "gs", "gcs", "abfs", "abfss", "az", "oss"})
_CHUNK_BYTES: Final = 1024 * 1024
_PATH_METHODS: Final = ("__truediv__", "open", "mkdir", "exists", "rename", "stat", "unlink")


class Folder(ABC):
    """A folder that whole files are put into."""

    @abstractmethod
    def open_spool(self) -> Spool:
        """Open the local file that a download is collected in."""

    def place(self, spool: Spool, name: str, taken: set[str], *, overwrite: bool) -> Any:
        """Put a whole file under its name, or under the next one with a number.

        Args:
            spool: The file.
            name: Name that it should get.
            taken: Names that this call has given already, without case: some file systems do not tell such names apart.
            overwrite: Replace a file that was there before.

        Returns:
            Where it is now.
        """
        for candidate in numbered(name):
            if candidate.casefold() in taken:
                continue
            if self._put(spool, candidate, overwrite=overwrite) or self._is_same(spool, candidate):
                taken.add(candidate.casefold())
                return self._path(candidate)
        raise AssertionError("unreachable: names do not run out")

    @abstractmethod
    def _path(self, name: str) -> Any:
        """Return the path of a file as the caller's own kind of path."""

    @abstractmethod
    def _put(self, spool: Spool, name: str, *, overwrite: bool) -> bool:
        """Put a file under a name; False if the name is taken."""

    @abstractmethod
    def _is_same(self, spool: Spool, name: str) -> bool:
        """Tell whether the file of that name has the content of this one."""


class _LocalFolder(Folder):
    def __init__(self, folder: Path, given: Any) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        self._folder = folder
        self._given = given

    def open_spool(self) -> Spool:
        # In the same folder, and so on the same file system: a rename is all that is left to do.
        return Spool(self._folder)

    def _path(self, name: str) -> Any:
        return self._given / name

    def _put(self, spool: Spool, name: str, *, overwrite: bool) -> bool:
        path = self._folder / name
        if overwrite:
            spool.path.replace(path)
            return True
        try:
            os.link(spool.path, path)
        except FileExistsError:
            return False
        except OSError as error:
            if error.errno in (errno.ENOSPC, errno.EDQUOT, errno.EROFS):
                raise
            # No hard links on this file system.
            if os.path.lexists(path):
                return False
            spool.path.rename(path)
        return True

    def _is_same(self, spool: Spool, name: str) -> bool:
        path = self._folder / name
        if path.is_symlink() or not path.is_file() or path.stat().st_size != spool.size:
            return False
        with path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest() == spool.sha256


class _RemoteFolder(Folder):
    """A folder elsewhere; files are collected in the temporary folder of this machine."""

    def __init__(self, given: Any) -> None:
        self._given = given
        self._make()

    def open_spool(self) -> Spool:
        return Spool(Path(tempfile.gettempdir()))

    def _path(self, name: str) -> Any:
        return self._given / name

    def _put(self, spool: Spool, name: str, *, overwrite: bool) -> bool:
        if not overwrite and self._size(name) is not None:
            return False
        temporary = f".wiro-{secrets.token_hex(8)}.part"
        try:
            self._upload(spool.path, temporary)
            self._check(spool, temporary)
            self._move(temporary, name, overwrite=overwrite)
        except BaseException:
            self._remove(temporary)
            raise
        return True

    def _check(self, spool: Spool, name: str) -> None:
        if (size := self._size(name)) != spool.size:
            self._remove(name)
            raise OSError(errno.EIO, f"{self._path(name)} has {size} of {spool.size} bytes after it was written")

    def _is_same(self, spool: Spool, name: str) -> bool:
        if self._size(name) != spool.size:
            return False
        digest = hashlib.sha256()
        with self._open(name) as file:
            # Not hashlib.file_digest: not every file of another file system has what that needs.
            while chunk := file.read(_CHUNK_BYTES):
                digest.update(chunk)
        return digest.hexdigest() == spool.sha256

    @abstractmethod
    def _make(self) -> None: ...

    @abstractmethod
    def _size(self, name: str) -> int | None:
        """Return the size of a file in bytes, -1 for a folder, None if there is nothing of that name."""

    @abstractmethod
    def _open(self, name: str) -> BinaryIO: ...

    @abstractmethod
    def _upload(self, source: Path, name: str) -> None: ...

    @abstractmethod
    def _move(self, name: str, final_name: str, *, overwrite: bool) -> None: ...

    @abstractmethod
    def _remove(self, name: str) -> None:
        """Remove a file if it is there; never raises, for an error is on its way that says more."""


class _FsspecFolder(_RemoteFolder):
    """A folder of a file system of fsspec, given as a path object with `fs` and `path`."""

    def __init__(self, given: Any) -> None:
        self._files = given.fs
        protocol = self._files.protocol
        self._is_object_store = not _OBJECT_STORES.isdisjoint({protocol} if isinstance(protocol, str) else protocol)
        super().__init__(given)

    def _make(self) -> None:
        if not self._is_object_store:  # There are no folders, and a missing bucket must not be made by the way.
            self._files.makedirs(self._given.path, exist_ok=True)
        self._files.invalidate_cache(self._given.path)

    def _put(self, spool: Spool, name: str, *, overwrite: bool) -> bool:
        if not self._is_object_store:
            return super()._put(spool, name, overwrite=overwrite)
        if not overwrite and self._size(name) is not None:
            return False
        self._upload(spool.path, name)
        self._check(spool, name)
        return True

    def _size(self, name: str) -> int | None:
        try:
            # Not exists(): it takes any error for a no, and the file that it did not see would be overwritten.
            found = self._files.info(self._path(name).path)
        except FileNotFoundError:
            return None
        return -1 if found.get("type") == "directory" else int(found["size"])

    def _open(self, name: str) -> BinaryIO:
        opened: BinaryIO = self._files.open(self._path(name).path, "rb")
        return opened

    def _upload(self, source: Path, name: str) -> None:
        self._files.put_file(str(source), self._path(name).path)

    def _move(self, name: str, final_name: str, *, overwrite: bool) -> None:
        source, target = self._path(name).path, self._path(final_name).path
        if self._size(final_name) == -1:
            raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR), str(self._path(final_name)))
        try:
            self._files.mv(source, target)
        except OSError:
            # Some do not move a file over another one.
            if not overwrite or self._size(final_name) is None:
                raise
            self._files.rm_file(target)
            self._files.mv(source, target)

    def _remove(self, name: str) -> None:
        with suppress(Exception):
            self._files.rm_file(self._path(name).path)


class _PathFolder(_RemoteFolder):
    """A folder that is given as a path object with the methods of `pathlib.Path`."""

    def _make(self) -> None:
        self._given.mkdir(parents=True, exist_ok=True)

    def _size(self, name: str) -> int | None:
        path = self._path(name)
        if not path.exists():
            return None
        return -1 if path.is_dir() else int(path.stat().st_size)

    def _open(self, name: str) -> BinaryIO:
        opened: BinaryIO = self._path(name).open("rb")
        return opened

    def _upload(self, source: Path, name: str) -> None:
        with source.open("rb") as read, self._path(name).open("wb") as written:
            shutil.copyfileobj(read, written, _CHUNK_BYTES)

    def _move(self, name: str, final_name: str, *, overwrite: bool) -> None:
        path = self._path(name)
        (path.replace if overwrite else path.rename)(self._path(final_name))

    def _remove(self, name: str) -> None:
        with suppress(Exception):
            self._path(name).unlink()


def folder_for(folder: Any) -> Folder:
    """Return the folder that a caller means, and create it if it is missing.

    Args:
        folder: See `wiro.downloads.save_outputs`.

    Raises:
        InvalidArgumentError: It is none, or is the address of a file system as a string.
        OSError: It cannot be created.
    """
    files = getattr(folder, "fs", None)
    # Before os.PathLike: UPath, in older versions, says to be one and gives an address instead of a path.
    if not isinstance(folder, Path) and files is not None and isinstance(getattr(folder, "path", None), str):
        protocol = files.protocol
        if "file" in ({protocol} if isinstance(protocol, str) else protocol):
            return _LocalFolder(Path(folder.path), folder)
        return _FsspecFolder(folder)
    if "://" in str(folder):
        if isinstance(folder, str):
            raise InvalidArgumentError(
                f"{folder!r} is the address of a file system, not a folder; give a path object such as "
                f"upath.UPath({folder!r}).",
                parameter="folder",
            )
    elif isinstance(folder, (str, os.PathLike)):
        path = Path(folder)
        return _LocalFolder(path, folder if hasattr(folder, "__truediv__") else path)
    if all(hasattr(folder, method) for method in _PATH_METHODS):
        return _PathFolder(folder)
    raise InvalidArgumentError(
        f"folder is a {type(folder).__name__}; accepted: a string, a pathlib.Path or another path object.",
        parameter="folder",
    )
