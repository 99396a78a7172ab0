from __future__ import annotations

from typing import ClassVar

from attrs import define

from ..model import Model
from ..shapes import TEXT, Field, Fields
from ..types import UNSET, Unset

__all__ = ["FileFolderCreateRequest"]


@define(kw_only=True, eq=False, repr=False, getstate_setstate=False, weakref_slot=False)
class FileFolderCreateRequest(Model):
    """Body of ``files_folder_create``: Create a folder.

    Attributes:
        name: Name of the folder. Letters, digits, hyphen and underscore only.
        parentid: Identifier of the folder to create it in; without it the folder is created at the top.
    """

    name: str
    parentid: str | Unset = UNSET

    _fields: ClassVar[Fields] = {
        "name": Field("name", TEXT, required=True),
        "parentid": Field("parentid", TEXT),
    }
    _closed: ClassVar[bool] = True
