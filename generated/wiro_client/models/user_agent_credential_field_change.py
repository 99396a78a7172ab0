from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from attrs import define

from ..model import Model
from ..shapes import INTEGER, NULL, TEXT, Field, Fields, Nested, OneOf
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from .user_agent_actor import UserAgentActor

__all__ = ["UserAgentCredentialFieldChange"]


@define(kw_only=True, eq=False, repr=False, getstate_setstate=False, weakref_slot=False)
class UserAgentCredentialFieldChange(Model):
    """One write of one field.

    Attributes:
        guid: Identifies the entry.
        useragentguid: Guid of the instance.
        credentialkey: Key of the credential.
        fieldname: Name of the field.
        fieldvalue: The value that was written; `[REDACTED]` for secrets of OAuth apps.
        fieldstatus: Who may write the field; `user`, `oauth_app`, `oauth_picker`, `platform`, `computed` or
            `control`.
        parentfield: Dotted path of the list it is in, null outside lists.
        ordinal: Position in that list.
        operation: What was done; `upsert` in every sample.
        changedby: Account that wrote it, or `system`.
        changedby_user: That account; null for automation and deleted accounts.
        changedat: Unix seconds.
    """

    guid: str | Unset = UNSET
    useragentguid: str | Unset = UNSET
    credentialkey: str | Unset = UNSET
    fieldname: str | Unset = UNSET
    fieldvalue: str | None | Unset = UNSET
    fieldstatus: str | Unset = UNSET
    parentfield: str | None | Unset = UNSET
    ordinal: int | Unset = UNSET
    operation: str | Unset = UNSET
    changedby: str | Unset = UNSET
    changedby_user: UserAgentActor | None | Unset = UNSET
    changedat: int | str | Unset = UNSET

    _fields: ClassVar[Fields] = {
        "guid": Field("guid", TEXT),
        "useragentguid": Field("useragentguid", TEXT),
        "credentialkey": Field("credentialkey", TEXT),
        "fieldname": Field("fieldname", TEXT),
        "fieldvalue": Field("fieldvalue", OneOf(TEXT, NULL)),
        "fieldstatus": Field("fieldstatus", TEXT),
        "parentfield": Field("parentfield", OneOf(TEXT, NULL)),
        "ordinal": Field("ordinal", INTEGER),
        "operation": Field("operation", TEXT),
        "changedby": Field("changedby", TEXT),
        "changedby_user": Field("changedby_user", OneOf(Nested("UserAgentActor"), NULL)),
        "changedat": Field("changedat", OneOf(INTEGER, TEXT)),
    }

    if not TYPE_CHECKING:  # Type checkers would hold the values to be what the conditions say.

        def _fill(self, get, absent):
            value = get("guid", absent)
            if type(value) is str or value is UNSET:
                self.guid = value
            value = get("useragentguid", absent)
            if type(value) is str or value is UNSET:
                self.useragentguid = value
            value = get("credentialkey", absent)
            if type(value) is str or value is UNSET:
                self.credentialkey = value
            value = get("fieldname", absent)
            if type(value) is str or value is UNSET:
                self.fieldname = value
            value = get("fieldvalue", absent)
            if value is None or type(value) is str or value is UNSET:
                self.fieldvalue = value
            value = get("fieldstatus", absent)
            if type(value) is str or value is UNSET:
                self.fieldstatus = value
            value = get("parentfield", absent)
            if value is None or type(value) is str or value is UNSET:
                self.parentfield = value
            value = get("ordinal", absent)
            if type(value) is int or value is UNSET:
                self.ordinal = value
            value = get("operation", absent)
            if type(value) is str or value is UNSET:
                self.operation = value
            value = get("changedby", absent)
            if type(value) is str or value is UNSET:
                self.changedby = value
            value = get("changedby_user", absent)
            if value is None or value is UNSET:
                self.changedby_user = value
            value = get("changedat", absent)
            if type(value) in (int, str) or value is UNSET:
                self.changedat = value
