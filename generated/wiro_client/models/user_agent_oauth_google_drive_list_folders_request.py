from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from attrs import define

from ..model import Model
from ..shapes import TEXT, Field, Fields
from ..types import UNSET, Unset

__all__ = ["UserAgentOauthGoogleDriveListFoldersRequest"]


@define(kw_only=True, eq=False, repr=False, getstate_setstate=False, weakref_slot=False)
class UserAgentOauthGoogleDriveListFoldersRequest(Model):
    """Body of ``user_agent_oauth_google_drive_list_folders``: List the Drive folders that a service account can
    see.

    Attributes:
        useragentguid: Guid of the deployed agent.
        serviceaccountjsonbase64: The service account's JSON key in Base64, to look before storing it; the
            stored one is used when absent. A secret.
    """

    useragentguid: str
    serviceaccountjsonbase64: str | Unset = UNSET

    _fields: ClassVar[Fields] = {
        "useragentguid": Field("useragentguid", TEXT, required=True, aliases=("userAgentGuid",)),
        "serviceaccountjsonbase64": Field("serviceaccountjsonbase64", TEXT),
    }

    if not TYPE_CHECKING:  # Type checkers would hold the values to be what the conditions say.

        def _fill(self, get, absent):
            value = get("useragentguid", absent)
            if type(value) is str or value is UNSET:
                self.useragentguid = value
            value = get("serviceaccountjsonbase64", absent)
            if type(value) is str or value is UNSET:
                self.serviceaccountjsonbase64 = value

    _closed: ClassVar[bool] = True
