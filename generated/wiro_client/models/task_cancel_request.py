from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from attrs import define

from ..model import Model
from ..shapes import TEXT, Field, Fields
from ..types import UNSET

__all__ = ["TaskCancelRequest"]


@define(kw_only=True, eq=False, repr=False, getstate_setstate=False, weakref_slot=False)
class TaskCancelRequest(Model):
    """Body of ``tasks_cancel``: Cancel a queued task.

    Attributes:
        taskid: Identifier of the task. Where only the token is known, Task/Detail tells it.
    """

    taskid: str

    _fields: ClassVar[Fields] = {
        "taskid": Field("taskid", TEXT, required=True),
    }

    if not TYPE_CHECKING:  # Type checkers would hold the values to be what the conditions say.

        def _fill(self, get, absent):
            value = get("taskid", absent)
            if type(value) is str or value is UNSET:
                self.taskid = value

    _closed: ClassVar[bool] = True
