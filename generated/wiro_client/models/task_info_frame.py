from __future__ import annotations

from typing import ClassVar, Literal

from attrs import define

from ..model import Model
from ..shapes import TEXT, Const, Field, Fields

__all__ = ["TaskInfoFrame"]


@define(kw_only=True, eq=False, repr=False, getstate_setstate=False, weakref_slot=False)
class TaskInfoFrame(Model):
    """The client asks for the events of a task.

    Attributes:
        tasktoken: Token of the task, which Run calls `socketaccesstoken`.
    """

    type_: Literal["task_info"] = "task_info"
    tasktoken: str

    _fields: ClassVar[Fields] = {
        "type_": Field("type", Const("task_info")),
        "tasktoken": Field("tasktoken", TEXT, required=True),
    }
    _closed: ClassVar[bool] = True
