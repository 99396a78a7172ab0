from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from attrs import define

from ..model import Model
from ..shapes import BOOLEAN, TEXT, EnumOf, Field, Fields, ListOf, Nested
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from .user_agent_inline_credentials import UserAgentInlineCredentials
    from .user_agent_inline_custom_skill import UserAgentInlineCustomSkill
    from .user_agent_skill_switches import UserAgentSkillSwitches
    from .user_agent_tier import UserAgentTier

__all__ = ["UserAgentDeployRequest"]


@define(kw_only=True, eq=False, repr=False, getstate_setstate=False, weakref_slot=False)
class UserAgentDeployRequest(Model):
    """Body of ``user_agents_deploy``: Deploy an agent from a template or as a custom build.

    Attributes:
        title: Display name of the instance.
        useprepaid: Must be true. The price is taken from the prepaid wallet; false is the website's card
            checkout.
        agentguid: Guid of the catalogue template. Required unless `custom` is true.
        custom: True builds an agent without a template. Excludes `agentguid`.
        description: Free text; for a custom build what the agent does.
        cover: URL of a cover image. Custom builds only; a template brings its own.
        tier: Tier to pay for; the service uses `starter` when it is absent. Older documents call it `plan`.
        pinned: Whether the agent joins the pinned list; the service uses true when it is absent.
        credentials: Credential values to write at once, as `{key: {field: value}}`; flat fields only.
        skills: Registry skill names with true or false. They are the first set of a custom build, and are laid
            over a template's.
        customskills: Strategies and schedules to write at once.
    """

    title: str
    useprepaid: bool
    agentguid: str | Unset = UNSET
    custom: bool | Unset = UNSET
    description: str | Unset = UNSET
    cover: str | Unset = UNSET
    tier: UserAgentTier | Unset = UNSET
    pinned: bool | Unset = UNSET
    credentials: UserAgentInlineCredentials | Unset = UNSET
    skills: UserAgentSkillSwitches | Unset = UNSET
    customskills: list[UserAgentInlineCustomSkill] | Unset = UNSET

    _fields: ClassVar[Fields] = {
        "title": Field("title", TEXT, required=True),
        "useprepaid": Field("useprepaid", BOOLEAN, required=True),
        "agentguid": Field("agentguid", TEXT),
        "custom": Field("custom", BOOLEAN),
        "description": Field("description", TEXT),
        "cover": Field("cover", TEXT),
        "tier": Field("tier", EnumOf("UserAgentTier", str), aliases=("plan",)),
        "pinned": Field("pinned", BOOLEAN),
        "credentials": Field("credentials", Nested("UserAgentInlineCredentials")),
        "skills": Field("skills", Nested("UserAgentSkillSwitches")),
        "customskills": Field("customskills", ListOf(Nested("UserAgentInlineCustomSkill"))),
    }

    if not TYPE_CHECKING:  # Type checkers would hold the values to be what the conditions say.

        def _fill(self, get, absent):
            value = get("title", absent)
            if type(value) is str or value is UNSET:
                self.title = value
            value = get("useprepaid", absent)
            if type(value) is bool or value is UNSET:
                self.useprepaid = value
            value = get("agentguid", absent)
            if type(value) is str or value is UNSET:
                self.agentguid = value
            value = get("custom", absent)
            if type(value) is bool or value is UNSET:
                self.custom = value
            value = get("description", absent)
            if type(value) is str or value is UNSET:
                self.description = value
            value = get("cover", absent)
            if type(value) is str or value is UNSET:
                self.cover = value
            value = get("tier", absent)
            if value is UNSET:
                self.tier = value
            value = get("pinned", absent)
            if type(value) is bool or value is UNSET:
                self.pinned = value
            value = get("credentials", absent)
            if value is UNSET:
                self.credentials = value
            value = get("skills", absent)
            if value is UNSET:
                self.skills = value
            value = get("customskills", absent)
            if value is UNSET:
                self.customskills = value

    _closed: ClassVar[bool] = True
