"""``user_agents_logs_file``: POST /UserAgent/LogsFile."""

from __future__ import annotations

from ...arguments import Parameter, keywords, prepare
from ...calls import Call
from ...models.user_agent_logs_file_response import UserAgentLogsFileResponse
from ...operations import OPERATIONS
from ...shapes import TEXT

__all__ = ["OPERATION", "build_call"]

OPERATION = OPERATIONS["user_agents_logs_file"]

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
) -> Call[UserAgentLogsFileResponse]:
    """Return the call of ``user_agents_logs_file``; the method of the resource class says what it takes."""
    return prepare(
        OPERATION,
        _PARAMETERS,
        {
            "useragentguid": useragentguid,
            "date": date,
        },
        UserAgentLogsFileResponse._adopt,
        body="json",
    )
