"""``user_agents_custom_skill_upsert``: POST /UserAgent/CustomSkillUpsert."""

from __future__ import annotations

from ...arguments import Parameter, keywords, prepare
from ...calls import Call
from ...models.user_agent_custom_skill_upsert_response import UserAgentCustomSkillUpsertResponse
from ...operations import OPERATIONS
from ...shapes import BOOLEAN, NULL, TEXT, OneOf
from ...types import UNSET, Unset

__all__ = ["OPERATION", "build_call"]

OPERATION = OPERATIONS["user_agents_custom_skill_upsert"]

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
        "value",
        "value",
        "body",
        TEXT,
    ),
    Parameter(
        "interval",
        "interval",
        "body",
        OneOf(TEXT, NULL),
    ),
    Parameter(
        "enabled",
        "enabled",
        "body",
        BOOLEAN,
    ),
    Parameter(
        "description",
        "description",
        "body",
        TEXT,
    ),
    Parameter(
        "usercreated",
        "usercreated",
        "body",
        BOOLEAN,
    ),
)


@keywords
def build_call(
    *,
    useragentguid: str,
    skillkey: str,
    value: str | Unset = UNSET,
    interval: str | None | Unset = UNSET,
    enabled: bool | Unset = UNSET,
    description: str | Unset = UNSET,
    usercreated: bool | Unset = UNSET,
) -> Call[UserAgentCustomSkillUpsertResponse]:
    """Return the call of ``user_agents_custom_skill_upsert``; the method of the resource class says what it takes."""
    return prepare(
        OPERATION,
        _PARAMETERS,
        {
            "useragentguid": useragentguid,
            "skillkey": skillkey,
            "value": value,
            "interval": interval,
            "enabled": enabled,
            "description": description,
            "usercreated": usercreated,
        },
        UserAgentCustomSkillUpsertResponse._adopt,
        body="json",
    )
