"""Files that the sandbox holds: uploads, inputs of runs, and what models produced. They live in memory only."""

import hashlib
import secrets
import time
from typing import Any
from urllib.parse import quote

from attrs import define, field, frozen

from wiro.sandbox.addresses import Addresses

__all__ = ["FileStore", "Folder", "StoredFile"]

_PREFIX = "/files/"


@frozen(kw_only=True)
class StoredFile:
    """One file: random id, name, media type, content and hash, folder, and when it came (seconds since the epoch)."""

    id: str
    name: str
    content_type: str
    content: bytes = field(repr=False)
    sha256: str
    parent_id: str = ""
    added_time: int = 0


@frozen(kw_only=True)
class Folder:
    """One folder: random id, name, the folder it lies in and when it was made (seconds since the epoch)."""

    id: str
    name: str
    parent_id: str
    added_time: int

    def to_dict(self) -> dict[str, Any]:
        """Return the row of File/FolderCreate."""
        return {
            "id": self.id,
            "name": self.name,
            "parentid": self.parent_id,
            "size": "0",
            "contenttype": "",
            "addedtime": str(self.added_time),
        }


@define
class FileStore:
    """Files and folders by id, with the public address that each file has.

    Args:
        addresses: Under which address the files are served. The service's output URLs are absolute and public, so these
            are too.
        max_bytes: Most that all files together may take; the oldest ones go. The service too keeps files for a limited
            time only.
    """

    addresses: Addresses = field(factory=lambda: Addresses(""))
    max_bytes: int = 1024 * 1024 * 1024
    root_id: str = field(init=False)
    _files: dict[str, StoredFile] = field(factory=dict, init=False)
    _folders: dict[str, Folder] = field(factory=dict, init=False)
    _bytes: int = field(default=0, init=False)

    def __attrs_post_init__(self) -> None:
        self.root_id = _new_id()

    def add(
        self, name: str, content_type: str, content: bytes, *, parent_id: str = "", sha256: str | None = None
    ) -> StoredFile:
        """Store a file.

        Args:
            name: Kept for display; it never becomes a path.
            content_type: Media type.
            content: All of it.
            parent_id: The folder it lies in.
            sha256: Hex digest of the content if it is known already.
        """
        stored = StoredFile(
            id=_new_id(),
            name=name,
            content_type=content_type,
            content=content,
            sha256=sha256 or hashlib.sha256(content).hexdigest(),
            parent_id=parent_id,
            added_time=int(time.time()),
        )
        self._files[stored.id] = stored
        self._bytes += len(content)
        while self._bytes > self.max_bytes:
            self._forget(next(iter(self._files)))
        return stored

    def add_folder(self, name: str, parent_id: str) -> Folder:
        """Create a folder."""
        folder = Folder(id=_new_id(), name=name, parent_id=parent_id, added_time=int(time.time()))
        self._folders[folder.id] = folder
        return folder

    def has_folder(self, folder_id: str) -> bool:
        """Tell whether a folder exists; the root always does."""
        return folder_id == self.root_id or folder_id in self._folders

    def row(self, file: StoredFile) -> dict[str, Any]:
        """Return the row of File/Upload."""
        return {
            "id": file.id,
            "name": file.name,
            "contenttype": file.content_type,
            "size": str(len(file.content)),
            "parentid": file.parent_id,
            "url": self.url(file),
            "addedtime": str(file.added_time),
            "accesskey": file.id,
        }

    def url(self, file: StoredFile) -> str:
        """Return the absolute address of a file."""
        # Clients take names of nothing but dots for steps through folders.
        name = quote(file.name, safe="") if file.name.strip(".") else "file"
        return f"{self.addresses.current}{_PREFIX}{file.id}/{name}"

    def get(self, file_id: str) -> StoredFile | None:
        """Return a file by its id."""
        return self._files.get(file_id)

    def find_url(self, url: str) -> StoredFile | None:
        """Return the file that an address names, None for an address elsewhere."""
        path = self.addresses.path_of(url)
        if path is None or not path.startswith(_PREFIX):
            return None
        return self._files.get(path[len(_PREFIX) :].partition("/")[0])

    def remove(self, url: str) -> None:
        """Forget the file that an address names, if it is one of ours."""
        file = self.find_url(url)
        if file is not None:
            self._forget(file.id)

    def clear(self) -> None:
        """Forget all files and folders."""
        self._files.clear()
        self._folders.clear()
        self._bytes = 0

    def _forget(self, file_id: str) -> None:
        self._bytes -= len(self._files.pop(file_id).content)


def _new_id() -> str:
    return secrets.token_hex(12)
