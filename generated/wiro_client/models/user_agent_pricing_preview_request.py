from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from attrs import define

from ..model import Model
from ..shapes import BOOLEAN, TEXT, EnumOf, Field, Fields, ListOf, Nested
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from .user_agent_skill_switches import UserAgentSkillSwitches
    from .user_agent_tier import UserAgentTier

__all__ = ["UserAgentPricingPreviewRequest"]


@define(kw_only=True, eq=False, repr=False, getstate_setstate=False, weakref_slot=False)
class UserAgentPricingPreviewRequest(Model):
    """Body of ``user_agents_pricing_preview``: Quote the price of a set of skills.

    Attributes:
        draft: True prices `skills` without an instance. Otherwise `useragentguid` is required.
        skills: Registry names of the skills to price; with `draft` only.
        useragentguid: Guid of the instance to price a change for.
        skill_overrides: Registry skill names with true or false, laid over the present ones; with
            `useragentguid` only.
        tier: Tier to price. The answer has both tiers anyway.
    """

    draft: bool | Unset = UNSET
    skills: list[str] | Unset = UNSET
    useragentguid: str | Unset = UNSET
    skill_overrides: UserAgentSkillSwitches | Unset = UNSET
    tier: UserAgentTier | Unset = UNSET

    _fields: ClassVar[Fields] = {
        "draft": Field("draft", BOOLEAN),
        "skills": Field("skills", ListOf(TEXT)),
        "useragentguid": Field("useragentguid", TEXT),
        "skill_overrides": Field("skillOverrides", Nested("UserAgentSkillSwitches")),
        "tier": Field("tier", EnumOf("UserAgentTier", str), aliases=("plan",)),
    }

    if not TYPE_CHECKING:  # Type checkers would hold the values to be what the conditions say.

        def _fill(self, get, absent):
            value = get("draft", absent)
            if type(value) is bool or value is UNSET:
                self.draft = value
            value = get("skills", absent)
            if value is UNSET:
                self.skills = value
            value = get("useragentguid", absent)
            if type(value) is str or value is UNSET:
                self.useragentguid = value
            value = get("skillOverrides", absent)
            if value is UNSET:
                self.skill_overrides = value
            value = get("tier", absent)
            if value is UNSET:
                self.tier = value

    _closed: ClassVar[bool] = True
