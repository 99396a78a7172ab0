from __future__ import annotations

from typing import ClassVar

from attrs import define

from ..model import Model
from ..shapes import TEXT, Field, Fields

__all__ = ["UserAgentLogsListRequest"]


@define(kw_only=True, eq=False, repr=False, getstate_setstate=False, weakref_slot=False)
class UserAgentLogsListRequest(Model):
    """Body of ``user_agents_logs_list``: List the days that have a log file.

    Attributes:
        useragentguid: Guid of the instance.
    """

    useragentguid: str

    _fields: ClassVar[Fields] = {
        "useragentguid": Field("useragentguid", TEXT, required=True),
    }
    _closed: ClassVar[bool] = True
