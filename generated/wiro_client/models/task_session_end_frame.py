from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, Literal

from attrs import define

from ..model import Model
from ..shapes import TEXT, Const, Field, Fields
from ..types import UNSET

__all__ = ["TaskSessionEndFrame"]


@define(kw_only=True, eq=False, repr=False, getstate_setstate=False, weakref_slot=False)
class TaskSessionEndFrame(Model):
    """The client ends a realtime session. The server handles what it has received, sends the last costs and
    transcripts and then task_postprocess_end; a client that just disconnects ends the session too.

    Attributes:
        tasktoken: Token of the task.
    """

    type_: Literal["task_session_end"] = "task_session_end"
    tasktoken: str

    _fields: ClassVar[Fields] = {
        "type_": Field("type", Const("task_session_end")),
        "tasktoken": Field("tasktoken", TEXT, required=True),
    }

    if not TYPE_CHECKING:  # Type checkers would hold the values to be what the conditions say.

        def _fill(self, get, absent):
            value = get("type", absent)
            if value is UNSET:
                self.type_ = value
            value = get("tasktoken", absent)
            if type(value) is str or value is UNSET:
                self.tasktoken = value

    _closed: ClassVar[bool] = True
