"""``user_agents_logs``: POST /UserAgent/Logs."""

from __future__ import annotations

from ...arguments import Parameter, keywords, prepare
from ...calls import Call
from ...models.user_agent_logs_response import UserAgentLogsResponse
from ...operations import OPERATIONS
from ...shapes import INTEGER, TEXT
from ...types import UNSET, Unset

__all__ = ["OPERATION", "build_call"]

OPERATION = OPERATIONS["user_agents_logs"]

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
    ),
    Parameter(
        "lines",
        "lines",
        "body",
        INTEGER,
    ),
)


@keywords
def build_call(
    *,
    useragentguid: str,
    date: str | Unset = UNSET,
    lines: int | Unset = UNSET,
) -> Call[UserAgentLogsResponse]:
    """Return the call of ``user_agents_logs``; the method of the resource class says what it takes."""
    return prepare(
        OPERATION,
        _PARAMETERS,
        {
            "useragentguid": useragentguid,
            "date": date,
            "lines": lines,
        },
        UserAgentLogsResponse._adopt,
        body="json",
    )
