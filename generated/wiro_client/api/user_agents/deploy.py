"""``user_agents_deploy``: POST /UserAgent/Deploy."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from ...arguments import Parameter, keywords, prepare
from ...calls import Call
from ...models.user_agent_deploy_response import UserAgentDeployResponse
from ...models.user_agent_inline_credentials import UserAgentInlineCredentials
from ...models.user_agent_inline_custom_skill import UserAgentInlineCustomSkill
from ...models.user_agent_skill_switches import UserAgentSkillSwitches
from ...models.user_agent_tier import UserAgentTier
from ...operations import OPERATIONS
from ...shapes import BOOLEAN, TEXT, EnumOf, ListOf, Nested
from ...types import UNSET, Unset

__all__ = ["OPERATION", "build_call"]

OPERATION = OPERATIONS["user_agents_deploy"]

_PARAMETERS: tuple[Parameter, ...] = (
    Parameter(
        "title",
        "title",
        "body",
        TEXT,
        required=True,
    ),
    Parameter(
        "useprepaid",
        "useprepaid",
        "body",
        BOOLEAN,
        required=True,
    ),
    Parameter(
        "team_guid",
        "teamGUID",
        "header",
        TEXT,
    ),
    Parameter(
        "agentguid",
        "agentguid",
        "body",
        TEXT,
    ),
    Parameter(
        "custom",
        "custom",
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
        "cover",
        "cover",
        "body",
        TEXT,
    ),
    Parameter(
        "tier",
        "tier",
        "body",
        EnumOf("UserAgentTier", str),
        aliases=("plan",),
    ),
    Parameter(
        "pinned",
        "pinned",
        "body",
        BOOLEAN,
    ),
    Parameter(
        "credentials",
        "credentials",
        "body",
        Nested("UserAgentInlineCredentials"),
    ),
    Parameter(
        "skills",
        "skills",
        "body",
        Nested("UserAgentSkillSwitches"),
    ),
    Parameter(
        "customskills",
        "customskills",
        "body",
        ListOf(Nested("UserAgentInlineCustomSkill")),
    ),
)


@keywords
def build_call(
    *,
    title: str,
    useprepaid: bool,
    team_guid: str | Unset = UNSET,
    agentguid: str | Unset = UNSET,
    custom: bool | Unset = UNSET,
    description: str | Unset = UNSET,
    cover: str | Unset = UNSET,
    tier: UserAgentTier | str | Unset = UNSET,
    pinned: bool | Unset = UNSET,
    credentials: UserAgentInlineCredentials | Mapping[str, Any] | Unset = UNSET,
    skills: UserAgentSkillSwitches | Mapping[str, Any] | Unset = UNSET,
    customskills: Sequence[UserAgentInlineCustomSkill | Mapping[str, Any]] | Unset = UNSET,
    plan: UserAgentTier | str | Unset = UNSET,
) -> Call[UserAgentDeployResponse]:
    """Return the call of ``user_agents_deploy``; the method of the resource class says what it takes."""
    return prepare(
        OPERATION,
        _PARAMETERS,
        {
            "title": title,
            "useprepaid": useprepaid,
            "team_guid": team_guid,
            "agentguid": agentguid,
            "custom": custom,
            "description": description,
            "cover": cover,
            "tier": tier,
            "pinned": pinned,
            "credentials": credentials,
            "skills": skills,
            "customskills": customskills,
            "plan": plan,
        },
        UserAgentDeployResponse._adopt,
        body="json",
    )
