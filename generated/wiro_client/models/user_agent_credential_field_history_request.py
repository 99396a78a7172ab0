from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from attrs import define

from ..model import Model
from ..shapes import INTEGER, TEXT, Field, Fields
from ..types import UNSET, Unset

__all__ = ["UserAgentCredentialFieldHistoryRequest"]


@define(kw_only=True, eq=False, repr=False, getstate_setstate=False, weakref_slot=False)
class UserAgentCredentialFieldHistoryRequest(Model):
    """Body of ``user_agents_credential_field_history``: Read who changed which field of a credential, and when.

    Attributes:
        useragentguid: Guid of the instance.
        credentialkey: Key of the credential.
        startdate: Only entries from this moment on, Unix seconds (UTC).
        enddate: Only entries up to this moment, Unix seconds (UTC).
    """

    useragentguid: str
    credentialkey: str
    startdate: int | Unset = UNSET
    enddate: int | Unset = UNSET

    _fields: ClassVar[Fields] = {
        "useragentguid": Field("useragentguid", TEXT, required=True),
        "credentialkey": Field("credentialkey", TEXT, required=True),
        "startdate": Field("startdate", INTEGER),
        "enddate": Field("enddate", INTEGER),
    }

    if not TYPE_CHECKING:  # Type checkers would hold the values to be what the conditions say.

        def _fill(self, get, absent):
            value = get("useragentguid", absent)
            if type(value) is str or value is UNSET:
                self.useragentguid = value
            value = get("credentialkey", absent)
            if type(value) is str or value is UNSET:
                self.credentialkey = value
            value = get("startdate", absent)
            if type(value) is int or value is UNSET:
                self.startdate = value
            value = get("enddate", absent)
            if type(value) is int or value is UNSET:
                self.enddate = value

    _closed: ClassVar[bool] = True
