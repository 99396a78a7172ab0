from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, Literal

from attrs import define

from ..model import Model
from ..shapes import TEXT, Const, Field, Fields
from ..types import UNSET

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

    if not TYPE_CHECKING:  # Type checkers would hold the values to be what the conditions say.

        def _fill(self, get, absent):
            value = get("type", absent)
            if value is UNSET:
                self.type_ = value
            value = get("tasktoken", absent)
            if type(value) is str or value is UNSET:
                self.tasktoken = value

    _closed: ClassVar[bool] = True
