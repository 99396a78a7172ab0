from __future__ import annotations

from typing import ClassVar

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
    _closed: ClassVar[bool] = True
