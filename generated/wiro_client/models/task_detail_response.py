from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from attrs import define

from ..model import Model
from ..shapes import BOOLEAN, TEXT, Field, Fields, ListOf, Nested, OneOf
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from .error_item import ErrorItem
    from .task import Task

__all__ = ["TaskDetailResponse"]


@define(kw_only=True, eq=False, repr=False, getstate_setstate=False, weakref_slot=False)
class TaskDetailResponse(Model):
    """The task that was asked for.

    Attributes:
        result: Whether the request was carried out.
        errors: Why it was not; empty or missing on success. Some operations put plain strings here.
        total: Number of tasks found.
        tasklist: The task, in a list of one.
    """

    result: bool | Unset = UNSET
    errors: list[ErrorItem | str] | Unset = UNSET
    total: str | Unset = UNSET
    tasklist: list[Task] | Unset = UNSET

    _fields: ClassVar[Fields] = {
        "result": Field("result", BOOLEAN),
        "errors": Field("errors", ListOf(OneOf(Nested("ErrorItem"), TEXT))),
        "total": Field("total", TEXT),
        "tasklist": Field("tasklist", ListOf(Nested("Task"))),
    }
