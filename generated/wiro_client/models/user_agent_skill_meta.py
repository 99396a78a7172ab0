from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from attrs import define

from ..model import Model
from ..shapes import BOOLEAN, NULL, TEXT, Field, Fields, ListOf, OneOf
from ..types import UNSET, Unset

__all__ = ["UserAgentSkillMeta"]


@define(kw_only=True, eq=False, repr=False, getstate_setstate=False, weakref_slot=False)
class UserAgentSkillMeta(Model):
    """How a registry skill presents itself.

    Attributes:
        name: Registry name of the skill.
        title: Name for people.
        icon: URL of the icon.
        brand_color: CSS colour of the provider.
        brand_text_color: CSS colour of text on the brand colour.
        brand_logo_filter: CSS filter for the logo.
        category: int (third-party service), rule or util; more may come.
        docs_url: Documentation page, possibly relative.
        credential_key: Credential that it needs.
        additional_credential_keys: Further credentials that it needs.
        requires_credentials: Whether it does not work without a credential.
        user_invocable: False for skills that only other skills call.
        deprecated: Whether it should no longer be enabled.
        replacement: Skill to use instead of a deprecated one.
        description: What the skill does.
    """

    name: str | Unset = UNSET
    title: str | Unset = UNSET
    icon: str | None | Unset = UNSET
    brand_color: str | None | Unset = UNSET
    brand_text_color: str | None | Unset = UNSET
    brand_logo_filter: str | None | Unset = UNSET
    category: str | Unset = UNSET
    docs_url: str | None | Unset = UNSET
    credential_key: str | None | Unset = UNSET
    additional_credential_keys: list[str] | Unset = UNSET
    requires_credentials: bool | Unset = UNSET
    user_invocable: bool | Unset = UNSET
    deprecated: bool | Unset = UNSET
    replacement: str | None | Unset = UNSET
    description: str | None | Unset = UNSET

    _fields: ClassVar[Fields] = {
        "name": Field("name", TEXT),
        "title": Field("title", TEXT),
        "icon": Field("icon", OneOf(TEXT, NULL)),
        "brand_color": Field("brand_color", OneOf(TEXT, NULL)),
        "brand_text_color": Field("brand_text_color", OneOf(TEXT, NULL)),
        "brand_logo_filter": Field("brand_logo_filter", OneOf(TEXT, NULL)),
        "category": Field("category", TEXT),
        "docs_url": Field("docs_url", OneOf(TEXT, NULL)),
        "credential_key": Field("credential_key", OneOf(TEXT, NULL)),
        "additional_credential_keys": Field("additional_credential_keys", ListOf(TEXT)),
        "requires_credentials": Field("requires_credentials", BOOLEAN),
        "user_invocable": Field("user_invocable", BOOLEAN),
        "deprecated": Field("deprecated", BOOLEAN),
        "replacement": Field("replacement", OneOf(TEXT, NULL)),
        "description": Field("description", OneOf(TEXT, NULL)),
    }

    if not TYPE_CHECKING:  # Type checkers would hold the values to be what the conditions say.

        def _fill(self, get, absent):
            value = get("name", absent)
            if type(value) is str or value is UNSET:
                self.name = value
            value = get("title", absent)
            if type(value) is str or value is UNSET:
                self.title = value
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
            value = get("category", absent)
            if type(value) is str or value is UNSET:
                self.category = value
            value = get("docs_url", absent)
            if value is None or type(value) is str or value is UNSET:
                self.docs_url = value
            value = get("credential_key", absent)
            if value is None or type(value) is str or value is UNSET:
                self.credential_key = value
            value = get("additional_credential_keys", absent)
            if value is UNSET:
                self.additional_credential_keys = value
            value = get("requires_credentials", absent)
            if type(value) is bool or value is UNSET:
                self.requires_credentials = value
            value = get("user_invocable", absent)
            if type(value) is bool or value is UNSET:
                self.user_invocable = value
            value = get("deprecated", absent)
            if type(value) is bool or value is UNSET:
                self.deprecated = value
            value = get("replacement", absent)
            if value is None or type(value) is str or value is UNSET:
                self.replacement = value
            value = get("description", absent)
            if value is None or type(value) is str or value is UNSET:
                self.description = value
