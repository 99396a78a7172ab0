"""``tasks_kill``: POST /Task/Kill."""

from __future__ import annotations

from ...arguments import Parameter, keywords, prepare
from ...calls import Call
from ...models.task_kill_response import TaskKillResponse
from ...operations import OPERATIONS
from ...shapes import TEXT
from ...types import UNSET, Unset

__all__ = ["OPERATION", "build_call"]

OPERATION = OPERATIONS["tasks_kill"]

_PARAMETERS: tuple[Parameter, ...] = (
    Parameter(
        "socketaccesstoken",
        "socketaccesstoken",
        "body",
        TEXT,
        aliases=("tasktoken",),
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
    socketaccesstoken: str | Unset = UNSET,
    taskid: str | Unset = UNSET,
    tasktoken: str | Unset = UNSET,
) -> Call[TaskKillResponse]:
    """Return the call of ``tasks_kill``; the method of the resource class says what it takes."""
    return prepare(
        OPERATION,
        _PARAMETERS,
        {
            "socketaccesstoken": socketaccesstoken,
            "taskid": taskid,
            "tasktoken": tasktoken,
        },
        TaskKillResponse._adopt,
        body="json",
        at_least=1,
        at_most=1,
    )
