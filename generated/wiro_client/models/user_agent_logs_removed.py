from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from attrs import define

from ..model import Model
from ..shapes import BOOLEAN, Field, Fields
from ..types import UNSET, Unset

__all__ = ["UserAgentLogsRemoved"]


@define(kw_only=True, eq=False, repr=False, getstate_setstate=False, weakref_slot=False)
class UserAgentLogsRemoved(Model):
    """Which forms of the file were deleted; both false when there was none.

    Attributes:
        plain: The plain file.
        gz: The gzipped file.
    """

    plain: bool | Unset = UNSET
    gz: bool | Unset = UNSET

    _fields: ClassVar[Fields] = {
        "plain": Field("plain", BOOLEAN),
        "gz": Field("gz", BOOLEAN),
    }

    if not TYPE_CHECKING:  # Type checkers would hold the values to be what the conditions say.

        def _fill(self, get, absent):
            value = get("plain", absent)
            if type(value) is bool or value is UNSET:
                self.plain = value
            value = get("gz", absent)
            if type(value) is bool or value is UNSET:
                self.gz = value
