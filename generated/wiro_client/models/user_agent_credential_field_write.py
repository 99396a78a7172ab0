from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

from attrs import define

from ..model import Model
from ..shapes import ANYTHING, INTEGER, NUMBER, TEXT, EnumOf, Field, Fields, ListOf, OneOf
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from .user_agent_credential_field_write_fieldstatus import UserAgentCredentialFieldWriteFieldstatus

__all__ = ["UserAgentCredentialFieldWrite"]


@define(kw_only=True, eq=False, repr=False, getstate_setstate=False, weakref_slot=False)
class UserAgentCredentialFieldWrite(Model):
    """One field value to write.

    Attributes:
        credentialkey: Key of the credential, exactly as the instance or the registry spells it; pages of the
            documentation differ (`twitter` and `twitterx`, `telegram` and `sys-telegram`).
        fieldname: Name of the field, such as `apiKey`, `clientid` or `bottoken`. Names that begin with `_` are
            reserved.
        fieldvalue: The value, a string; an empty one clears the field. Encode lists as JSON text, which every
            version of the service takes; newer ones also take numbers and lists as they are.
        fieldstatus: Leave it out. API keys may only write `user`, which the service uses when it is absent.
        parentfield: Dotted path of the list that the field is in, such as `accounts.0.apps`.
        ordinal: Position in that list; the service uses 0 when it is absent.
    """

    credentialkey: str
    fieldname: str
    fieldvalue: str | float | list[Any]
    fieldstatus: UserAgentCredentialFieldWriteFieldstatus | Unset = UNSET
    parentfield: str | Unset = UNSET
    ordinal: int | Unset = UNSET

    _fields: ClassVar[Fields] = {
        "credentialkey": Field("credentialkey", TEXT, required=True),
        "fieldname": Field("fieldname", TEXT, required=True),
        "fieldvalue": Field("fieldvalue", OneOf(TEXT, NUMBER, ListOf(ANYTHING)), required=True),
        "fieldstatus": Field("fieldstatus", EnumOf("UserAgentCredentialFieldWriteFieldstatus", str)),
        "parentfield": Field("parentfield", TEXT),
        "ordinal": Field("ordinal", INTEGER),
    }

    if not TYPE_CHECKING:  # Type checkers would hold the values to be what the conditions say.

        def _fill(self, get, absent):
            value = get("credentialkey", absent)
            if type(value) is str or value is UNSET:
                self.credentialkey = value
            value = get("fieldname", absent)
            if type(value) is str or value is UNSET:
                self.fieldname = value
            value = get("fieldvalue", absent)
            if type(value) in (float, int, str) or value is UNSET:
                self.fieldvalue = value
            value = get("fieldstatus", absent)
            if value is UNSET:
                self.fieldstatus = value
            value = get("parentfield", absent)
            if type(value) is str or value is UNSET:
                self.parentfield = value
            value = get("ordinal", absent)
            if type(value) is int or value is UNSET:
                self.ordinal = value

    _closed: ClassVar[bool] = True
