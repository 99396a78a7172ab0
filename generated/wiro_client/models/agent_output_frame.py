from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, Literal

from attrs import define

from ..model import Model
from ..shapes import BOOLEAN, NULL, TEXT, Const, Field, Fields, Nested, OneOf
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from .agent_progress import AgentProgress

__all__ = ["AgentOutputFrame"]


@define(kw_only=True, eq=False, repr=False, getstate_setstate=False, weakref_slot=False)
class AgentOutputFrame(Model):
    """The text so far, sent many times. Each frame replaces the one before.

    Attributes:
        agenttoken: Token of the message, the only thing that tells which one the event belongs to.
        result: False for an error or a cancellation.
        message: The text with its speed.
    """

    type_: Literal["agent_output"] = "agent_output"
    agenttoken: str | Unset = UNSET
    result: bool | Unset = UNSET
    message: AgentProgress | str | None | Unset = UNSET

    _fields: ClassVar[Fields] = {
        "type_": Field("type", Const("agent_output")),
        "agenttoken": Field("agenttoken", TEXT),
        "result": Field("result", BOOLEAN),
        "message": Field("message", OneOf(Nested("AgentProgress"), TEXT, NULL)),
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
            if value is None or type(value) is str or value is UNSET:
                self.message = value
