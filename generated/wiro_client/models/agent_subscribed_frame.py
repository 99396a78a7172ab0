from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar, Literal

from attrs import define

from ..model import Model
from ..shapes import ANYTHING, BOOLEAN, TEXT, Const, Field, Fields, ListOf
from ..types import UNSET, Unset

__all__ = ["AgentSubscribedFrame"]


@define(kw_only=True, eq=False, repr=False, getstate_setstate=False, weakref_slot=False)
class AgentSubscribedFrame(Model):
    """Answer to agent_info and snapshot of the message. When the status is final, nothing more follows.

    Attributes:
        agenttoken: Token of the message, the only thing that tells which one the event belongs to.
        result: False for an error or a cancellation.
        status: Status of the message, or "unknown" for a token that the server does not know.
        debugoutput: What the agent has written so far; missing for an unknown token.
        messageguid: Guid of the message; newer frames only.
        timeline: Steps so far; newer frames only.
    """

    type_: Literal["agent_subscribed"] = "agent_subscribed"
    agenttoken: str | Unset = UNSET
    result: bool | Unset = UNSET
    status: str | Unset = UNSET
    debugoutput: str | Unset = UNSET
    messageguid: str | Unset = UNSET
    timeline: list[Any] | Unset = UNSET

    _fields: ClassVar[Fields] = {
        "type_": Field("type", Const("agent_subscribed")),
        "agenttoken": Field("agenttoken", TEXT),
        "result": Field("result", BOOLEAN),
        "status": Field("status", TEXT),
        "debugoutput": Field("debugoutput", TEXT),
        "messageguid": Field("messageguid", TEXT),
        "timeline": Field("timeline", ListOf(ANYTHING)),
    }

    if not TYPE_CHECKING:  # Type checkers would hold the values to be what the conditions say.

        def _fill(self, get, absent):
            value = get("type", absent)
            if value is UNSET:
                self.type_ = value
            value = get("agenttoken", absent)
            if type(value) is str or value is UNSET:
                self.agenttoken = value
            value = get("result", absent)
            if type(value) is bool or value is UNSET:
                self.result = value
            value = get("status", absent)
            if type(value) is str or value is UNSET:
                self.status = value
            value = get("debugoutput", absent)
            if type(value) is str or value is UNSET:
                self.debugoutput = value
            value = get("messageguid", absent)
            if type(value) is str or value is UNSET:
                self.messageguid = value
            value = get("timeline", absent)
            if value is UNSET:
                self.timeline = value
