"""``user_agents_pricing_preview``: POST /UserAgent/PricingPreview."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from ...arguments import Parameter, keywords, prepare
from ...calls import Call
from ...models.user_agent_pricing_preview_response import UserAgentPricingPreviewResponse
from ...models.user_agent_skill_switches import UserAgentSkillSwitches
from ...models.user_agent_tier import UserAgentTier
from ...operations import OPERATIONS
from ...shapes import BOOLEAN, TEXT, EnumOf, ListOf, Nested
from ...types import UNSET, Unset

__all__ = ["OPERATION", "build_call"]

OPERATION = OPERATIONS["user_agents_pricing_preview"]

_PARAMETERS: tuple[Parameter, ...] = (
    Parameter(
        "draft",
        "draft",
        "body",
        BOOLEAN,
    ),
    Parameter(
        "skills",
        "skills",
        "body",
        ListOf(TEXT),
    ),
    Parameter(
        "useragentguid",
        "useragentguid",
        "body",
        TEXT,
    ),
    Parameter(
        "skill_overrides",
        "skillOverrides",
        "body",
        Nested("UserAgentSkillSwitches"),
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
    draft: bool | Unset = UNSET,
    skills: Sequence[str] | Unset = UNSET,
    useragentguid: str | Unset = UNSET,
    skill_overrides: UserAgentSkillSwitches | Mapping[str, Any] | Unset = UNSET,
    tier: UserAgentTier | str | Unset = UNSET,
    plan: UserAgentTier | str | Unset = UNSET,
) -> Call[UserAgentPricingPreviewResponse]:
    """Return the call of ``user_agents_pricing_preview``; the method of the resource class says what it takes."""
    return prepare(
        OPERATION,
        _PARAMETERS,
        {
            "draft": draft,
            "skills": skills,
            "useragentguid": useragentguid,
            "skill_overrides": skill_overrides,
            "tier": tier,
            "plan": plan,
        },
        UserAgentPricingPreviewResponse._adopt,
        body="json",
        at_least=1,
    )
