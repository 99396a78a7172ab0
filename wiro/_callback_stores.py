"""Where a receiver of callbacks remembers what it has handled."""

from __future__ import annotations

import asyncio
import hashlib
import os
import time
from collections import OrderedDict
from pathlib import Path
from typing import Final, Protocol

__all__ = ["FolderStore", "MemoryStore", "SeenStore"]

_WEEK_SECONDS: Final = 7 * 24 * 3600.0
#: A folder is looked through for old entries once in so many times.
_CLEAN_UP_EVERY: Final = 1000


class SeenStore(Protocol):
    """Remembers what was handled. One that all processes share makes a callback handled once in all of them."""

    async def add(self, key: str) -> bool:
        """Remember a key, in one atomic step.

        Args:
            key: Such as `task:534574` or `message:` and a guid.

        Returns:
            True if it was not known.
        """
        ...


class MemoryStore:
    """Remembers in this process only, and not for ever.

    Args:
        max_entries: So many keys at most; the oldest are forgotten.
        lifetime_seconds: So long at most.
    """

    def __init__(self, max_entries: int = 100_000, lifetime_seconds: float = _WEEK_SECONDS) -> None:
        self._max_entries = max_entries
        self._lifetime_seconds = lifetime_seconds
        self._seen: OrderedDict[str, float] = OrderedDict()

    def __len__(self) -> int:
        return len(self._seen)

    async def add(self, key: str) -> bool:
        """Remember a key; see `SeenStore.add`."""
        now = time.monotonic()
        while self._seen and next(iter(self._seen.values())) < now:
            self._seen.popitem(last=False)
        if key in self._seen:
            return False
        self._seen[key] = now + self._lifetime_seconds
        while len(self._seen) > self._max_entries:
            self._seen.popitem(last=False)
        return True


class FolderStore:
    """Remembers in a folder: across restarts, and for all processes of a machine that use the same one.

    Args:
        folder: Holds one empty file for each key; created if it is missing. Not for network file systems on which the
            creation of a file is not atomic.
        lifetime_seconds: So long at most.
    """

    def __init__(self, folder: str | os.PathLike[str], lifetime_seconds: float = _WEEK_SECONDS) -> None:
        self._folder = Path(folder)
        self._lifetime_seconds = lifetime_seconds
        self._calls = 0

    async def add(self, key: str) -> bool:
        """Remember a key; see `SeenStore.add`."""
        return await asyncio.to_thread(self._add, key)

    def _add(self, key: str) -> bool:
        if self._calls % _CLEAN_UP_EVERY == 0:
            self._clean_up()
        self._calls += 1
        # Hashed: keys are chosen by others, and names of files are not for them to choose.
        path = self._folder / f"{hashlib.sha256(key.encode()).hexdigest()}.seen"
        try:
            with path.open("xb") as file:
                os.fsync(file.fileno())
        except FileExistsError:
            return False
        return True

    def _clean_up(self) -> None:
        self._folder.mkdir(parents=True, exist_ok=True)
        oldest = time.time() - self._lifetime_seconds
        for path in self._folder.glob("*.seen"):
            try:
                if path.stat().st_mtime < oldest:
                    path.unlink()
            except FileNotFoundError:
                continue  # another process was quicker
