from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

from attrs import define

from ..model import Model
from ..shapes import ANYTHING, BOOLEAN, MISFIT, NULL, TEXT, Field, Fields, ListOf, Nested, OneOf
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from .credential_field_option import CredentialFieldOption

__all__ = ["CredentialField"]


@define(kw_only=True, eq=False, repr=False, getstate_setstate=False, weakref_slot=False)
class CredentialField(Model):
    """One field of a credential and how to ask for it.

    Attributes:
        key: Name of the field, the `fieldname` of a write.
        label: Caption for people.
        type_: Kind of input, such as `text`, `password` or `select`.
        required: Whether the credential is incomplete without it.
        placeholder: Text of the empty input.
        pattern: Regular expression (JavaScript) that a value must match.
        help_: Where a user finds the value.
        options: Choices of a select field.
        default: Value that counts when none was written; its type depends on the field.
        only_in_modes: Connection modes that use the field.
        oauth_managed: Whether the field belongs to the OAuth app (`own` mode).
        show_toggle: Whether a form should offer to show the secret.
        auto_filled_by_oauth: Whether the OAuth flow writes the value.
        readonly_when_connected: Whether the value is fixed while the account is connected.
        encrypted: Whether the value is stored encrypted; newer servers.
        runtime_excluded: Whether the value stays away from the agent's container; newer servers.
        server_managed: Whether only the service writes the value; newer servers.
    """

    key: str | Unset = UNSET
    label: str | Unset = UNSET
    type_: str | Unset = UNSET
    required: bool | Unset = UNSET
    placeholder: str | None | Unset = UNSET
    pattern: str | None | Unset = UNSET
    help_: str | None | Unset = UNSET
    options: list[CredentialFieldOption] | Unset = UNSET
    default: Any | Unset = UNSET
    only_in_modes: list[str] | Unset = UNSET
    oauth_managed: bool | Unset = UNSET
    show_toggle: bool | Unset = UNSET
    auto_filled_by_oauth: bool | Unset = UNSET
    readonly_when_connected: bool | Unset = UNSET
    encrypted: bool | Unset = UNSET
    runtime_excluded: bool | Unset = UNSET
    server_managed: bool | Unset = UNSET

    _fields: ClassVar[Fields] = {
        "key": Field("key", TEXT),
        "label": Field("label", TEXT),
        "type_": Field("type", TEXT),
        "required": Field("required", BOOLEAN),
        "placeholder": Field("placeholder", OneOf(TEXT, NULL)),
        "pattern": Field("pattern", OneOf(TEXT, NULL)),
        "help_": Field("help", OneOf(TEXT, NULL)),
        "options": Field("options", ListOf(Nested("CredentialFieldOption"))),
        "default": Field("default", ANYTHING),
        "only_in_modes": Field("only_in_modes", ListOf(TEXT)),
        "oauth_managed": Field("oauth_managed", BOOLEAN),
        "show_toggle": Field("show_toggle", BOOLEAN),
        "auto_filled_by_oauth": Field("auto_filled_by_oauth", BOOLEAN),
        "readonly_when_connected": Field("readonly_when_connected", BOOLEAN),
        "encrypted": Field("encrypted", BOOLEAN),
        "runtime_excluded": Field("runtime_excluded", BOOLEAN),
        "server_managed": Field("server_managed", BOOLEAN),
    }

    if not TYPE_CHECKING:  # Type checkers would hold the values to be what the conditions say.

        def _fill(self, get, absent):
            value = get("key", absent)
            if type(value) is str or value is UNSET:
                self.key = value
            value = get("label", absent)
            if type(value) is str or value is UNSET:
                self.label = value
            value = get("type", absent)
            if type(value) is str or value is UNSET:
                self.type_ = value
            value = get("required", absent)
            if type(value) is bool or value is UNSET:
                self.required = value
            value = get("placeholder", absent)
            if value is None or type(value) is str or value is UNSET:
                self.placeholder = value
            value = get("pattern", absent)
            if value is None or type(value) is str or value is UNSET:
                self.pattern = value
            value = get("help", absent)
            if value is None or type(value) is str or value is UNSET:
                self.help_ = value
            value = get("options", absent)
            if value is UNSET:
                self.options = value
            value = get("default", absent)
            if value is not MISFIT:
                self.default = value
            value = get("only_in_modes", absent)
            if value is UNSET:
                self.only_in_modes = value
            value = get("oauth_managed", absent)
            if type(value) is bool or value is UNSET:
                self.oauth_managed = value
            value = get("show_toggle", absent)
            if type(value) is bool or value is UNSET:
                self.show_toggle = value
            value = get("auto_filled_by_oauth", absent)
            if type(value) is bool or value is UNSET:
                self.auto_filled_by_oauth = value
            value = get("readonly_when_connected", absent)
            if type(value) is bool or value is UNSET:
                self.readonly_when_connected = value
            value = get("encrypted", absent)
            if type(value) is bool or value is UNSET:
                self.encrypted = value
            value = get("runtime_excluded", absent)
            if type(value) is bool or value is UNSET:
                self.runtime_excluded = value
            value = get("server_managed", absent)
            if type(value) is bool or value is UNSET:
                self.server_managed = value
