from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar, Literal

from attrs import define

from ..model import Model
from ..shapes import ANYTHING, BOOLEAN, INTEGER, MISFIT, NULL, TEXT, Const, Field, Fields, OneOf
from ..types import UNSET, Unset

__all__ = ["TaskStartFrame"]


@define(kw_only=True, eq=False, repr=False, getstate_setstate=False, weakref_slot=False)
class TaskStartFrame(Model):
    """The model runs.

    Attributes:
        id: Identifier of the task.
        tasktoken: Token of the task; newer frames do not carry it.
        result: Whether the event could be delivered. It says nothing about the success of the task.
        success: Whether the task succeeded, null while it runs; newer frames only.
        terminal: Whether this is the last frame of the task; newer frames only.
        exit_code: Exit code of the model, null while it runs; newer frames only.
        pexit: Exit code of the model as Task/Detail has it; not seen in a frame so far.
        message: Usually null.
    """

    type_: Literal["task_start"] = "task_start"
    id: str | Unset = UNSET
    tasktoken: str | Unset = UNSET
    result: bool | Unset = UNSET
    success: bool | None | Unset = UNSET
    terminal: bool | None | Unset = UNSET
    exit_code: int | None | Unset = UNSET
    pexit: str | None | Unset = UNSET
    message: Any | Unset = UNSET

    _fields: ClassVar[Fields] = {
        "type_": Field("type", Const("task_start")),
        "id": Field("id", TEXT),
        "tasktoken": Field("tasktoken", TEXT),
        "result": Field("result", BOOLEAN),
        "success": Field("success", OneOf(BOOLEAN, NULL)),
        "terminal": Field("terminal", OneOf(BOOLEAN, NULL)),
        "exit_code": Field("exitCode", OneOf(INTEGER, NULL)),
        "pexit": Field("pexit", OneOf(TEXT, NULL)),
        "message": Field("message", ANYTHING),
    }

    if not TYPE_CHECKING:  # Type checkers would hold the values to be what the conditions say.

        def _fill(self, get, absent):
            value = get("type", absent)
            if value is UNSET:
                self.type_ = value
            value = get("id", absent)
            if type(value) is str or value is UNSET:
                self.id = value
            value = get("tasktoken", absent)
            if type(value) is str or value is UNSET:
                self.tasktoken = value
            value = get("result", absent)
            if type(value) is bool or value is UNSET:
                self.result = value
            value = get("success", absent)
            if value is None or type(value) is bool or value is UNSET:
                self.success = value
            value = get("terminal", absent)
            if value is None or type(value) is bool or value is UNSET:
                self.terminal = value
            value = get("exitCode", absent)
            if value is None or type(value) is int or value is UNSET:
                self.exit_code = value
            value = get("pexit", absent)
            if value is None or type(value) is str or value is UNSET:
                self.pexit = value
            value = get("message", absent)
            if value is not MISFIT:
                self.message = value
