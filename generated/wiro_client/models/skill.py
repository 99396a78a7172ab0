from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from attrs import define

from ..model import Model
from ..shapes import BOOLEAN, NULL, TEXT, Field, Fields, ListOf, Nested, OneOf
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from .skill_pricing import SkillPricing

__all__ = ["Skill"]


@define(kw_only=True, eq=False, repr=False, getstate_setstate=False, weakref_slot=False)
class Skill(Model):
    """One skill, as the registry describes it.

    Attributes:
        name: Registry name with its prefix.
        category: `int` for a skill that talks to another service, `rule` for one that only adds rules.
        version: Version of the skill.
        title: Name for people.
        description: What the skill does.
        icon: Picture, as a full URL or a path on wiro.ai.
        brand_color: CSS colour of the provider.
        brand_text_color: CSS colour of text on the brand colour.
        brand_logo_filter: CSS filter for the logo.
        docs_url: Page of the documentation, as a path or a bare page name.
        requires_credentials: Whether a user has to supply a credential before the skill works.
        credential_key: Key of that credential; null for skills without one and for those that Wiro manages.
        additional_credential_keys: Keys of further credentials.
        capabilities: What the skill is good for.
        depends_on: Skills that are enabled along with this one.
        conflicts_with: Skills that cannot be enabled beside this one.
        user_invocable: Whether a user can call it in a chat.
        deprecated: Whether it should no longer be used.
        replacement: The skill to use instead of a deprecated one.
        pricing: What the skill adds to the price of a custom agent.
    """

    name: str | Unset = UNSET
    category: str | Unset = UNSET
    version: str | Unset = UNSET
    title: str | Unset = UNSET
    description: str | Unset = UNSET
    icon: str | None | Unset = UNSET
    brand_color: str | None | Unset = UNSET
    brand_text_color: str | None | Unset = UNSET
    brand_logo_filter: str | None | Unset = UNSET
    docs_url: str | None | Unset = UNSET
    requires_credentials: bool | Unset = UNSET
    credential_key: str | None | Unset = UNSET
    additional_credential_keys: list[str] | Unset = UNSET
    capabilities: list[str] | Unset = UNSET
    depends_on: list[str] | Unset = UNSET
    conflicts_with: list[str] | Unset = UNSET
    user_invocable: bool | Unset = UNSET
    deprecated: bool | Unset = UNSET
    replacement: str | None | Unset = UNSET
    pricing: SkillPricing | Unset = UNSET

    _fields: ClassVar[Fields] = {
        "name": Field("name", TEXT),
        "category": Field("category", TEXT),
        "version": Field("version", TEXT),
        "title": Field("title", TEXT),
        "description": Field("description", TEXT),
        "icon": Field("icon", OneOf(TEXT, NULL)),
        "brand_color": Field("brand_color", OneOf(TEXT, NULL)),
        "brand_text_color": Field("brand_text_color", OneOf(TEXT, NULL)),
        "brand_logo_filter": Field("brand_logo_filter", OneOf(TEXT, NULL)),
        "docs_url": Field("docs_url", OneOf(TEXT, NULL)),
        "requires_credentials": Field("requires_credentials", BOOLEAN),
        "credential_key": Field("credential_key", OneOf(TEXT, NULL)),
        "additional_credential_keys": Field("additional_credential_keys", ListOf(TEXT)),
        "capabilities": Field("capabilities", ListOf(TEXT)),
        "depends_on": Field("depends_on", ListOf(TEXT)),
        "conflicts_with": Field("conflicts_with", ListOf(TEXT)),
        "user_invocable": Field("user_invocable", BOOLEAN),
        "deprecated": Field("deprecated", BOOLEAN),
        "replacement": Field("replacement", OneOf(TEXT, NULL)),
        "pricing": Field("pricing", Nested("SkillPricing")),
    }

    if not TYPE_CHECKING:  # Type checkers would hold the values to be what the conditions say.

        def _fill(self, get, absent):
            value = get("name", absent)
            if type(value) is str or value is UNSET:
                self.name = value
            value = get("category", absent)
            if type(value) is str or value is UNSET:
                self.category = value
            value = get("version", absent)
            if type(value) is str or value is UNSET:
                self.version = value
            value = get("title", absent)
            if type(value) is str or value is UNSET:
                self.title = value
            value = get("description", absent)
            if type(value) is str or value is UNSET:
                self.description = value
            value = get("icon", absent)
            if value is None or type(value) is str or value is UNSET:
                self.icon = value
            value = get("brand_color", absent)
            if value is None or type(value) is str or value is UNSET:
                self.brand_color = value
            value = get("brand_text_color", absent)
            if value is None or type(value) is str or value is UNSET:
                self.brand_text_color = value
            value = get("brand_logo_filter", absent)
            if value is None or type(value) is str or value is UNSET:
                self.brand_logo_filter = value
            value = get("docs_url", absent)
            if value is None or type(value) is str or value is UNSET:
                self.docs_url = value
            value = get("requires_credentials", absent)
            if type(value) is bool or value is UNSET:
                self.requires_credentials = value
            value = get("credential_key", absent)
            if value is None or type(value) is str or value is UNSET:
                self.credential_key = value
            value = get("additional_credential_keys", absent)
            if value is UNSET:
                self.additional_credential_keys = value
            value = get("capabilities", absent)
            if value is UNSET:
                self.capabilities = value
            value = get("depends_on", absent)
            if value is UNSET:
                self.depends_on = value
            value = get("conflicts_with", absent)
            if value is UNSET:
                self.conflicts_with = value
            value = get("user_invocable", absent)
            if type(value) is bool or value is UNSET:
                self.user_invocable = value
            value = get("deprecated", absent)
            if type(value) is bool or value is UNSET:
                self.deprecated = value
            value = get("replacement", absent)
            if value is None or type(value) is str or value is UNSET:
                self.replacement = value
            value = get("pricing", absent)
            if value is UNSET:
                self.pricing = value
