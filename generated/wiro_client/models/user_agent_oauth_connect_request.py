from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from attrs import define

from ..model import Model
from ..shapes import TEXT, EnumOf, Field, Fields
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from .user_agent_oauth_connect_request_authmethod import UserAgentOauthConnectRequestAuthmethod

__all__ = ["UserAgentOauthConnectRequest"]


@define(kw_only=True, eq=False, repr=False, getstate_setstate=False, weakref_slot=False)
class UserAgentOauthConnectRequest(Model):
    """Which agent to connect, and where the browser goes afterwards; the same for every provider.

    Attributes:
        useragentguid: Guid of the deployed agent.
        redirecturl: Where the browser comes back to: an HTTPS URL, or one on http://localhost or
            http://127.0.0.1 during development. Gets the result as query parameters, never a token.
        authmethod: Whose app asks for the consent: `wiro` is the shared one and what the service uses when it
            is absent, `own` the one whose fields were stored in the credential. Shared apps show Wiro's name on
            the consent page, own ones yours.
    """

    useragentguid: str
    redirecturl: str
    authmethod: UserAgentOauthConnectRequestAuthmethod | Unset = UNSET

    _fields: ClassVar[Fields] = {
        "useragentguid": Field("useragentguid", TEXT, required=True, aliases=("userAgentGuid",)),
        "redirecturl": Field("redirecturl", TEXT, required=True, aliases=("redirectUrl",)),
        "authmethod": Field(
            "authmethod", EnumOf("UserAgentOauthConnectRequestAuthmethod", str), aliases=("authMethod",)
        ),
    }

    if not TYPE_CHECKING:  # Type checkers would hold the values to be what the conditions say.

        def _fill(self, get, absent):
            value = get("useragentguid", absent)
            if type(value) is str or value is UNSET:
                self.useragentguid = value
            value = get("redirecturl", absent)
            if type(value) is str or value is UNSET:
                self.redirecturl = value
            value = get("authmethod", absent)
            if value is UNSET:
                self.authmethod = value

    _closed: ClassVar[bool] = True
