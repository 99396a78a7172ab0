from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, Literal

from attrs import define

from ..model import Model
from ..shapes import TEXT, Const, Field, Fields
from ..types import UNSET

__all__ = ["TaskSessionInterruptFrame"]


@define(kw_only=True, eq=False, repr=False, getstate_setstate=False, weakref_slot=False)
class TaskSessionInterruptFrame(Model):
    """The client stops the reply that a realtime voice model is speaking; a last task_stream_end follows and the
    session goes on. Not in the current documentation, but in an older and in a newer one.

    Attributes:
        tasktoken: Token of the task.
    """

    type_: Literal["task_session_interrupt"] = "task_session_interrupt"
    tasktoken: str

    _fields: ClassVar[Fields] = {
        "type_": Field("type", Const("task_session_interrupt")),
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
