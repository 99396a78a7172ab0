from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from attrs import define

from ..model import Model
from ..shapes import TEXT, Field, Fields
from ..types import UNSET, Unset

__all__ = ["GoogleDriveFolder"]


@define(kw_only=True, eq=False, repr=False, getstate_setstate=False, weakref_slot=False)
class GoogleDriveFolder(Model):
    """A Drive folder that the service account can see.

    Attributes:
        id: Id of the folder.
        name: Name of the folder.
        modified_time: When it last changed, in ISO 8601.
        owner_name: Who owns it.
    """

    id: str | Unset = UNSET
    name: str | Unset = UNSET
    modified_time: str | Unset = UNSET
    owner_name: str | Unset = UNSET

    _fields: ClassVar[Fields] = {
        "id": Field("id", TEXT),
        "name": Field("name", TEXT),
        "modified_time": Field("modifiedTime", TEXT),
        "owner_name": Field("ownerName", TEXT),
    }

    if not TYPE_CHECKING:  # Type checkers would hold the values to be what the conditions say.

        def _fill(self, get, absent):
            value = get("id", absent)
            if type(value) is str or value is UNSET:
                self.id = value
            value = get("name", absent)
            if type(value) is str or value is UNSET:
                self.name = value
            value = get("modifiedTime", absent)
            if type(value) is str or value is UNSET:
                self.modified_time = value
            value = get("ownerName", absent)
            if type(value) is str or value is UNSET:
                self.owner_name = value
