"""Files that the sandbox serves: inputs that were uploaded with a run, and what models produced."""

import hashlib
import secrets
from urllib.parse import quote

from attrs import define, field, frozen

__all__ = ["FileStore", "StoredFile"]


@frozen
class StoredFile:
    """One file in memory: random id, name, media type and content."""

    id: str
    name: str
    content_type: str
    content: bytes = field(repr=False)

    @property
    def sha256(self) -> str:
        """Hex digest of the content."""
        return hashlib.sha256(self.content).hexdigest()


@define
class FileStore:
    """Files by id, with the public address that each has.

    Args:
        base_url: Address under which the files are served, without a slash at the end. The service's output URLs are
            absolute and public, so these are too.
    """

    base_url: str = ""
    _files: dict[str, StoredFile] = field(factory=dict, init=False)

    def add(self, name: str, content_type: str, content: bytes) -> StoredFile:
        """Store a file. The name is kept for display; it never becomes a path."""
        stored = StoredFile(secrets.token_hex(12), name, content_type, content)
        self._files[stored.id] = stored
        return stored

    def url(self, file: StoredFile) -> str:
        """Return the absolute address of a file."""
        return f"{self.base_url}/files/{file.id}/{quote(file.name, safe='')}"

    def get(self, file_id: str) -> StoredFile | None:
        """Return a file by its id."""
        return self._files.get(file_id)

    def find_url(self, url: str) -> StoredFile | None:
        """Return the file that an address names, None for an address elsewhere."""
        prefix = f"{self.base_url}/files/"
        if not url.startswith(prefix):
            return None
        return self._files.get(url[len(prefix) :].partition("/")[0])

    def remove(self, url: str) -> None:
        """Forget the file that an address names, if it is one of ours."""
        file = self.find_url(url)
        if file is not None:
            self._files.pop(file.id, None)

    def clear(self) -> None:
        """Forget all files."""
        self._files.clear()
