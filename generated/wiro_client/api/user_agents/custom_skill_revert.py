"""``user_agents_custom_skill_revert``: POST /UserAgent/CustomSkillRevert."""

from __future__ import annotations

from ...arguments import Parameter, keywords, prepare
from ...calls import Call
from ...models.user_agent_custom_skill_revert_request_source import UserAgentCustomSkillRevertRequestSource
from ...models.user_agent_custom_skill_revert_response import UserAgentCustomSkillRevertResponse
from ...operations import OPERATIONS
from ...shapes import TEXT, EnumOf
from ...types import UNSET, Unset

__all__ = ["OPERATION", "build_call"]

OPERATION = OPERATIONS["user_agents_custom_skill_revert"]

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
        "source",
        "source",
        "body",
        EnumOf("UserAgentCustomSkillRevertRequestSource", str),
        required=True,
    ),
    Parameter(
        "versionguid",
        "versionguid",
        "body",
        TEXT,
    ),
)


@keywords
def build_call(
    *,
    useragentguid: str,
    skillkey: str,
    source: UserAgentCustomSkillRevertRequestSource | str,
    versionguid: str | Unset = UNSET,
) -> Call[UserAgentCustomSkillRevertResponse]:
    """Return the call of ``user_agents_custom_skill_revert``; the method of the resource class says what it takes."""
    return prepare(
        OPERATION,
        _PARAMETERS,
        {
            "useragentguid": useragentguid,
            "skillkey": skillkey,
            "source": source,
            "versionguid": versionguid,
        },
        UserAgentCustomSkillRevertResponse._adopt,
        body="json",
    )
