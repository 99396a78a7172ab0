from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

from attrs import define

from ..model import Model
from ..shapes import ANYTHING, BOOLEAN, MISFIT, TEXT, Field, Fields
from ..types import UNSET, Unset

__all__ = ["SocketFrame"]


@define(kw_only=True, eq=False, repr=False, getstate_setstate=False, weakref_slot=False)
class SocketFrame(Model):
    """Any frame that has no schema of its own. Its other fields are kept.

    Attributes:
        type_: Kind of the frame.
        id: Identifier of the task that the frame is about.
        tasktoken: Token of the task that the frame is about.
        agenttoken: Token of the agent message that the frame is about.
        message: What happened; any JSON value.
        result: Whether it went well.
    """

    type_: str
    id: str | Unset = UNSET
    tasktoken: str | Unset = UNSET
    agenttoken: str | Unset = UNSET
    message: Any | Unset = UNSET
    result: bool | Unset = UNSET

    _fields: ClassVar[Fields] = {
        "type_": Field("type", TEXT, required=True),
        "id": Field("id", TEXT),
        "tasktoken": Field("tasktoken", TEXT),
        "agenttoken": Field("agenttoken", TEXT),
        "message": Field("message", ANYTHING),
        "result": Field("result", BOOLEAN),
    }

    if not TYPE_CHECKING:  # Type checkers would hold the values to be what the conditions say.

        def _fill(self, get, absent):
            value = get("type", absent)
            if type(value) is str or value is UNSET:
                self.type_ = value
            value = get("id", absent)
            if type(value) is str or value is UNSET:
                self.id = value
            value = get("tasktoken", absent)
            if type(value) is str or value is UNSET:
                self.tasktoken = value
            value = get("agenttoken", absent)
            if type(value) is str or value is UNSET:
                self.agenttoken = value
            value = get("message", absent)
            if value is not MISFIT:
                self.message = value
            value = get("result", absent)
            if type(value) is bool or value is UNSET:
                self.result = value
