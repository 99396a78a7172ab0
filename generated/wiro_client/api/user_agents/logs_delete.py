"""``user_agents_logs_delete``: POST /UserAgent/LogsDelete."""

from __future__ import annotations

from ...arguments import Parameter, keywords, prepare
from ...calls import Call
from ...models.user_agent_logs_delete_response import UserAgentLogsDeleteResponse
from ...operations import OPERATIONS
from ...shapes import TEXT

__all__ = ["OPERATION", "build_call"]

OPERATION = OPERATIONS["user_agents_logs_delete"]

_PARAMETERS: tuple[Parameter, ...] = (
    Parameter(
        "useragentguid",
        "useragentguid",
        "body",
        TEXT,
        required=True,
    ),
    Parameter(
        "date",
        "date",
        "body",
        TEXT,
        required=True,
    ),
)


@keywords
def build_call(
    *,
    useragentguid: str,
    date: str,
) -> Call[UserAgentLogsDeleteResponse]:
    """Return the call of ``user_agents_logs_delete``; the method of the resource class says what it takes."""
    return prepare(
        OPERATION,
        _PARAMETERS,
        {
            "useragentguid": useragentguid,
            "date": date,
        },
        UserAgentLogsDeleteResponse._adopt,
        body="json",
    )
