"""``tasks_stat``: POST /Task/Stat."""

from __future__ import annotations

from ...arguments import Parameter, keywords, prepare
from ...calls import Call
from ...models.task_stat_response import TaskStatResponse
from ...operations import OPERATIONS

__all__ = ["OPERATION", "build_call"]

OPERATION = OPERATIONS["tasks_stat"]

_PARAMETERS: tuple[Parameter, ...] = ()


@keywords
def build_call() -> Call[TaskStatResponse]:
    """Return the call of ``tasks_stat``; the method of the resource class says what it takes."""
    return prepare(
        OPERATION,
        _PARAMETERS,
        {},
        TaskStatResponse._adopt,
        body="json",
    )
