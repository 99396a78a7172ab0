"""``user_agents_custom_skill_delete``: POST /UserAgent/CustomSkillDelete."""

from __future__ import annotations

from ...arguments import Parameter, keywords, prepare
from ...calls import Call
from ...models.user_agent_custom_skill_delete_response import UserAgentCustomSkillDeleteResponse
from ...operations import OPERATIONS
from ...shapes import TEXT

__all__ = ["OPERATION", "build_call"]

OPERATION = OPERATIONS["user_agents_custom_skill_delete"]

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
)


@keywords
def build_call(
    *,
    useragentguid: str,
    skillkey: str,
) -> Call[UserAgentCustomSkillDeleteResponse]:
    """Return the call of ``user_agents_custom_skill_delete``; the method of the resource class says what it takes."""
    return prepare(
        OPERATION,
        _PARAMETERS,
        {
            "useragentguid": useragentguid,
            "skillkey": skillkey,
        },
        UserAgentCustomSkillDeleteResponse._adopt,
        body="json",
    )
