from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from attrs import define

from ..model import Model
from ..shapes import TEXT, Field, Fields
from ..types import UNSET, Unset

__all__ = ["TaskDetailRequest"]


@define(kw_only=True, eq=False, repr=False, getstate_setstate=False, weakref_slot=False)
class TaskDetailRequest(Model):
    """Body of ``tasks_detail``: Read the state and the result of a task.

    Attributes:
        tasktoken: Token of the task, which Run calls `socketaccesstoken`. Give it or `taskid`.
        taskid: Identifier of the task. Give it or `tasktoken`.
    """

    tasktoken: str | Unset = UNSET
    taskid: str | Unset = UNSET

    _fields: ClassVar[Fields] = {
        "tasktoken": Field("tasktoken", TEXT, aliases=("socketaccesstoken",)),
        "taskid": Field("taskid", TEXT),
    }

    if not TYPE_CHECKING:  # Type checkers would hold the values to be what the conditions say.

        def _fill(self, get, absent):
            value = get("tasktoken", absent)
            if type(value) is str or value is UNSET:
                self.tasktoken = value
            value = get("taskid", absent)
            if type(value) is str or value is UNSET:
                self.taskid = value

    _closed: ClassVar[bool] = True
