"""Saving the outputs of a run: streamed, checked, and never half a file under a final name."""

from __future__ import annotations

import asyncio
import errno
import hashlib
import mimetypes
import os
import re
import secrets
import unicodedata
from collections.abc import AsyncIterable, Callable, Sequence
from contextlib import AbstractAsyncContextManager
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING, Any, Final, Protocol, TypeAlias
from urllib.parse import unquote, urlsplit

from attrs import field, frozen

from wiro.errors import DownloadError

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["OpenDownload", "SavableOutput", "SavedFile", "safe_file_name", "save_outputs"]

#: Opens a URL: an asynchronous context manager whose value yields the bytes in chunks.
OpenDownload: TypeAlias = Callable[[str], AbstractAsyncContextManager[AsyncIterable[bytes]]]

_ATTEMPTS: Final = 3
_RETRY_SECONDS: Final = 0.5
#: Chunks are gathered up to this many bytes before a thread writes them: a hop for each network packet costs more.
_WRITE_BYTES: Final = 1024 * 1024
#: Longest file name in bytes of UTF-8; file systems stop at 255, and a number may still be added.
_NAME_BYTES: Final = 200
_SUFFIX_BYTES: Final = 20
#: Not allowed in names on Windows; a folder may be a share.
_FORBIDDEN: Final = re.compile(r'[<>:"|?*/\\]')
_RESERVED: Final = re.compile(r"(?i)(con|prn|aux|nul|com[0-9]|lpt[0-9])(\..*)?")


class SavableOutput(Protocol):
    """What is known of a file before it is fetched: `wiro.runs.Output`."""

    @property
    def name(self) -> str:
        """Name that the server gives it; may be empty or hostile."""
        ...

    @property
    def content_type(self) -> str:
        """Media type; may be empty."""
        ...

    @property
    def size(self) -> int | None:
        """Size in bytes, None if not known."""
        ...

    @property
    def url(self) -> str:
        """Where it is."""
        ...


@frozen(slots=True)
class SavedFile:
    """A file that was saved.

    Attributes:
        path: Where it is now.
        size: Size in bytes.
        sha256: SHA-256 of its bytes, in hexadecimal.
        url: Where it came from. Not in the repr: signed addresses carry their secret in the query.
        name: Name that the server gave it.
    """

    path: Path
    size: int
    sha256: str
    url: str = field(repr=False)
    name: str


async def save_outputs(
    outputs: Sequence[SavableOutput], folder: str | os.PathLike[str], open_download: OpenDownload
) -> tuple[SavedFile, ...]:
    """Fetch files into a folder, one after the other.

    Args:
        outputs: What to fetch.
        folder: Where to; created if it is missing.
        open_download: Opens a URL for reading.

    Returns:
        One entry for each output, in their order. Two outputs of the same name get distinct names; a file of the same
        name and content that is there already is kept, one of other content is never overwritten.

    Raises:
        DownloadError: A file could not be fetched whole, or has another size than announced. Files saved before stay.
        OSError: The folder cannot be written.
    """
    target = Path(folder)
    await asyncio.to_thread(target.mkdir, parents=True, exist_ok=True)
    saved: list[SavedFile] = []
    taken: set[str] = set()
    for index, output in enumerate(outputs):
        name = safe_file_name(output.name, output.url, output.content_type, index)
        part = await _fetched(output, target, open_download)
        try:
            path = await asyncio.to_thread(part.place, name, taken)
        finally:
            part.discard()
        saved.append(SavedFile(path=path, size=part.size, sha256=part.sha256, url=output.url, name=output.name))
    return tuple(saved)


def safe_file_name(name: str, url: str = "", content_type: str = "", index: int = 0) -> str:
    """Make a file name out of what a server says, which stays inside its folder on every system.

    Args:
        name: The server's name for the file; only its last component counts.
        url: Taken instead if the name gives nothing.
        content_type: Gives the extension if neither does.
        index: Number for a file without any name.
    """
    for source in (name, _path_of(url)):
        cleaned = _cleaned(source)
        if cleaned:
            return cleaned
    return f"output-{index}{mimetypes.guess_extension(content_type.partition(';')[0].strip()) or ''}"


def _path_of(url: str) -> str:
    try:
        return unquote(urlsplit(url).path)
    except ValueError:  # no URL at all, which opening it will say
        return ""


