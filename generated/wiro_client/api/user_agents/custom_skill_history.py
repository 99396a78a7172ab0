"""``user_agents_custom_skill_history``: POST /UserAgent/CustomSkillHistory."""

from __future__ import annotations

from ...arguments import Parameter, keywords, prepare
from ...calls import Call
from ...models.user_agent_custom_skill_history_response import UserAgentCustomSkillHistoryResponse
from ...operations import OPERATIONS
from ...shapes import INTEGER, TEXT
from ...types import UNSET, Unset

__all__ = ["OPERATION", "build_call"]

OPERATION = OPERATIONS["user_agents_custom_skill_history"]

_PARAMETERS: tuple[Parameter, ...] = (
    Parameter(
        "useragentguid",
        "useragentguid",
        "body",
        TEXT,
        required=True,
    ),
    Parameter(
        "skillkey",
        "skillkey",
        "body",
        TEXT,
        required=True,
    ),
    Parameter(
        "startdate",
        "startdate",
        "body",
        INTEGER,
    ),
    Parameter(
        "enddate",
        "enddate",
        "body",
        INTEGER,
    ),
)


@keywords
def build_call(
    *,
    useragentguid: str,
    skillkey: str,
    startdate: int | Unset = UNSET,
    enddate: int | Unset = UNSET,
) -> Call[UserAgentCustomSkillHistoryResponse]:
    """Return the call of ``user_agents_custom_skill_history``; the method of the resource class says what it takes."""
    return prepare(
        OPERATION,
        _PARAMETERS,
        {
            "useragentguid": useragentguid,
            "skillkey": skillkey,
            "startdate": startdate,
            "enddate": enddate,
        },
        UserAgentCustomSkillHistoryResponse._adopt,
        body="json",
    )
