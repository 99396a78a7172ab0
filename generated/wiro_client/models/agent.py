from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

from attrs import define

from ..model import Model
from ..shapes import ANYTHING, INTEGER, NULL, NUMBER, TEXT, Field, Fields, ListOf, Nested, OneOf
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from .agent_action_costs import AgentActionCosts
    from .agent_credential_map import AgentCredentialMap
    from .agent_custom_skill import AgentCustomSkill
    from .agent_skill_meta import AgentSkillMeta
    from .agent_skill_meta_map import AgentSkillMetaMap
    from .agent_tiers import AgentTiers

__all__ = ["Agent"]


@define(kw_only=True, eq=False, repr=False, getstate_setstate=False, weakref_slot=False)
class Agent(Model):
    """A template of the catalogue. `agents_list` fills the header and `tiers` only.

    Attributes:
        guid: Guid of the template, the `agentguid` of a deployment.
        title: Name for people.
        slug: Name for addresses.
        headline: One line on what the agent does.
        description: What the agent does, in full.
        cover: URL of the cover picture.
        categories: Categories the template is listed under.
        samples: URLs of sample pictures.
        tiermultiplier: Nominal factor from Starter to Pro. Published prices do not always follow it; read
            `tiers` instead of computing.
        tiers: Monthly price and credits of each tier.
        peractioncosts: Credits that each kind of action costs; the highest value among the enabled skills
            counts.
        skills: Registry names of the skills that are on by default.
        skillsmeta: Title, icon and credential of each skill: a list on templates, an object keyed by skill name
            in other answers.
        credentials: Credentials that the agent's skills can use, keyed by credential key.
        customskills: Preference skills of the template; present with `type` `full`.
        scheduledskills: Scheduled skills of the template; present with `type` `full`.
        extracreditpacks: Always empty on templates; packs depend on the monthly credits of a deployed agent.
        status: 1 when the template can be deployed.
        createdat: When the template was created, in seconds since the epoch.
        updatedat: When the template last changed, in seconds since the epoch.
    """

    guid: str | Unset = UNSET
    title: str | Unset = UNSET
    slug: str | Unset = UNSET
    headline: str | Unset = UNSET
    description: str | Unset = UNSET
    cover: str | None | Unset = UNSET
    categories: list[str] | Unset = UNSET
    samples: list[str] | Unset = UNSET
    tiermultiplier: float | Unset = UNSET
    tiers: AgentTiers | Unset = UNSET
    peractioncosts: AgentActionCosts | Unset = UNSET
    skills: list[str] | Unset = UNSET
    skillsmeta: list[AgentSkillMeta] | AgentSkillMetaMap | Unset = UNSET
    credentials: AgentCredentialMap | Unset = UNSET
    customskills: list[AgentCustomSkill] | Unset = UNSET
    scheduledskills: list[AgentCustomSkill] | Unset = UNSET
    extracreditpacks: list[Any] | Unset = UNSET
    status: int | Unset = UNSET
    createdat: str | int | Unset = UNSET
    updatedat: str | int | Unset = UNSET

    _fields: ClassVar[Fields] = {
        "guid": Field("guid", TEXT),
        "title": Field("title", TEXT),
        "slug": Field("slug", TEXT),
        "headline": Field("headline", TEXT),
        "description": Field("description", TEXT),
        "cover": Field("cover", OneOf(TEXT, NULL)),
        "categories": Field("categories", ListOf(TEXT)),
        "samples": Field("samples", ListOf(TEXT)),
        "tiermultiplier": Field("tiermultiplier", NUMBER),
        "tiers": Field("tiers", Nested("AgentTiers")),
        "peractioncosts": Field("peractioncosts", Nested("AgentActionCosts")),
        "skills": Field("skills", ListOf(TEXT)),
        "skillsmeta": Field("skillsmeta", OneOf(ListOf(Nested("AgentSkillMeta")), Nested("AgentSkillMetaMap"))),
        "credentials": Field("credentials", Nested("AgentCredentialMap")),
        "customskills": Field("customskills", ListOf(Nested("AgentCustomSkill"))),
        "scheduledskills": Field("scheduledskills", ListOf(Nested("AgentCustomSkill"))),
        "extracreditpacks": Field("extracreditpacks", ListOf(ANYTHING)),
        "status": Field("status", INTEGER),
        "createdat": Field("createdat", OneOf(TEXT, INTEGER)),
        "updatedat": Field("updatedat", OneOf(TEXT, INTEGER)),
    }

    if not TYPE_CHECKING:  # Type checkers would hold the values to be what the conditions say.

        def _fill(self, get, absent):
            value = get("guid", absent)
            if type(value) is str or value is UNSET:
                self.guid = value
            value = get("title", absent)
            if type(value) is str or value is UNSET:
                self.title = value
            value = get("slug", absent)
            if type(value) is str or value is UNSET:
                self.slug = value
            value = get("headline", absent)
            if type(value) is str or value is UNSET:
                self.headline = value
            value = get("description", absent)
            if type(value) is str or value is UNSET:
                self.description = value
            value = get("cover", absent)
            if value is None or type(value) is str or value is UNSET:
                self.cover = value
            value = get("categories", absent)
            if value is UNSET:
                self.categories = value
            value = get("samples", absent)
            if value is UNSET:
                self.samples = value
            value = get("tiermultiplier", absent)
            if type(value) in (float, int) or value is UNSET:
                self.tiermultiplier = value
            value = get("tiers", absent)
            if value is UNSET:
                self.tiers = value
            value = get("peractioncosts", absent)
            if value is UNSET:
                self.peractioncosts = value
            value = get("skills", absent)
            if value is UNSET:
                self.skills = value
            value = get("skillsmeta", absent)
            if value is UNSET:
                self.skillsmeta = value
            value = get("credentials", absent)
            if value is UNSET:
                self.credentials = value
            value = get("customskills", absent)
            if value is UNSET:
                self.customskills = value
            value = get("scheduledskills", absent)
            if value is UNSET:
                self.scheduledskills = value
            value = get("extracreditpacks", absent)
            if value is UNSET:
                self.extracreditpacks = value
            value = get("status", absent)
            if type(value) is int or value is UNSET:
                self.status = value
            value = get("createdat", absent)
            if type(value) in (int, str) or value is UNSET:
                self.createdat = value
            value = get("updatedat", absent)
            if type(value) in (int, str) or value is UNSET:
                self.updatedat = value
