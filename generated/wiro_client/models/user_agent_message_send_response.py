from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from attrs import define

from ..model import Model
from ..shapes import BOOLEAN, NULL, TEXT, Field, Fields, ListOf, Nested, OneOf
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from .error_item import ErrorItem

__all__ = ["UserAgentMessageSendResponse"]


@define(kw_only=True, eq=False, repr=False, getstate_setstate=False, weakref_slot=False)
class UserAgentMessageSendResponse(Model):
    """Answer of ``user_agent_messages_send``: Send a message to a running agent.

    Attributes:
        result: Whether the request was carried out.
        errors: Why it was not; empty or missing on success. Some operations put plain strings here.
        messageguid: Guid of the message.
        agenttoken: Token to follow it by, on the socket and in Detail.
        status: `agent_queue`.
    """

    result: bool | Unset = UNSET
    errors: list[ErrorItem | str] | Unset = UNSET
    messageguid: str | None | Unset = UNSET
    agenttoken: str | None | Unset = UNSET
    status: str | None | Unset = UNSET

    _fields: ClassVar[Fields] = {
        "result": Field("result", BOOLEAN),
        "errors": Field("errors", ListOf(OneOf(Nested("ErrorItem"), TEXT))),
        "messageguid": Field("messageguid", OneOf(TEXT, NULL)),
        "agenttoken": Field("agenttoken", OneOf(TEXT, NULL)),
        "status": Field("status", OneOf(TEXT, NULL)),
    }

    if not TYPE_CHECKING:  # Type checkers would hold the values to be what the conditions say.

        def _fill(self, get, absent):
            value = get("result", absent)
            if type(value) is bool or value is UNSET:
                self.result = value
            value = get("errors", absent)
            if value is UNSET:
                self.errors = value
            value = get("messageguid", absent)
            if value is None or type(value) is str or value is UNSET:
                self.messageguid = value
            value = get("agenttoken", absent)
            if value is None or type(value) is str or value is UNSET:
                self.agenttoken = value
            value = get("status", absent)
            if value is None or type(value) is str or value is UNSET:
                self.status = value
