"""Multipart forms (RFC 7578) whose files arrive byte for byte, streamed where they are open files."""

from __future__ import annotations

import os
import secrets
from collections.abc import AsyncIterator, Iterator, Sequence
from typing import BinaryIO

from .calls import FormPart
from .errors import InvalidArgumentError
from .types import File

__all__ = ["MultipartBody", "encode_multipart"]

_CHUNK_BYTES = 64 * 1024
_LONGEST_FILE_NAME = 255


class MultipartBody:
    """Body of a multipart form, read in chunks: ``for chunk in body`` or ``async for chunk in body.stream()``.

    Attributes:
        content_length: Bytes of the whole body, or None if an open file does not tell its size.
        replayable: True if the body can be sent again: every open file in it can seek.
    """

    def __init__(self, pieces: Sequence[bytes | BinaryIO]) -> None:
        self._pieces = tuple(pieces)
        self._starts: list[int | None] = []
        self.content_length: int | None = 0
        for piece in self._pieces:
            start, length = _position_and_length(piece)
            self._starts.append(start)
            if self.content_length is not None:
                self.content_length = None if length is None else self.content_length + length
        self.replayable = all(
            start is not None
            for piece, start in zip(self._pieces, self._starts, strict=True)
            if not isinstance(piece, bytes)
        )

    def __iter__(self) -> Iterator[bytes]:
        for piece, start in zip(self._pieces, self._starts, strict=True):
            if isinstance(piece, bytes):
                yield piece
                continue
            if start is not None:
                piece.seek(start)
            while chunk := piece.read(_CHUNK_BYTES):
                yield chunk

    async def stream(self) -> AsyncIterator[bytes]:
        """Yield the same chunks to a coroutine. Open files are read in the event loop, 64 KiB at a time."""
        for chunk in self:
            yield chunk

    def in_memory(self) -> bool:
        """Return True if no open file is part of the body."""
        return all(isinstance(piece, bytes) for piece in self._pieces)


def encode_multipart(parts: Sequence[FormPart], *, boundary: str | None = None) -> tuple[str, bytes | MultipartBody]:
    """Return content type and body of a multipart form.

    Args:
        parts: The parts in order.
        boundary: Text between the parts. Default: 32 random hexadecimal digits, so that no file can contain it by
            accident or on purpose.

    Returns:
        The Content-Type header, and the body: bytes if everything is in memory, else a ``MultipartBody`` that
        streams its files (send ``content_length`` as Content-Length where it is known).

    Raises:
        InvalidArgumentError: A file name is empty, longer than 255 characters, or holds a path separator or a
            control character.
    """
    chosen = secrets.token_hex(16) if boundary is None else boundary
    pieces: list[bytes | BinaryIO] = []
    head = ""
    for part in parts:
        head += f'--{chosen}\r\nContent-Disposition: form-data; name="{_quoted(part.name)}"'
        if isinstance(part.value, File):
            file = part.value
            head += f'; filename="{_quoted(_file_name(file))}"\r\nContent-Type: {_mime_type(file)}\r\n\r\n'
            pieces += [head.encode(), file.payload]
            head = "\r\n"
        else:
            head += f"\r\n\r\n{part.value}\r\n"
    pieces.append(f"{head}--{chosen}--\r\n".encode())
    body = MultipartBody(pieces)
    return f"multipart/form-data; boundary={chosen}", b"".join(body) if body.in_memory() else body


def _position_and_length(piece: bytes | BinaryIO) -> tuple[int | None, int | None]:
    if isinstance(piece, bytes):
        return 0, len(piece)
    try:
        start = piece.tell()
        end = piece.seek(0, os.SEEK_END)
        piece.seek(start)
    except (OSError, AttributeError, ValueError):
        return None, None
    return start, end - start


def _quoted(text: str) -> str:
    if any(ord(character) < 32 or ord(character) == 127 for character in text):
        raise InvalidArgumentError("names of form fields and files must not hold control characters", parameter=text)
    return text.replace("\\", "\\\\").replace('"', '\\"')


def _file_name(file: File) -> str:
    name = file.file_name
    if name is None:
        own_name = getattr(file.payload, "name", None)
        return os.path.basename(own_name) if isinstance(own_name, str) and os.path.basename(own_name) else "file"
    name = name.strip()
    if not name or len(name) > _LONGEST_FILE_NAME or "/" in name or "\\" in name:
        raise InvalidArgumentError(
            "file_name must have 1 to 255 characters and no path separator", parameter="file_name"
        )
    return name


def _mime_type(file: File) -> str:
    mime_type = file.mime_type or "application/octet-stream"
    if any(ord(character) < 32 for character in mime_type):
        raise InvalidArgumentError("mime_type must not hold control characters", parameter="mime_type")
    return mime_type
