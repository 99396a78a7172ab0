from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

from attrs import define

from ..model import Model
from ..shapes import BOOLEAN, Field, Fields
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from collections.abc import Callable

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

    def _fill(self, get: Callable[[str, Any], Any], absent: Any) -> None:
        value = get("plain", absent)
        if type(value) is bool or value is UNSET:
            self.plain = value
        value = get("gz", absent)
        if type(value) is bool or value is UNSET:
            self.gz = value
