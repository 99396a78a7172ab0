"""``user_agents_skills_apply``: POST /UserAgent/SkillsApply."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ...arguments import Parameter, keywords, prepare
from ...calls import Call
from ...models.user_agent_skill_switches import UserAgentSkillSwitches
from ...models.user_agent_skills_apply_response import UserAgentSkillsApplyResponse
from ...models.user_agent_tier import UserAgentTier
from ...operations import OPERATIONS
from ...shapes import TEXT, EnumOf, Nested
from ...types import UNSET, Unset

__all__ = ["OPERATION", "build_call"]

OPERATION = OPERATIONS["user_agents_skills_apply"]

_PARAMETERS: tuple[Parameter, ...] = (
    Parameter(
        "useragentguid",
        "useragentguid",
        "body",
        TEXT,
        required=True,
    ),
    Parameter(
        "skills",
        "skills",
        "body",
        Nested("UserAgentSkillSwitches"),
        required=True,
    ),
    Parameter(
        "idempotency_key",
        "idempotencyKey",
        "body",
        TEXT,
        required=True,
    ),
    Parameter(
        "team_guid",
        "teamGUID",
        "header",
        TEXT,
    ),
    Parameter(
        "tier",
        "tier",
        "body",
        EnumOf("UserAgentTier", str),
        aliases=("plan",),
    ),
)


@keywords
def build_call(
    *,
    useragentguid: str,
    skills: UserAgentSkillSwitches | Mapping[str, Any],
    idempotency_key: str,
    team_guid: str | Unset = UNSET,
    tier: UserAgentTier | str | Unset = UNSET,
    plan: UserAgentTier | str | Unset = UNSET,
) -> Call[UserAgentSkillsApplyResponse]:
    """Return the call of ``user_agents_skills_apply``; the method of the resource class says what it takes."""
    return prepare(
        OPERATION,
        _PARAMETERS,
        {
            "useragentguid": useragentguid,
            "skills": skills,
            "idempotency_key": idempotency_key,
            "team_guid": team_guid,
            "tier": tier,
            "plan": plan,
        },
        UserAgentSkillsApplyResponse._adopt,
        body="json",
    )
