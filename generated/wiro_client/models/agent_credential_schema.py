from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from attrs import define

from ..model import Model
from ..shapes import BOOLEAN, NULL, TEXT, Field, Fields, ListOf, Nested, OneOf
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from .credential_field import CredentialField
    from .oauth_provider import OauthProvider

__all__ = ["AgentCredentialSchema"]


@define(kw_only=True, eq=False, repr=False, getstate_setstate=False, weakref_slot=False)
class AgentCredentialSchema(Model):
    """How to present the credential and which fields it has; the registry's entry without key and skills.

    Attributes:
        title: Name for people.
        icon: Picture, as a full URL or a path on wiro.ai.
        brand_color: CSS colour of the provider.
        brand_text_color: CSS colour of text on the brand colour.
        brand_logo_filter: CSS filter for the logo.
        docs_url: Page of the documentation, as a path or a bare page name.
        credential_mode: How the credential works: `oauth`, `sa`, `api_key`, `multi_api_key`, `hybrid`,
            `imap_credentials`, `jwt_sa`, `rule_only` or `oauth_or_api_key`.
        connection_modes: Ways to connect, `wiro` (the shared app) and `own` (an app of yours) for OAuth.
        wiro_connect_pending: Whether the shared app of Wiro is not available yet, so that only `own` works.
        oauth_provider: How to connect through OAuth; a bare provider name in some answers, null without OAuth.
        fields: The fields of the credential.
    """

    title: str | Unset = UNSET
    icon: str | None | Unset = UNSET
    brand_color: str | None | Unset = UNSET
    brand_text_color: str | None | Unset = UNSET
    brand_logo_filter: str | None | Unset = UNSET
    docs_url: str | None | Unset = UNSET
    credential_mode: str | Unset = UNSET
    connection_modes: list[str] | Unset = UNSET
    wiro_connect_pending: bool | Unset = UNSET
    oauth_provider: OauthProvider | str | None | Unset = UNSET
    fields: list[CredentialField] | Unset = UNSET

    _fields: ClassVar[Fields] = {
        "title": Field("title", TEXT),
        "icon": Field("icon", OneOf(TEXT, NULL)),
        "brand_color": Field("brand_color", OneOf(TEXT, NULL)),
        "brand_text_color": Field("brand_text_color", OneOf(TEXT, NULL)),
        "brand_logo_filter": Field("brand_logo_filter", OneOf(TEXT, NULL)),
        "docs_url": Field("docs_url", OneOf(TEXT, NULL)),
        "credential_mode": Field("credential_mode", TEXT),
        "connection_modes": Field("connection_modes", ListOf(TEXT)),
        "wiro_connect_pending": Field("wiro_connect_pending", BOOLEAN),
        "oauth_provider": Field("oauth_provider", OneOf(Nested("OauthProvider"), TEXT, NULL)),
        "fields": Field("fields", ListOf(Nested("CredentialField"))),
    }

    if not TYPE_CHECKING:  # Type checkers would hold the values to be what the conditions say.

        def _fill(self, get, absent):
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
            value = get("docs_url", absent)
            if value is None or type(value) is str or value is UNSET:
                self.docs_url = value
            value = get("credential_mode", absent)
            if type(value) is str or value is UNSET:
                self.credential_mode = value
            value = get("connection_modes", absent)
            if value is UNSET:
                self.connection_modes = value
            value = get("wiro_connect_pending", absent)
            if type(value) is bool or value is UNSET:
                self.wiro_connect_pending = value
            value = get("oauth_provider", absent)
            if value is None or type(value) is str or value is UNSET:
                self.oauth_provider = value
            value = get("fields", absent)
            if value is UNSET:
                self.fields = value
