"""``user_agents_logs_list``: POST /UserAgent/LogsList."""

from __future__ import annotations

from ...arguments import Parameter, keywords, prepare
from ...calls import Call
from ...models.user_agent_logs_list_response import UserAgentLogsListResponse
from ...operations import OPERATIONS
from ...shapes import TEXT

__all__ = ["OPERATION", "build_call"]

OPERATION = OPERATIONS["user_agents_logs_list"]

_PARAMETERS: tuple[Parameter, ...] = (
    Parameter(
        "useragentguid",
        "useragentguid",
        "body",
        TEXT,
        required=True,
    ),
)


@keywords
def build_call(
    *,
    useragentguid: str,
) -> Call[UserAgentLogsListResponse]:
    """Return the call of ``user_agents_logs_list``; the method of the resource class says what it takes."""
    return prepare(
        OPERATION,
        _PARAMETERS,
        {
            "useragentguid": useragentguid,
        },
        UserAgentLogsListResponse._adopt,
        body="json",
    )
