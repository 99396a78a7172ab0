from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar, Literal

from attrs import define

from ..model import Model
from ..shapes import ANYTHING, BOOLEAN, MISFIT, TEXT, Const, Field, Fields
from ..types import UNSET, Unset

__all__ = ["AgentStartFrame"]


@define(kw_only=True, eq=False, repr=False, getstate_setstate=False, weakref_slot=False)
class AgentStartFrame(Model):
    """The agent has begun to work on the message.

    Attributes:
        agenttoken: Token of the message, the only thing that tells which one the event belongs to.
        result: False for an error or a cancellation.
        message: An empty string.
    """

    type_: Literal["agent_start"] = "agent_start"
    agenttoken: str | Unset = UNSET
    result: bool | Unset = UNSET
    message: Any | Unset = UNSET

    _fields: ClassVar[Fields] = {
        "type_": Field("type", Const("agent_start")),
        "agenttoken": Field("agenttoken", TEXT),
        "result": Field("result", BOOLEAN),
        "message": Field("message", ANYTHING),
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
            value = get("message", absent)
            if value is not MISFIT:
                self.message = value
