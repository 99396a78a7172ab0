from __future__ import annotations

from typing import ClassVar, Literal

from attrs import define

from ..model import Model
from ..shapes import TEXT, Const, Field, Fields

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
    _closed: ClassVar[bool] = True
