from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from attrs import define

from ..model import Model
from ..shapes import TEXT, EnumOf, Field, Fields
from ..types import UNSET

if TYPE_CHECKING:
    from .user_agent_oauth_token_refresh_request_provider import UserAgentOauthTokenRefreshRequestProvider

__all__ = ["UserAgentOauthTokenRefreshRequest"]


@define(kw_only=True, eq=False, repr=False, getstate_setstate=False, weakref_slot=False)
class UserAgentOauthTokenRefreshRequest(Model):
    """Body of ``user_agent_oauth_token_refresh``: Refresh the tokens of a connected account now.

    Attributes:
        useragentguid: Guid of the deployed agent.
        provider: Which account. Pages of the documentation disagree about the names: the ones without a hyphen
            are those of its working examples, the ones with a hyphen those of its overview. Try the other one
            when the service answers `Invalid provider`.
    """

    useragentguid: str
    provider: UserAgentOauthTokenRefreshRequestProvider

    _fields: ClassVar[Fields] = {
        "useragentguid": Field("useragentguid", TEXT, required=True, aliases=("userAgentGuid",)),
        "provider": Field("provider", EnumOf("UserAgentOauthTokenRefreshRequestProvider", str), required=True),
    }

    if not TYPE_CHECKING:  # Type checkers would hold the values to be what the conditions say.

        def _fill(self, get, absent):
            value = get("useragentguid", absent)
            if type(value) is str or value is UNSET:
                self.useragentguid = value
            value = get("provider", absent)
            if value is UNSET:
                self.provider = value

    _closed: ClassVar[bool] = True
