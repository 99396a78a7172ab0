from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from attrs import define

from ..model import Model
from ..shapes import BOOLEAN, INTEGER, NULL, TEXT, Field, Fields, ListOf, Nested, OneOf
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from .agent_credential_editable import AgentCredentialEditable
    from .agent_credential_schema import AgentCredentialSchema
    from .user_agent_session_mode_option import UserAgentSessionModeOption

__all__ = ["UserAgentCredential"]


@define(kw_only=True, eq=False, repr=False, getstate_setstate=False, weakref_slot=False)
class UserAgentCredential(Model):
    """One credential: flags of the service, and beside them the value of every field that may be read, under the
    names that `_schema` lists. OAuth tokens and the platform's own keys are never returned; `clientsecret` and
    `appsecret` of an own OAuth app are, so treat the values as secrets.

    Attributes:
        field_connected: For OAuth credentials whether a token is there and every picker field is set. Always
            false for API keys and service accounts; see `_required_missing` and `setuprequired`.
        optional: Whether the agent runs without it.
        extra: Whether the template lists it among the extra integrations, which are off at first.
        field_editable: For each field name whether the caller may write it.
        field_schema: How to present the credential, and which fields it has.
        field_required_missing: Whether a required field is still empty.
        authmethod: wiro, own or empty.
        connectedat: When OAuth was completed; ISO 8601 text or Unix seconds.
        tokenexpiresat: When the token expires, ISO 8601 text or Unix seconds. Said to be stripped, yet some
            answers have it.
        sessionmode: For Telegram whether users share a conversation; `private`, `collaborative` or `group`, or
            the choices of the website's form with one of them selected.
        clientsecret: Secret of an own OAuth app.
        appsecret: Secret of an own Meta app.
    """

    field_connected: bool | Unset = UNSET
    optional: bool | Unset = UNSET
    extra: bool | Unset = UNSET
    field_editable: AgentCredentialEditable | Unset = UNSET
    field_schema: AgentCredentialSchema | Unset = UNSET
    field_required_missing: bool | Unset = UNSET
    authmethod: str | Unset = UNSET
    connectedat: str | int | None | Unset = UNSET
    tokenexpiresat: str | int | None | Unset = UNSET
    sessionmode: str | list[UserAgentSessionModeOption] | Unset = UNSET
    clientsecret: str | Unset = UNSET
    appsecret: str | Unset = UNSET

    _fields: ClassVar[Fields] = {
        "field_connected": Field("_connected", BOOLEAN),
        "optional": Field("optional", BOOLEAN),
        "extra": Field("extra", BOOLEAN),
        "field_editable": Field("_editable", Nested("AgentCredentialEditable")),
        "field_schema": Field("_schema", Nested("AgentCredentialSchema")),
        "field_required_missing": Field("_required_missing", BOOLEAN),
        "authmethod": Field("authmethod", TEXT),
        "connectedat": Field("connectedat", OneOf(TEXT, INTEGER, NULL)),
        "tokenexpiresat": Field("tokenexpiresat", OneOf(TEXT, INTEGER, NULL)),
        "sessionmode": Field("sessionmode", OneOf(TEXT, ListOf(Nested("UserAgentSessionModeOption")))),
        "clientsecret": Field("clientsecret", TEXT),
        "appsecret": Field("appsecret", TEXT),
    }

    if not TYPE_CHECKING:  # Type checkers would hold the values to be what the conditions say.

        def _fill(self, get, absent):
            value = get("_connected", absent)
            if type(value) is bool or value is UNSET:
                self.field_connected = value
            value = get("optional", absent)
            if type(value) is bool or value is UNSET:
                self.optional = value
            value = get("extra", absent)
            if type(value) is bool or value is UNSET:
                self.extra = value
            value = get("_editable", absent)
            if value is UNSET:
                self.field_editable = value
            value = get("_schema", absent)
            if value is UNSET:
                self.field_schema = value
            value = get("_required_missing", absent)
            if type(value) is bool or value is UNSET:
                self.field_required_missing = value
            value = get("authmethod", absent)
            if type(value) is str or value is UNSET:
                self.authmethod = value
            value = get("connectedat", absent)
            if value is None or type(value) in (int, str) or value is UNSET:
                self.connectedat = value
            value = get("tokenexpiresat", absent)
            if value is None or type(value) in (int, str) or value is UNSET:
                self.tokenexpiresat = value
            value = get("sessionmode", absent)
            if type(value) is str or value is UNSET:
                self.sessionmode = value
            value = get("clientsecret", absent)
            if type(value) is str or value is UNSET:
                self.clientsecret = value
            value = get("appsecret", absent)
            if type(value) is str or value is UNSET:
                self.appsecret = value
