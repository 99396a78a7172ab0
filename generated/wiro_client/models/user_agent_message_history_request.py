from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from attrs import define

from ..model import Model
from ..shapes import INTEGER, TEXT, Field, Fields
from ..types import UNSET, Unset

__all__ = ["UserAgentMessageHistoryRequest"]


@define(kw_only=True, eq=False, repr=False, getstate_setstate=False, weakref_slot=False)
class UserAgentMessageHistoryRequest(Model):
    """Body of ``user_agent_messages_history``: List the messages of a session.

    Attributes:
        useragentguid: Guid of the instance.
        sessionkey: Conversation to read; the service uses `default` when it is absent.
        limit: Messages per page, at most 200; the service uses 50 when it is absent.
        before: Guid of a message; only older ones are listed.
    """

    useragentguid: str
    sessionkey: str | Unset = UNSET
    limit: int | Unset = UNSET
    before: str | Unset = UNSET

    _fields: ClassVar[Fields] = {
        "useragentguid": Field("useragentguid", TEXT, required=True),
        "sessionkey": Field("sessionkey", TEXT),
        "limit": Field("limit", INTEGER),
        "before": Field("before", TEXT),
    }

    if not TYPE_CHECKING:  # Type checkers would hold the values to be what the conditions say.

        def _fill(self, get, absent):
            value = get("useragentguid", absent)
            if type(value) is str or value is UNSET:
                self.useragentguid = value
            value = get("sessionkey", absent)
            if type(value) is str or value is UNSET:
                self.sessionkey = value
            value = get("limit", absent)
            if type(value) is int or value is UNSET:
                self.limit = value
            value = get("before", absent)
            if type(value) is str or value is UNSET:
                self.before = value

    _closed: ClassVar[bool] = True
