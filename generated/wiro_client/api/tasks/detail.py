"""``tasks_detail``: POST /Task/Detail."""

from __future__ import annotations

from ...arguments import Parameter, keywords, prepare
from ...calls import Call
from ...models.task_detail_response import TaskDetailResponse
from ...operations import OPERATIONS
from ...shapes import TEXT
from ...types import UNSET, Unset

__all__ = ["OPERATION", "build_call"]

OPERATION = OPERATIONS["tasks_detail"]

_PARAMETERS: tuple[Parameter, ...] = (
    Parameter(
        "tasktoken",
        "tasktoken",
        "body",
        TEXT,
        aliases=("socketaccesstoken",),
    ),
    Parameter(
        "taskid",
        "taskid",
        "body",
        TEXT,
    ),
)


@keywords
def build_call(
    *,
    tasktoken: str | Unset = UNSET,
    taskid: str | Unset = UNSET,
    socketaccesstoken: str | Unset = UNSET,
) -> Call[TaskDetailResponse]:
    """Return the call of ``tasks_detail``; the method of the resource class says what it takes."""
    return prepare(
        OPERATION,
        _PARAMETERS,
        {
            "tasktoken": tasktoken,
            "taskid": taskid,
            "socketaccesstoken": socketaccesstoken,
        },
        TaskDetailResponse._adopt,
        body="json",
        at_least=1,
    )
