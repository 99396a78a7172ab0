"""Values that requests and answers are made of: the mark for "not given", and files."""

from __future__ import annotations

from typing import BinaryIO, Final, Literal, final

from attrs import field, frozen

__all__ = ["UNSET", "File", "Unset"]


@final
class Unset:
    """Type of ``UNSET``. There is one instance only, also after copying and pickling."""

    __slots__ = ()

    _instance: Unset

    def __new__(cls) -> Unset:
        return cls._instance

    def __bool__(self) -> Literal[False]:
        return False

    def __repr__(self) -> str:
        return "UNSET"

    def __reduce__(self) -> tuple[type[Unset], tuple[()]]:
        return Unset, ()


Unset._instance = object.__new__(Unset)

UNSET: Final = Unset()
"""Marks a field or argument that is not there, as opposed to one that is null (None)."""


@frozen
class File:
    """A file to upload.

    Attributes:
        payload: The bytes, or an open binary file. An open file is read in chunks while it is sent, from its current
            position; one that can seek is sent again from the same position when a request is repeated.
        file_name: Name the service sees, 1 to 255 characters without path separators. Default: name of the open
            file, else ``file``.
        mime_type: Content type the service sees. Default: ``application/octet-stream``.
    """

    payload: bytes | BinaryIO = field(repr=False)
    file_name: str | None = None
    mime_type: str | None = None
