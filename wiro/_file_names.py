"""File names out of what a server says: they stay inside their folder on every system."""

from __future__ import annotations

import mimetypes
import os
import re
import unicodedata
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, Final
from urllib.parse import unquote, urlsplit

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["numbered", "safe_file_name"]

#: Longest file name in bytes of UTF-8; file systems stop at 255, and a number may still be added.
_NAME_BYTES: Final = 200
_SUFFIX_BYTES: Final = 20
#: Not allowed in names on Windows; a folder may be a share.
_FORBIDDEN: Final = re.compile(r'[<>:"|?*/\\]')
_RESERVED: Final = re.compile(r"(?i)(con|prn|aux|nul|com[0-9]|lpt[0-9])(\..*)?")


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


def numbered(name: str) -> Iterator[str]:
    """Yield a name, then the same with a number before its ending, without end."""
    yield name
    stem, suffix = os.path.splitext(name)
    number = 0
    while True:
        number += 1
        yield f"{stem}-{number}{suffix}"


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
