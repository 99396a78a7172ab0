"""``projects_list``: POST /Project/List."""

from __future__ import annotations

from ...arguments import Parameter, keywords, prepare
from ...calls import Call
from ...models.project_list_response import ProjectListResponse
from ...operations import OPERATIONS

__all__ = ["OPERATION", "build_call"]

OPERATION = OPERATIONS["projects_list"]

_PARAMETERS: tuple[Parameter, ...] = ()


@keywords
def build_call() -> Call[ProjectListResponse]:
    """Return the call of ``projects_list``; the method of the resource class says what it takes."""
    return prepare(
        OPERATION,
        _PARAMETERS,
        {},
        ProjectListResponse._adopt,
        body="json",
    )
