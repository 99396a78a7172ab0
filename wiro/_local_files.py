"""Reading local files for a run: opened, named, measured and hashed before the first of them is sent."""

from __future__ import annotations

import hashlib
import io
import mimetypes
import os
import re
from contextlib import ExitStack
from pathlib import Path, PurePath
from typing import TYPE_CHECKING, Any, BinaryIO, Final, TypeAlias, cast

from attrs import field, frozen

from wiro._file_values import is_local_file, is_pillow_image
from wiro.errors import InvalidArgumentError
from wiro_client.types import File

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

__all__ = ["MAX_FILE_BYTES", "LocalFile", "OpenFiles", "UnreadableFileError", "file_parts"]

#: Documented limit of File/Upload; whether these are decimal megabytes is not, so the larger reading counts.
MAX_FILE_BYTES: Final = 100 * 1024 * 1024
_CHUNK_BYTES: Final = 1024 * 1024
_NAME_LENGTH: Final = 200
_UNSAFE: Final = re.compile(r'[\x00-\x1f\x7f/\\:*?"<>|]')
_PNG_MODES: Final = frozenset({"1", "L", "LA", "I", "I;16", "P", "RGB", "RGBA"})
# How files begin, for bytes without a name: the service takes files by the ending of their name.
_BEGINNINGS: Final = (
    (b"\x89PNG", ".png"),
    (b"\xff\xd8\xff", ".jpg"),
    (b"GIF8", ".gif"),
    (b"%PDF", ".pdf"),
    (b"PK\x03\x04", ".zip"),
    (b"ID3", ".mp3"),
    (b"\xff\xfb", ".mp3"),
    (b"\x1aE\xdf\xa3", ".webm"),
)
_RIFF_KINDS: Final = {b"WEBP": ".webp", b"WAVE": ".wav"}
_FTYP_KINDS: Final = ((b"M4A", ".m4a"), (b"qt", ".mov"), (b"heic", ".heic"), (b"", ".mp4"))

_Source: TypeAlias = tuple[bytes | BinaryIO, str | None, str | None]


class UnreadableFileError(Exception):
    """A value that cannot be read as a file. The text is a phrase about it, such as `is a folder`."""


@frozen
class LocalFile:
    """A file that is ready to be sent.

    Attributes:
        payload: Its bytes, or an open file at the right position.
        name: With an ending that tells its kind.
        mime_type: Media type.
        size: In bytes.
        sha256: Of its bytes, in hexadecimal.
    """

    payload: bytes | BinaryIO = field(repr=False)
    name: str
    mime_type: str
    size: int
    sha256: str

    def to_part(self) -> File:
        """Return it as a part of a form."""
        return File(self.payload, self.name, self.mime_type)


class OpenFiles:
    """Local files of one run. Those that were opened here are closed at the end of the `with` block."""

    def __init__(self) -> None:
        self._closing = ExitStack()
        self._starts: list[tuple[BinaryIO, int]] = []

    def __enter__(self) -> OpenFiles:
        return self

    def __exit__(self, *_: object) -> None:
        self._closing.close()

    def read(self, value: object, stem: str) -> LocalFile:
        """Open and hash a file.

        Args:
            value: Whatever `is_local_file` is true of.
            stem: Name, without an ending, of a file that has none.

        Raises:
            UnreadableFileError: It cannot be read, is empty, or is larger than `MAX_FILE_BYTES`.
        """
        try:
            payload, name, mime_type = self._source(value)
            size, digest, head = _measured(payload)
            if not isinstance(payload, bytes):
                self._starts.append((payload, payload.tell()))
        except (OSError, ValueError) as error:
            # A ValueError tells of a closed file, or of an image of a kind that cannot be converted.
            reason = getattr(error, "strerror", None) or str(error) or type(error).__name__
            raise UnreadableFileError(f"cannot be read: {reason}") from error
        if not size:
            raise UnreadableFileError("is an empty file")
        safe = _UNSAFE.sub("_", name or "").strip(" .")[-_NAME_LENGTH:] or stem
        if not PurePath(safe).suffix:
            safe += mimetypes.guess_extension(mime_type or "") or _ending(head)
        kind = mime_type or mimetypes.guess_type(safe)[0] or "application/octet-stream"
        return LocalFile(payload, safe, kind, size, digest)

    def rewind(self) -> None:
        """Go back to where each file begins, so that all can be sent again."""
        for payload, start in self._starts:
            payload.seek(start)

    def _source(self, value: object) -> _Source:
        if isinstance(value, File):
            payload, name = value.payload, value.file_name
            if not isinstance(payload, bytes):
                payload, own_name = _readable(payload)
                name = name or own_name
            return payload, name, value.mime_type
        if isinstance(value, (bytes, bytearray, memoryview)):
            return bytes(value), None, None
        if is_pillow_image(value):
            return _png(value), _stem(getattr(value, "filename", None)), "image/png"
        path = value if isinstance(value, os.PathLike) else getattr(value, "path", None)
        if isinstance(path, os.PathLike):
            found = Path(path)
            if found.is_dir():
                raise UnreadableFileError("is a folder")
            return self._closing.enter_context(found.open("rb")), found.name, None
        payload, name = _readable(value)
        return payload, name, None


