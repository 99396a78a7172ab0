"""Saving the outputs of a run: streamed, resumed, checked, and never half a file under a final name."""

from __future__ import annotations

import asyncio
import tempfile
from collections.abc import AsyncIterable
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, Generic, Protocol, TypeVar

from attrs import field, frozen

from wiro._file_names import safe_file_name
from wiro._save_folders import folder_for
from wiro._spool import Spool
from wiro.errors import DownloadError

if TYPE_CHECKING:
    from collections.abc import Sequence
    from contextlib import AbstractAsyncContextManager

__all__ = [
    "DownloadBody",
    "OpenDownload",
    "SavableOutput",
    "SavedFile",
    "read_output",
    "safe_file_name",
    "save_outputs",
]

_ATTEMPTS: Final = 3
_RETRY_SECONDS: Final = 0.5
#: An attempt that brought so many new bytes was none in vain: a large file on a bad line breaks off more than once.
_PROGRESS_BYTES: Final = 1024 * 1024
#: Chunks are gathered up to this many bytes before a thread writes them: a hop for each network packet costs more.
_WRITE_BYTES: Final = 1024 * 1024
#: Answers to a request for the rest of a file which say that there is no such rest.
_NO_REST: Final = frozenset({206, 416})

_Path = TypeVar("_Path")


class DownloadBody(AsyncIterable[bytes], Protocol):
    """A file that is open for reading, iterated for its bytes: `wiro.transport.AsyncDownload`."""

    @property
    def size(self) -> int | None:
        """Size of the whole file in bytes, None if not known."""
        ...

    @property
    def start(self) -> int:
        """Where in the file the bytes begin."""
        ...

    @property
    def validator(self) -> str | None:
        """What tells this file from others at its address."""
        ...

    @property
    def resumable(self) -> bool:
        """Whether the rest can be asked for if the connection breaks."""
        ...


class OpenDownload(Protocol):
    """Opens a URL for reading: `wiro.transport.AsyncTransport.download`."""

    def __call__(
        self, url: str, *, start: int = 0, validator: str | None = None
    ) -> AbstractAsyncContextManager[DownloadBody]:
        """Open a file.

        Args:
            url: Where it is.
            start: Ask for the bytes from this one on; all of them may come.
            validator: Of the file that the bytes before `start` are of.
        """
        ...


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
class SavedFile(Generic[_Path]):
    """A file that was saved.

    Attributes:
        path: Where it is now; of the kind that the folder was given as, `pathlib.Path` for a string.
        size: Size in bytes.
        sha256: SHA-256 of its bytes, in hexadecimal.
        url: Where it came from. Not in the repr: signed addresses carry their secret in the query.
        name: Name that the server gave it.
    """

    path: _Path
    size: int
    sha256: str
    url: str = field(repr=False)
    name: str


async def save_outputs(
    outputs: Sequence[SavableOutput],
    folder: object,
    open_download: OpenDownload,
    *,
    overwrite: bool = False,
    name: str | None = None,
) -> tuple[SavedFile[Any], ...]:
    """Fetch files into a folder, one after the other.

    Each is collected in a local file first, with the rest asked for again when the connection breaks, and appears under
    its name when it is whole.

    Args:
        outputs: What to fetch.
        folder: Where to, created if it is missing: a string or `os.PathLike` for a local folder, or a path object of
            another file system (`upath.UPath`, Airflow's `ObjectStoragePath`, cloudpathlib).
        open_download: Opens a URL for reading.
        overwrite: Replace a file that has the name already. Otherwise such a file stays: the new one gets a number,
            unless both are equal.
        name: Call the files so instead of what the server calls them.

    Returns:
        One entry for each output, in their order. Two outputs of the same name get distinct names.

    Raises:
        InvalidArgumentError: `folder` is none, or is the address of a file system as a string.
        DownloadError: A file could not be fetched whole, or has another size than announced. Files saved before stay.
        OSError: The folder cannot be written. Other file systems may raise errors of their own.
    """
    target = await asyncio.to_thread(folder_for, folder)
    saved: list[SavedFile[Any]] = []
    taken: set[str] = set()
    for index, output in enumerate(outputs):
        wanted = safe_file_name(name or output.name, output.url, output.content_type, index)
        spool = await asyncio.to_thread(target.open_spool)
        try:
            await _fetch(output, spool, open_download)
            path = await asyncio.to_thread(target.place, spool, wanted, taken, overwrite=overwrite)
        finally:
            spool.discard()
        saved.append(SavedFile(path=path, size=spool.size, sha256=spool.sha256, url=output.url, name=output.name))
    return tuple(saved)


async def read_output(output: SavableOutput, open_download: OpenDownload) -> bytes:
    """Fetch a file into memory, as carefully as one that is saved.

    Args:
        output: What to fetch.
        open_download: Opens a URL for reading.

    Raises:
        DownloadError: It could not be fetched whole, or has another size than announced.
        OSError: There is no room for it in the temporary folder.
    """
    spool = await asyncio.to_thread(Spool, Path(tempfile.gettempdir()))
    try:
        await _fetch(output, spool, open_download)
        return await asyncio.to_thread(spool.path.read_bytes)
    finally:
        spool.discard()


async def _fetch(output: SavableOutput, spool: Spool, open_download: OpenDownload) -> None:
    """Fetch one file. What a broken connection brought is kept, and the rest is asked for."""
    failures = reached = 0
    while True:
        try:
            await _stream(output, spool, open_download)
            await asyncio.to_thread(spool.finish)
            return
        except DownloadError as error:
            failures = failures + 1 if spool.size < reached + _PROGRESS_BYTES else 1
            no_rest = spool.size > 0 and error.status_code in _NO_REST
            if failures >= _ATTEMPTS or not (error.retryable or no_rest):
                raise
            reached = max(reached, spool.size)
            if no_rest or not spool.resumable:
                await asyncio.to_thread(spool.restart)
            await asyncio.sleep(_RETRY_SECONDS * 2 ** (failures - 1))


async def _stream(output: SavableOutput, spool: Spool, open_download: OpenDownload) -> None:
    async with open_download(output.url, start=spool.size, validator=spool.validator) as body:
        if body.start:
            _check_rest(output, spool, body)
        elif spool.size:
            await asyncio.to_thread(spool.restart)
        spool.total, spool.validator, spool.resumable = body.size, body.validator, body.resumable
        gathered = bytearray()
        try:
            async for chunk in body:
                gathered += chunk
                if len(gathered) >= _WRITE_BYTES:
                    await asyncio.to_thread(spool.write, bytes(gathered))
                    gathered.clear()
        except DownloadError:
            # What came before the connection broke need not come again.
            await asyncio.to_thread(spool.write, bytes(gathered))
            raise
        await asyncio.to_thread(spool.write, bytes(gathered))
    if output.size is not None and spool.size != output.size:
        spool.resumable = False
        raise DownloadError(
            f"{output.name or 'An output'} has {spool.size} bytes; {output.size} were announced.",
            url=output.url,
            retryable=True,
        )


def _check_rest(output: SavableOutput, spool: Spool, body: DownloadBody) -> None:
    """Compare with the bytes before: not every server looks at the validator."""
    same_file = spool.validator is None or body.validator is None or spool.validator == body.validator
    same_size = spool.total is None or body.size is None or spool.total == body.size
    if body.start != spool.size or not same_file or not same_size:
        spool.resumable = False
        raise DownloadError(
            f"{output.name or 'An output'} was replaced by another file while it was fetched.",
            url=output.url,
            retryable=True,
        )
