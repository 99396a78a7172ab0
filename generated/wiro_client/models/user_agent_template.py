from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from attrs import define

from ..model import Model
from ..shapes import BOOLEAN, NULL, NUMBER, TEXT, Field, Fields, ListOf, Nested, OneOf
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from .agent_tiers import AgentTiers
    from .user_agent_credit_pack import UserAgentCreditPack

__all__ = ["UserAgentTemplate"]


@define(kw_only=True, eq=False, repr=False, getstate_setstate=False, weakref_slot=False)
class UserAgentTemplate(Model):
    """The catalogue template of an instance, shortened. For a custom build it is made up by the service, with
    `custom` true.

    Attributes:
        guid: Guid of the template.
        title: Name for people.
        slug: Name for addresses.
        headline: One line on what the agent does.
        description: What the agent does.
        cover: URL of the cover image.
        icon: URL of the icon.
        categories: Categories the template is listed under.
        tiermultiplier: Factor of the Pro tier over Starter.
        tiers: Price and credits of each tier.
        extracreditpacks: Packs that this instance may buy; documented as empty on Starter, yet a Starter sample
            has three. Check `enabled`.
        custom: True for a custom build.
    """

    guid: str | Unset = UNSET
    title: str | Unset = UNSET
    slug: str | Unset = UNSET
    headline: str | None | Unset = UNSET
    description: str | None | Unset = UNSET
    cover: str | None | Unset = UNSET
    icon: str | None | Unset = UNSET
    categories: list[str] | Unset = UNSET
    tiermultiplier: float | Unset = UNSET
    tiers: AgentTiers | Unset = UNSET
    extracreditpacks: list[UserAgentCreditPack] | Unset = UNSET
    custom: bool | Unset = UNSET

    _fields: ClassVar[Fields] = {
        "guid": Field("guid", TEXT),
        "title": Field("title", TEXT),
        "slug": Field("slug", TEXT),
        "headline": Field("headline", OneOf(TEXT, NULL)),
        "description": Field("description", OneOf(TEXT, NULL)),
        "cover": Field("cover", OneOf(TEXT, NULL)),
        "icon": Field("icon", OneOf(TEXT, NULL)),
        "categories": Field("categories", ListOf(TEXT)),
        "tiermultiplier": Field("tiermultiplier", NUMBER),
        "tiers": Field("tiers", Nested("AgentTiers")),
        "extracreditpacks": Field("extracreditpacks", ListOf(Nested("UserAgentCreditPack"))),
        "custom": Field("custom", BOOLEAN),
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
            if value is None or type(value) is str or value is UNSET:
                self.headline = value
            value = get("description", absent)
            if value is None or type(value) is str or value is UNSET:
                self.description = value
            value = get("cover", absent)
            if value is None or type(value) is str or value is UNSET:
                self.cover = value
            value = get("icon", absent)
            if value is None or type(value) is str or value is UNSET:
                self.icon = value
            value = get("categories", absent)
            if value is UNSET:
                self.categories = value
            value = get("tiermultiplier", absent)
            if type(value) in (float, int) or value is UNSET:
                self.tiermultiplier = value
            value = get("tiers", absent)
            if value is UNSET:
                self.tiers = value
            value = get("extracreditpacks", absent)
            if value is UNSET:
                self.extracreditpacks = value
            value = get("custom", absent)
            if type(value) is bool or value is UNSET:
                self.custom = value
