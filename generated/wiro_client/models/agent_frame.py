from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from attrs import define

from ..model import Model
from ..shapes import BOOLEAN, TEXT, Field, Fields
from ..types import UNSET, Unset

__all__ = ["AgentFrame"]


@define(kw_only=True, eq=False, repr=False, getstate_setstate=False, weakref_slot=False)
class AgentFrame(Model):
    """Fields that the events of agent messages share; any of them may be missing.

    Attributes:
        agenttoken: Token of the message, the only thing that tells which one the event belongs to.
        result: False for an error or a cancellation.
    """

    agenttoken: str | Unset = UNSET
    result: bool | Unset = UNSET

    _fields: ClassVar[Fields] = {
        "agenttoken": Field("agenttoken", TEXT),
        "result": Field("result", BOOLEAN),
    }

    if not TYPE_CHECKING:  # Type checkers would hold the values to be what the conditions say.

        def _fill(self, get, absent):
            value = get("agenttoken", absent)
            if type(value) is str or value is UNSET:
                self.agenttoken = value
            value = get("result", absent)
            if type(value) is bool or value is UNSET:
                self.result = value
