from __future__ import annotations

from typing import ClassVar

from attrs import define

from ..model import Model
from ..shapes import TEXT, Field, Fields

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
    _closed: ClassVar[bool] = True
