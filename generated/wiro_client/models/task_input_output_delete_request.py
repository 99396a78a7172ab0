from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from attrs import define

from ..model import Model
from ..shapes import TEXT, Field, Fields
from ..types import UNSET

__all__ = ["TaskInputOutputDeleteRequest"]


@define(kw_only=True, eq=False, repr=False, getstate_setstate=False, weakref_slot=False)
class TaskInputOutputDeleteRequest(Model):
    """Body of ``tasks_input_output_delete``: Delete the files of an ended task.

    Attributes:
        tasktoken: Token of the task, which Run calls `socketaccesstoken`.
    """

    tasktoken: str

    _fields: ClassVar[Fields] = {
        "tasktoken": Field("tasktoken", TEXT, required=True, aliases=("socketaccesstoken",)),
    }

    if not TYPE_CHECKING:  # Type checkers would hold the values to be what the conditions say.

        def _fill(self, get, absent):
            value = get("tasktoken", absent)
            if type(value) is str or value is UNSET:
                self.tasktoken = value

    _closed: ClassVar[bool] = True
