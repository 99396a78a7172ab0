from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from attrs import define

from ..model import Model
from ..shapes import TEXT, Field, Fields
from ..types import UNSET, Unset

__all__ = ["TaskKillRequest"]


@define(kw_only=True, eq=False, repr=False, getstate_setstate=False, weakref_slot=False)
class TaskKillRequest(Model):
    """Body of ``tasks_kill``: Stop a running task.

    Attributes:
        socketaccesstoken: Token of the task. Give it or `taskid`, not both.
        taskid: Identifier of the task. Give it or `socketaccesstoken`, not both.
    """

    socketaccesstoken: str | Unset = UNSET
    taskid: str | Unset = UNSET

    _fields: ClassVar[Fields] = {
        "socketaccesstoken": Field("socketaccesstoken", TEXT, aliases=("tasktoken",)),
        "taskid": Field("taskid", TEXT),
    }

    if not TYPE_CHECKING:  # Type checkers would hold the values to be what the conditions say.

        def _fill(self, get, absent):
            value = get("socketaccesstoken", absent)
            if type(value) is str or value is UNSET:
                self.socketaccesstoken = value
            value = get("taskid", absent)
            if type(value) is str or value is UNSET:
                self.taskid = value

    _closed: ClassVar[bool] = True
