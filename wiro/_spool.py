"""The local file that a download is collected in before anything appears under a final name."""

from __future__ import annotations

import hashlib
import os
import secrets
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from pathlib import Path

__all__ = ["Spool"]


class Spool:
    """A new file under a temporary name, with the size and hash of what is in it.

    Args:
        folder: Where it is; the folder exists.

    Attributes:
        path: The file.
        size: Bytes that are in it.
        total: Size of the whole file as the server tells it; None while unknown.
        validator: What tells the file from others at its address, as the server says it; None while unknown.
        resumable: Whether what follows can be appended.
    """

    def __init__(self, folder: Path) -> None:
        self.path = folder / f".wiro-{secrets.token_hex(8)}.part"
        # Not tempfile: its files are private, and outputs get the permissions that files of this user get.
        self._file: Any = self.path.open("xb")
        self.restart()

    @property
    def sha256(self) -> str:
        """SHA-256 of what is in it, in hexadecimal."""
        return self._hash.hexdigest()

    def restart(self) -> None:
        """Empty it."""
        self._file.seek(0)
        self._file.truncate()
        self._hash = hashlib.sha256()
        self.size = 0
        self.total: int | None = None
        self.validator: str | None = None
        self.resumable = False

    def write(self, data: bytes) -> None:
        """Append bytes."""
        self._file.write(data)
        self._hash.update(data)
        self.size += len(data)

    def finish(self) -> None:
        """Close it, with every byte on the disk."""
        self._file.flush()
        # Before the rename: after a crash, a final name must not hold less than it promises.
        os.fsync(self._file.fileno())
        self._file.close()

    def discard(self) -> None:
        """Remove it, unless it was moved away."""
        self._file.close()
        self.path.unlink(missing_ok=True)
