"""``tasks_input_output_delete``: POST /Task/InputOutputDelete."""

from __future__ import annotations

from ...arguments import Parameter, keywords, prepare
from ...calls import Call
from ...models.task_input_output_delete_response import TaskInputOutputDeleteResponse
from ...operations import OPERATIONS
from ...shapes import TEXT
from ...types import UNSET, Unset

__all__ = ["OPERATION", "build_call"]

OPERATION = OPERATIONS["tasks_input_output_delete"]

_PARAMETERS: tuple[Parameter, ...] = (
    Parameter(
        "tasktoken",
        "tasktoken",
        "body",
        TEXT,
        required=True,
        aliases=("socketaccesstoken",),
    ),
)


@keywords
def build_call(
    *,
    tasktoken: str,
    socketaccesstoken: str | Unset = UNSET,
) -> Call[TaskInputOutputDeleteResponse]:
    """Return the call of ``tasks_input_output_delete``; the method of the resource class says what it takes."""
    return prepare(
        OPERATION,
        _PARAMETERS,
        {
            "tasktoken": tasktoken,
            "socketaccesstoken": socketaccesstoken,
        },
        TaskInputOutputDeleteResponse._adopt,
        body="json",
    )
