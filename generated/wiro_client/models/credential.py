from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from attrs import define

from ..model import Model
from ..shapes import BOOLEAN, NULL, TEXT, Field, Fields, ListOf, Nested, OneOf
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from .credential_field import CredentialField
    from .credential_mode_badges import CredentialModeBadges
    from .oauth_provider import OauthProvider

__all__ = ["Credential"]


@define(kw_only=True, eq=False, repr=False, getstate_setstate=False, weakref_slot=False)
class Credential(Model):
    """One kind of credential, as the registry describes it.

    Attributes:
        key: Key of the credential, the `credentialkey` of a write.
        title: Name for people.
        icon: Picture, as a full URL or a path on wiro.ai.
        brand_color: CSS colour of the provider.
        brand_text_color: CSS colour of text on the brand colour.
        brand_logo_filter: CSS filter for the logo.
        docs_url: Page of the documentation, as a path or a bare page name.
        credential_mode: How the credential works; the values of the filter, and `oauth_or_api_key` on deployed
            agents.
        connection_modes: Ways to connect, `wiro` (the shared app) and `own` (an app of yours) for OAuth.
        default_connection_mode: The way to connect that a form should offer first; newer servers.
        mode_badges: A word about each way to connect, such as `Recommended`, keyed by connection mode; newer
            servers.
        wiro_connect_pending: Whether the shared app of Wiro is not available yet, so that only `own` works.
        credential_schema: The fields of the credential.
        oauth_provider: How to connect through OAuth; a bare provider name in some answers, null without OAuth.
        used_by_skills: Registry names of the skills that need it.
    """

    key: str | Unset = UNSET
    title: str | Unset = UNSET
    icon: str | None | Unset = UNSET
    brand_color: str | None | Unset = UNSET
    brand_text_color: str | None | Unset = UNSET
    brand_logo_filter: str | None | Unset = UNSET
    docs_url: str | None | Unset = UNSET
    credential_mode: str | Unset = UNSET
    connection_modes: list[str] | Unset = UNSET
    default_connection_mode: str | None | Unset = UNSET
    mode_badges: CredentialModeBadges | Unset = UNSET
    wiro_connect_pending: bool | Unset = UNSET
    credential_schema: list[CredentialField] | Unset = UNSET
    oauth_provider: OauthProvider | str | None | Unset = UNSET
    used_by_skills: list[str] | Unset = UNSET

    _fields: ClassVar[Fields] = {
        "key": Field("key", TEXT),
        "title": Field("title", TEXT),
        "icon": Field("icon", OneOf(TEXT, NULL)),
        "brand_color": Field("brand_color", OneOf(TEXT, NULL)),
        "brand_text_color": Field("brand_text_color", OneOf(TEXT, NULL)),
        "brand_logo_filter": Field("brand_logo_filter", OneOf(TEXT, NULL)),
        "docs_url": Field("docs_url", OneOf(TEXT, NULL)),
        "credential_mode": Field("credential_mode", TEXT),
        "connection_modes": Field("connection_modes", ListOf(TEXT)),
        "default_connection_mode": Field("default_connection_mode", OneOf(TEXT, NULL)),
        "mode_badges": Field("mode_badges", Nested("CredentialModeBadges")),
        "wiro_connect_pending": Field("wiro_connect_pending", BOOLEAN),
        "credential_schema": Field("credential_schema", ListOf(Nested("CredentialField"))),
        "oauth_provider": Field("oauth_provider", OneOf(Nested("OauthProvider"), TEXT, NULL)),
        "used_by_skills": Field("used_by_skills", ListOf(TEXT)),
    }

    if not TYPE_CHECKING:  # Type checkers would hold the values to be what the conditions say.

        def _fill(self, get, absent):
            value = get("key", absent)
            if type(value) is str or value is UNSET:
                self.key = value
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
            value = get("default_connection_mode", absent)
            if value is None or type(value) is str or value is UNSET:
                self.default_connection_mode = value
            value = get("mode_badges", absent)
            if value is UNSET:
                self.mode_badges = value
            value = get("wiro_connect_pending", absent)
            if type(value) is bool or value is UNSET:
                self.wiro_connect_pending = value
            value = get("credential_schema", absent)
            if value is UNSET:
                self.credential_schema = value
            value = get("oauth_provider", absent)
            if value is None or type(value) is str or value is UNSET:
                self.oauth_provider = value
            value = get("used_by_skills", absent)
            if value is UNSET:
                self.used_by_skills = value
