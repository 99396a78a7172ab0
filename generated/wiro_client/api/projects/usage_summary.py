"""``projects_usage_summary``: POST /Project/UsageSummary."""

from __future__ import annotations

from ...arguments import Parameter, keywords, prepare
from ...calls import Call
from ...models.project_usage_summary_response import ProjectUsageSummaryResponse
from ...operations import OPERATIONS

__all__ = ["OPERATION", "build_call"]

OPERATION = OPERATIONS["projects_usage_summary"]

_PARAMETERS: tuple[Parameter, ...] = ()


@keywords
def build_call() -> Call[ProjectUsageSummaryResponse]:
    """Return the call of ``projects_usage_summary``; the method of the resource class says what it takes."""
    return prepare(
        OPERATION,
        _PARAMETERS,
        {},
        ProjectUsageSummaryResponse._adopt,
        body="json",
    )
