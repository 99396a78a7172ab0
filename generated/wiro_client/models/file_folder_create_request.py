from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

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

    if not TYPE_CHECKING:  # Type checkers would hold the values to be what the conditions say.

        def _fill(self, get, absent):
            value = get("name", absent)
            if type(value) is str or value is UNSET:
                self.name = value
            value = get("parentid", absent)
            if type(value) is str or value is UNSET:
                self.parentid = value

    _closed: ClassVar[bool] = True
