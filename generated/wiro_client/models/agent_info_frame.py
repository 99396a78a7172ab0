from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, Literal

from attrs import define

from ..model import Model
from ..shapes import TEXT, Const, Field, Fields
from ..types import UNSET

__all__ = ["AgentInfoFrame"]


@define(kw_only=True, eq=False, repr=False, getstate_setstate=False, weakref_slot=False)
class AgentInfoFrame(Model):
    """The client asks for the events of an agent message. It may be repeated, for any number of messages on one
    connection; there is no way to unsubscribe.

    Attributes:
        agenttoken: Token of the message, from Message/Send.
    """

    type_: Literal["agent_info"] = "agent_info"
    agenttoken: str

    _fields: ClassVar[Fields] = {
        "type_": Field("type", Const("agent_info")),
        "agenttoken": Field("agenttoken", TEXT, required=True),
    }

    if not TYPE_CHECKING:  # Type checkers would hold the values to be what the conditions say.

        def _fill(self, get, absent):
            value = get("type", absent)
            if value is UNSET:
                self.type_ = value
            value = get("agenttoken", absent)
            if type(value) is str or value is UNSET:
                self.agenttoken = value

    _closed: ClassVar[bool] = True
