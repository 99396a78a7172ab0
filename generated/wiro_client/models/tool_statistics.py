from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from attrs import define

from ..model import Model
from ..shapes import INTEGER, TEXT, Field, Fields, OneOf
from ..types import UNSET, Unset

__all__ = ["ToolStatistics"]


@define(kw_only=True, eq=False, repr=False, getstate_setstate=False, weakref_slot=False)
class ToolStatistics(Model):
    """Counters of a model's past runs. Some answers carry them as JSON text.

    Attributes:
        runcount: Number of runs.
        successcount: Number of runs that succeeded.
        errorcount: Number of runs that failed.
        lastruntime: Start of the last run, in seconds (or milliseconds) since the epoch.
    """

    runcount: int | str | Unset = UNSET
    successcount: str | Unset = UNSET
    errorcount: str | Unset = UNSET
    lastruntime: str | Unset = UNSET

    _fields: ClassVar[Fields] = {
        "runcount": Field("runcount", OneOf(INTEGER, TEXT)),
        "successcount": Field("successcount", TEXT),
        "errorcount": Field("errorcount", TEXT),
        "lastruntime": Field("lastruntime", TEXT),
    }

    if not TYPE_CHECKING:  # Type checkers would hold the values to be what the conditions say.

        def _fill(self, get, absent):
            value = get("runcount", absent)
            if type(value) in (int, str) or value is UNSET:
                self.runcount = value
            value = get("successcount", absent)
            if type(value) is str or value is UNSET:
                self.successcount = value
            value = get("errorcount", absent)
            if type(value) is str or value is UNSET:
                self.errorcount = value
            value = get("lastruntime", absent)
            if type(value) is str or value is UNSET:
                self.lastruntime = value
