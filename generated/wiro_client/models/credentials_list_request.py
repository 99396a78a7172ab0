from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from attrs import define

from ..model import Model
from ..shapes import BOOLEAN, EnumOf, Field, Fields
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from .credentials_list_request_credential_mode import CredentialsListRequestCredentialMode

__all__ = ["CredentialsListRequest"]


@define(kw_only=True, eq=False, repr=False, getstate_setstate=False, weakref_slot=False)
class CredentialsListRequest(Model):
    """Body of ``credentials_list``: List the credentials of the registry.

    Attributes:
        credential_mode: Only credentials that work this way; `sa` is a service account.
        wiro_connect_pending: Only credentials whose shared Wiro app is (true) or is not (false) still to come.
    """

    credential_mode: CredentialsListRequestCredentialMode | Unset = UNSET
    wiro_connect_pending: bool | Unset = UNSET

    _fields: ClassVar[Fields] = {
        "credential_mode": Field("credential_mode", EnumOf("CredentialsListRequestCredentialMode", str)),
        "wiro_connect_pending": Field("wiro_connect_pending", BOOLEAN),
    }

    if not TYPE_CHECKING:  # Type checkers would hold the values to be what the conditions say.

        def _fill(self, get, absent):
            value = get("credential_mode", absent)
            if value is UNSET:
                self.credential_mode = value
            value = get("wiro_connect_pending", absent)
            if type(value) is bool or value is UNSET:
                self.wiro_connect_pending = value

    _closed: ClassVar[bool] = True
