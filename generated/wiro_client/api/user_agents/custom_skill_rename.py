"""``user_agents_custom_skill_rename``: POST /UserAgent/CustomSkillRename."""

from __future__ import annotations

from ...arguments import Parameter, keywords, prepare
from ...calls import Call
from ...models.user_agent_custom_skill_rename_response import UserAgentCustomSkillRenameResponse
from ...operations import OPERATIONS
from ...shapes import TEXT
from ...types import UNSET, Unset

__all__ = ["OPERATION", "build_call"]

OPERATION = OPERATIONS["user_agents_custom_skill_rename"]

_PARAMETERS: tuple[Parameter, ...] = (
    Parameter(
        "useragentguid",
        "useragentguid",
        "body",
        TEXT,
        required=True,
    ),
    Parameter(
        "oldskillkey",
        "oldskillkey",
        "body",
        TEXT,
        required=True,
    ),
    Parameter(
        "newskillkey",
        "newskillkey",
        "body",
        TEXT,
        required=True,
    ),
    Parameter(
        "description",
        "description",
        "body",
        TEXT,
    ),
)


@keywords
def build_call(
    *,
    useragentguid: str,
    oldskillkey: str,
    newskillkey: str,
    description: str | Unset = UNSET,
) -> Call[UserAgentCustomSkillRenameResponse]:
    """Return the call of ``user_agents_custom_skill_rename``; the method of the resource class says what it takes."""
    return prepare(
        OPERATION,
        _PARAMETERS,
        {
            "useragentguid": useragentguid,
            "oldskillkey": oldskillkey,
            "newskillkey": newskillkey,
            "description": description,
        },
        UserAgentCustomSkillRenameResponse._adopt,
        body="json",
    )
