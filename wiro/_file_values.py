"""What may stand for a file in the parameters of a run.

A string is an address and never a path: parameters often come from elsewhere, and a path in them must not make this
process publish one of its files. Whoever means a local file says so with a `pathlib.Path`.
"""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING, Any, Final

from wiro_client.types import File

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["ACCEPTED_FILES", "address_of", "entries_of", "is_address", "is_local_file", "is_pillow_image"]

ACCEPTED_FILES: Final = (
    "an http(s) address, a pathlib.Path, bytes, an open binary file, a PIL image, a wiro.File or an output of a run"
)
_ADDRESS_STARTS: Final = ("http://", "https://", "data:")


def is_local_file(value: object) -> bool:
    """Tell whether a value is a file whose bytes this process has."""
    if isinstance(value, (str, type)) or value is None:
        return False
    if isinstance(value, (File, bytes, bytearray, memoryview, os.PathLike)) or is_pillow_image(value):
        return True
    if isinstance(getattr(value, "path", None), os.PathLike):
        return True  # wiro.SavedFile
    return address_of(value) is None and callable(getattr(value, "read", None))


def address_of(value: object) -> str | None:
    """Return the address of a file that the service can fetch: an output of a run, or a stored file; else None."""
    if isinstance(value, str):
        return value
    url = getattr(value, "url", None)
    return url if isinstance(url, str) and url and not isinstance(value, type) else None


def is_address(text: str) -> bool:
    """Tell whether a string looks like the address of a file."""
    return text.strip().lower().startswith(_ADDRESS_STARTS)


def is_pillow_image(value: object) -> bool:
    """Tell whether a value is an image of Pillow, without importing Pillow."""
    module: Any = sys.modules.get("PIL.Image")
    return module is not None and isinstance(value, module.Image)


def entries_of(value: object) -> Iterator[Any]:
    """Yield the files in the value of a parameter: a list has several, empty values are none."""
    for entry in value if isinstance(value, (list, tuple)) else (value,):
        if entry is not None and not (isinstance(entry, str) and not entry.strip()):
            yield entry
