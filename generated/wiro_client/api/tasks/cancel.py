"""``tasks_cancel``: POST /Task/Cancel."""

from __future__ import annotations

from ...arguments import Parameter, keywords, prepare
from ...calls import Call
from ...models.task_cancel_response import TaskCancelResponse
from ...operations import OPERATIONS
from ...shapes import TEXT

__all__ = ["OPERATION", "build_call"]

OPERATION = OPERATIONS["tasks_cancel"]

_PARAMETERS: tuple[Parameter, ...] = (
    Parameter(
        "taskid",
        "taskid",
        "body",
        TEXT,
        required=True,
    ),
)


@keywords
def build_call(
    *,
    taskid: str,
) -> Call[TaskCancelResponse]:
    """Return the call of ``tasks_cancel``; the method of the resource class says what it takes."""
    return prepare(
        OPERATION,
        _PARAMETERS,
        {
            "taskid": taskid,
        },
        TaskCancelResponse._adopt,
        body="json",
    )
