from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from attrs import define

from ..model import Model
from ..shapes import INTEGER, TEXT, Field, Fields
from ..types import UNSET, Unset

__all__ = ["UserAgentLogsRequest"]


@define(kw_only=True, eq=False, repr=False, getstate_setstate=False, weakref_slot=False)
class UserAgentLogsRequest(Model):
    """Body of ``user_agents_logs``: Read the last events of a day.

    Attributes:
        useragentguid: Guid of the instance.
        date: Day as YYYY-MM-DD; the service uses today (UTC) when it is absent.
        lines: Number of events, at most 5000; the service uses 200 when it is absent.
    """

    useragentguid: str
    date: str | Unset = UNSET
    lines: int | Unset = UNSET

    _fields: ClassVar[Fields] = {
        "useragentguid": Field("useragentguid", TEXT, required=True),
        "date": Field("date", TEXT),
        "lines": Field("lines", INTEGER),
    }

    if not TYPE_CHECKING:  # Type checkers would hold the values to be what the conditions say.

        def _fill(self, get, absent):
            value = get("useragentguid", absent)
            if type(value) is str or value is UNSET:
                self.useragentguid = value
            value = get("date", absent)
            if type(value) is str or value is UNSET:
                self.date = value
            value = get("lines", absent)
            if type(value) is int or value is UNSET:
                self.lines = value

    _closed: ClassVar[bool] = True
