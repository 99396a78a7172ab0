from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from attrs import define

from ..model import Model
from ..shapes import TEXT, Field, Fields, ListOf, Nested, OneOf
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from .user_agent_oauth_yt_channel import UserAgentOauthYtChannel

__all__ = ["UserAgentOauthYtRedirect"]


@define(kw_only=True, eq=False, repr=False, getstate_setstate=False, weakref_slot=False)
class UserAgentOauthYtRedirect(Model):
    """What the query of the redirect URL tells when the browser comes back from YouTube. Where it has none of
    these parameters, `result` and `error` of the query tell the same.

    Attributes:
        yt_connected: `true` after a consent.
        yt_channels: Channels of the user; JSON text in the query, shown decoded here.
        yt_error: Why it failed: `missing_params`, `session_expired`, `authorization_denied`,
            `token_exchange_failed`, `useragent_not_found`, `invalid_config` or `internal_error`.
        yt_error_detail: More about the failure, in words.
    """

    yt_connected: str | Unset = UNSET
    yt_channels: list[UserAgentOauthYtChannel] | str | Unset = UNSET
    yt_error: str | Unset = UNSET
    yt_error_detail: str | Unset = UNSET

    _fields: ClassVar[Fields] = {
        "yt_connected": Field("yt_connected", TEXT),
        "yt_channels": Field("yt_channels", OneOf(ListOf(Nested("UserAgentOauthYtChannel")), TEXT)),
        "yt_error": Field("yt_error", TEXT),
        "yt_error_detail": Field("yt_error_detail", TEXT),
    }

    if not TYPE_CHECKING:  # Type checkers would hold the values to be what the conditions say.

        def _fill(self, get, absent):
            value = get("yt_connected", absent)
            if type(value) is str or value is UNSET:
                self.yt_connected = value
            value = get("yt_channels", absent)
            if type(value) is str or value is UNSET:
                self.yt_channels = value
            value = get("yt_error", absent)
            if type(value) is str or value is UNSET:
                self.yt_error = value
            value = get("yt_error_detail", absent)
            if type(value) is str or value is UNSET:
                self.yt_error_detail = value
