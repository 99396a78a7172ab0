from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from attrs import define

from ..model import Model
from ..shapes import BOOLEAN, TEXT, Field, Fields, ListOf, Nested, OneOf
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from .error_item import ErrorItem

__all__ = ["RunResponse"]


@define(kw_only=True, eq=False, repr=False, getstate_setstate=False, weakref_slot=False)
class RunResponse(Model):
    """The task that a run started.

    Attributes:
        result: Whether the request was carried out.
        errors: Why it was not; empty or missing on success. Some operations put plain strings here.
        taskid: Identifier of the task, for Task/Detail, Task/Cancel and Task/Kill.
        socketaccesstoken: Secret token of the task: it opens the socket and, under the name `tasktoken`, finds
            the task in Task/Detail.
    """

    result: bool | Unset = UNSET
    errors: list[ErrorItem | str] | Unset = UNSET
    taskid: str | Unset = UNSET
    socketaccesstoken: str | Unset = UNSET

    _fields: ClassVar[Fields] = {
        "result": Field("result", BOOLEAN),
        "errors": Field("errors", ListOf(OneOf(Nested("ErrorItem"), TEXT))),
        "taskid": Field("taskid", TEXT),
        "socketaccesstoken": Field("socketaccesstoken", TEXT),
    }

    if not TYPE_CHECKING:  # Type checkers would hold the values to be what the conditions say.

        def _fill(self, get, absent):
            value = get("result", absent)
            if type(value) is bool or value is UNSET:
                self.result = value
            value = get("errors", absent)
            if value is UNSET:
                self.errors = value
            value = get("taskid", absent)
            if type(value) is str or value is UNSET:
                self.taskid = value
            value = get("socketaccesstoken", absent)
            if type(value) is str or value is UNSET:
                self.socketaccesstoken = value
