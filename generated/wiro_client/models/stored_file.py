from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from attrs import define

from ..model import Model
from ..shapes import TEXT, Field, Fields
from ..types import UNSET, Unset

__all__ = ["StoredFile"]


@define(kw_only=True, eq=False, repr=False, getstate_setstate=False, weakref_slot=False)
class StoredFile(Model):
    """A file or a folder of the account.

    Attributes:
        id: Identifier of the file or folder.
        name: Name of the file or folder.
        contenttype: Media type; empty for a folder.
        size: Size in bytes; "0" for a folder.
        parentid: Identifier of the folder that holds it.
        url: Address of the file, to be given to runs; missing for a folder.
        addedtime: When it was stored, in seconds since the epoch.
        accesskey: Key that the file can be read with; missing for a folder.
    """

    id: str | Unset = UNSET
    name: str | Unset = UNSET
    contenttype: str | Unset = UNSET
    size: str | Unset = UNSET
    parentid: str | Unset = UNSET
    url: str | Unset = UNSET
    addedtime: str | Unset = UNSET
    accesskey: str | Unset = UNSET

    _fields: ClassVar[Fields] = {
        "id": Field("id", TEXT),
        "name": Field("name", TEXT),
        "contenttype": Field("contenttype", TEXT),
        "size": Field("size", TEXT),
        "parentid": Field("parentid", TEXT),
        "url": Field("url", TEXT),
        "addedtime": Field("addedtime", TEXT),
        "accesskey": Field("accesskey", TEXT),
    }

    if not TYPE_CHECKING:  # Type checkers would hold the values to be what the conditions say.

        def _fill(self, get, absent):
            value = get("id", absent)
            if type(value) is str or value is UNSET:
                self.id = value
            value = get("name", absent)
            if type(value) is str or value is UNSET:
                self.name = value
            value = get("contenttype", absent)
            if type(value) is str or value is UNSET:
                self.contenttype = value
            value = get("size", absent)
            if type(value) is str or value is UNSET:
                self.size = value
            value = get("parentid", absent)
            if type(value) is str or value is UNSET:
                self.parentid = value
            value = get("url", absent)
            if type(value) is str or value is UNSET:
                self.url = value
            value = get("addedtime", absent)
            if type(value) is str or value is UNSET:
                self.addedtime = value
            value = get("accesskey", absent)
            if type(value) is str or value is UNSET:
                self.accesskey = value
