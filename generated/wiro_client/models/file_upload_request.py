from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from attrs import define

from ..model import Model
from ..shapes import BINARY, TEXT, Field, Fields
from ..types import UNSET, File, Unset

__all__ = ["FileUploadRequest"]


@define(kw_only=True, eq=False, repr=False, getstate_setstate=False, weakref_slot=False)
class FileUploadRequest(Model):
    """Body of ``files_upload``: Upload a file.

    Attributes:
        file: The file, at most 100 MB.
        folderid: Identifier of the folder to store it in; without it the account's default folder.
    """

    file: File
    folderid: str | Unset = UNSET

    _fields: ClassVar[Fields] = {
        "file": Field("file", BINARY, required=True),
        "folderid": Field("folderid", TEXT),
    }

    if not TYPE_CHECKING:  # Type checkers would hold the values to be what the conditions say.

        def _fill(self, get, absent):
            value = get("file", absent)
            if value is UNSET:
                self.file = value
            value = get("folderid", absent)
            if type(value) is str or value is UNSET:
                self.folderid = value

    _closed: ClassVar[bool] = True
