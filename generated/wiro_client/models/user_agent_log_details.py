from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

from attrs import define

from ..model import Model
from ..shapes import Fields

if TYPE_CHECKING:
    from collections.abc import Callable

__all__ = ["UserAgentLogDetails"]


@define(kw_only=True, eq=False, repr=False, getstate_setstate=False, weakref_slot=False)
class UserAgentLogDetails(Model):
    """Facts of the event; the fields depend on its kind and action."""

    _fields: ClassVar[Fields] = {}

    def _fill(self, get: Callable[[str, Any], Any], absent: Any) -> None:
        pass