def file_parts(opened: OpenFiles, files: Sequence[object]) -> list[File]:
    """Return the files of a message as parts of its form.

    Args:
        opened: Closes them afterwards.
        files: A list of what `is_local_file` is true of.

    Raises:
        InvalidArgumentError: It is something else, or one of them cannot be read.
    """
    if isinstance(files, str | bytes) or not all(is_local_file(file) for file in files):
        raise InvalidArgumentError(
            "files must be a list of pathlib.Path, bytes, open binary files, PIL images or wiro.File.",
            parameter="files",
        )
    try:
        return [opened.read(file, f"file-{number}").to_part() for number, file in enumerate(files, 1)]
    except UnreadableFileError as error:
        raise InvalidArgumentError(f"a file {error}.", parameter="files") from error


def _readable(value: Any) -> tuple[bytes | BinaryIO, str | None]:
    """Return an open file, or what it holds if it cannot be read twice, and its name."""
    own_name = getattr(value, "name", None)
    name = PurePath(own_name).name if isinstance(own_name, str) else None
    if callable(getattr(value, "seekable", None)) and value.seekable() is True and isinstance(value.read(0), bytes):
        return cast("BinaryIO", value), name
    content = value.read(MAX_FILE_BYTES + 1)
    if isinstance(content, str):
        raise UnreadableFileError("is open as text; open it in binary mode")
    if not isinstance(content, bytes):
        raise UnreadableFileError(f"is a {type(value).__name__} whose read() gives no bytes")
    return content, name


def _measured(payload: bytes | BinaryIO) -> tuple[int, str, bytes]:
    """Return size, hash and beginning; an open file is left where it was."""
    digest, size, head = hashlib.sha256(), 0, b""
    for chunk in _chunks(payload):
        head = head or chunk[:16]
        size += len(chunk)
        if size > MAX_FILE_BYTES:
            raise UnreadableFileError(f"is larger than {MAX_FILE_BYTES // 1024 // 1024} MB, the limit of the service")
        digest.update(chunk)
    return size, digest.hexdigest(), head


def _chunks(payload: bytes | BinaryIO) -> Iterator[bytes]:
    if isinstance(payload, bytes):
        yield payload
        return
    start = payload.tell()
    read: Callable[[int], bytes] = payload.read
    try:
        while chunk := read(_CHUNK_BYTES):
            yield chunk
    finally:
        payload.seek(start)


def _png(image: Any) -> bytes:
    target = io.BytesIO()
    converted = image if image.mode in _PNG_MODES else image.convert("RGBA" if image.mode.endswith("A") else "RGB")
    converted.save(target, format="PNG")
    return target.getvalue()


def _stem(name: object) -> str | None:
    """Return the name that an image was opened by, without the ending: it is encoded anew."""
    return PurePath(name).stem or None if isinstance(name, (str, os.PathLike)) else None


def _ending(head: bytes) -> str:
    for beginning, ending in _BEGINNINGS:
        if head.startswith(beginning):
            return ending
    if head.startswith(b"RIFF"):
        return _RIFF_KINDS.get(head[8:12], ".bin")
    if head[4:8] == b"ftyp":
        return next(ending for brand, ending in _FTYP_KINDS if head[8:].startswith(brand))
    return ".bin"
