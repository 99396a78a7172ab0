from __future__ import annotations

from typing import Any, ClassVar, Literal

from attrs import define

from ..model import Model
from ..shapes import ANYTHING, BOOLEAN, TEXT, Const, Field, Fields
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