def _cleaned(name: str) -> str:
    last = PurePosixPath(unicodedata.normalize("NFC", name).replace("\\", "/")).name
    # Category C: control characters, and the invisible ones that make a name read backwards.
    visible = "".join(character for character in last if not unicodedata.category(character).startswith("C"))
    # No leading dot: an output never becomes a hidden or a configuration file.
    cleaned = _FORBIDDEN.sub("_", visible).lstrip(". ").rstrip(". ")
    if _RESERVED.fullmatch(cleaned):
        cleaned = f"_{cleaned}"
    stem, suffix = os.path.splitext(cleaned)
    if len(suffix.encode()) > _SUFFIX_BYTES:
        stem, suffix = cleaned, ""
    return stem.encode()[: _NAME_BYTES - len(suffix.encode())].decode(errors="ignore") + suffix


async def _fetched(output: SavableOutput, folder: Path, open_download: OpenDownload) -> _PartFile:
    """Fetch one file to a temporary name, from the start again if the connection breaks off."""
    for attempt in range(_ATTEMPTS):
        part = await asyncio.to_thread(_PartFile, folder)
        try:
            await _stream(output, part, open_download)
        except DownloadError as error:
            part.discard()
            if not error.retryable or attempt == _ATTEMPTS - 1:
                raise
            await asyncio.sleep(_RETRY_SECONDS * 2**attempt)
        except BaseException:
            part.discard()
            raise
        else:
            return part
    raise AssertionError("unreachable: the last attempt returns or raises")


async def _stream(output: SavableOutput, part: _PartFile, open_download: OpenDownload) -> None:
    async with open_download(output.url) as chunks:
        gathered = bytearray()
        async for chunk in chunks:
            gathered += chunk
            if len(gathered) >= _WRITE_BYTES:
                await asyncio.to_thread(part.write, bytes(gathered))
                gathered.clear()
        await asyncio.to_thread(part.finish, bytes(gathered))
    if output.size is not None and part.size != output.size:
        raise DownloadError(
            f"{output.name or 'An output'} has {part.size} bytes; {output.size} were announced.",
            url=output.url,
            retryable=True,
        )


class _PartFile:
    """A file under a temporary name in its future folder, so that renaming is atomic."""

    def __init__(self, folder: Path) -> None:
        self._path = folder / f".wiro-{secrets.token_hex(8)}.part"
        # Not tempfile: its files are private, and outputs get the permissions that files of this user get.
        self._file: Any = self._path.open("xb")
        self._hash = hashlib.sha256()
        self.size = 0

    @property
    def sha256(self) -> str:
        return self._hash.hexdigest()

    def write(self, data: bytes) -> None:
        self._file.write(data)
        self._hash.update(data)
        self.size += len(data)

    def finish(self, data: bytes) -> None:
        self.write(data)
        self._file.flush()
        # Before the rename: after a crash, a final name must not hold less than it promises.
        os.fsync(self._file.fileno())
        self._file.close()

    def place(self, name: str, taken: set[str]) -> Path:
        """Give the file its final name, or the next free one, and return where it is."""
        for candidate in _numbered(name):
            # Without case: some file systems do not tell such names apart.
            if candidate.casefold() in taken:
                continue
            path = self._path.with_name(candidate)
            if self._rename_to(path) or self._is_same(path):
                taken.add(candidate.casefold())
                return path
        raise AssertionError("unreachable: names do not run out")

    def discard(self) -> None:
        self._file.close()
        self._path.unlink(missing_ok=True)

    def _rename_to(self, path: Path) -> bool:
        """Rename without ever replacing a file; False if the name is taken."""
        try:
            os.link(self._path, path)
        except FileExistsError:
            return False
        except OSError as error:
            if error.errno in (errno.ENOSPC, errno.EDQUOT, errno.EROFS):
                raise
            # No hard links on this file system.
            if os.path.lexists(path):
                return False
            self._path.rename(path)
        return True

    def _is_same(self, path: Path) -> bool:
        if path.is_symlink() or not path.is_file() or path.stat().st_size != self.size:
            return False
        with path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest() == self.sha256


def _numbered(name: str) -> Iterator[str]:
    yield name
    stem, suffix = os.path.splitext(name)
    number = 0
    while True:
        number += 1
        yield f"{stem}-{number}{suffix}"
