from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from attrs import define

from ..model import Model
from ..shapes import BOOLEAN, INTEGER, TEXT, Field, Fields, ListOf, Nested, OneOf
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from .error_item import ErrorItem
    from .user_agent_log_event import UserAgentLogEvent

__all__ = ["UserAgentLogsResponse"]


@define(kw_only=True, eq=False, repr=False, getstate_setstate=False, weakref_slot=False)
class UserAgentLogsResponse(Model):
    """Answer of ``user_agents_logs``: Read the last events of a day.

    Attributes:
        result: Whether the request was carried out.
        errors: Why it was not; empty or missing on success. Some operations put plain strings here.
        date: Day as YYYY-MM-DD.
        total_lines: Number of events in the day's file.
        events: The last events.
    """

    result: bool | Unset = UNSET
    errors: list[ErrorItem | str] | Unset = UNSET
    date: str | Unset = UNSET
    total_lines: int | Unset = UNSET
    events: list[UserAgentLogEvent] | Unset = UNSET

    _fields: ClassVar[Fields] = {
        "result": Field("result", BOOLEAN),
        "errors": Field("errors", ListOf(OneOf(Nested("ErrorItem"), TEXT))),
        "date": Field("date", TEXT),
        "total_lines": Field("totalLines", INTEGER),
        "events": Field("events", ListOf(Nested("UserAgentLogEvent"))),
    }

    if not TYPE_CHECKING:  # Type checkers would hold the values to be what the conditions say.

        def _fill(self, get, absent):
            value = get("result", absent)
            if type(value) is bool or value is UNSET:
                self.result = value
            value = get("errors", absent)
            if value is UNSET:
                self.errors = value
            value = get("date", absent)
            if type(value) is str or value is UNSET:
                self.date = value
            value = get("totalLines", absent)
            if type(value) is int or value is UNSET:
                self.total_lines = value
            value = get("events", absent)
            if value is UNSET:
                self.events = value
