from __future__ import annotations

from typing import ClassVar

from attrs import define

from ..model import Model
from ..shapes import TEXT, Field, Fields

__all__ = ["UserAgentLogsDeleteRequest"]


@define(kw_only=True, eq=False, repr=False, getstate_setstate=False, weakref_slot=False)
class UserAgentLogsDeleteRequest(Model):
    """Body of ``user_agents_logs_delete``: Delete the log file of a day.

    Attributes:
        useragentguid: Guid of the instance.
        date: Day as YYYY-MM-DD.
    """

    useragentguid: str
    date: str

    _fields: ClassVar[Fields] = {
        "useragentguid": Field("useragentguid", TEXT, required=True),
        "date": Field("date", TEXT, required=True),
    }
    _closed: ClassVar[bool] = True
