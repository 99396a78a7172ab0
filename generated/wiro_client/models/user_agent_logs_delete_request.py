from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

from attrs import define

from ..model import Model
from ..shapes import TEXT, Field, Fields
from ..types import UNSET

if TYPE_CHECKING:
    from collections.abc import Callable

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

    def _fill(self, get: Callable[[str, Any], Any], absent: Any) -> None:
        value = get("useragentguid", absent)
        if type(value) is str or value is UNSET:
            self.useragentguid = value
        value = get("date", absent)
        if type(value) is str or value is UNSET:
            self.date = value

    _closed: ClassVar[bool] = True
