from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from attrs import define

from ..model import Model
from ..shapes import BOOLEAN, INTEGER, TEXT, Field, Fields
from ..types import UNSET, Unset

__all__ = ["UserAgentLogFile"]


@define(kw_only=True, eq=False, repr=False, getstate_setstate=False, weakref_slot=False)
class UserAgentLogFile(Model):
    """The log file of a day.

    Attributes:
        date: Day as YYYY-MM-DD.
        filename: Name of the file.
        size: Bytes on disk, compressed where it is.
        compressed: Whether it is gzipped.
    """

    date: str | Unset = UNSET
    filename: str | Unset = UNSET
    size: int | Unset = UNSET
    compressed: bool | Unset = UNSET

    _fields: ClassVar[Fields] = {
        "date": Field("date", TEXT),
        "filename": Field("filename", TEXT),
        "size": Field("size", INTEGER),
        "compressed": Field("compressed", BOOLEAN),
    }

    if not TYPE_CHECKING:  # Type checkers would hold the values to be what the conditions say.

        def _fill(self, get, absent):
            value = get("date", absent)
            if type(value) is str or value is UNSET:
                self.date = value
            value = get("filename", absent)
            if type(value) is str or value is UNSET:
                self.filename = value
            value = get("size", absent)
            if type(value) is int or value is UNSET:
                self.size = value
            value = get("compressed", absent)
            if type(value) is bool or value is UNSET:
                self.compressed = value
