from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from attrs import define

from ..model import Model
from ..shapes import TEXT, Field, Fields
from ..types import UNSET, Unset

__all__ = ["UserAgentOauthTiktokRedirect"]


@define(kw_only=True, eq=False, repr=False, getstate_setstate=False, weakref_slot=False)
class UserAgentOauthTiktokRedirect(Model):
    """What the query of the redirect URL tells when the browser comes back from TikTok. Where it has none of these
    parameters, `result` and `error` of the query tell the same.

    Attributes:
        tiktok_connected: `true` after a consent.
        tiktok_username: Display name of the connected account, not its handle.
        tiktok_error: Why it failed: `missing_params`, `session_expired`, `authorization_denied`,
            `token_exchange_failed`, `useragent_not_found`, `invalid_config` or `internal_error`.
        tiktok_error_detail: More about the failure, in words.
    """

    tiktok_connected: str | Unset = UNSET
    tiktok_username: str | Unset = UNSET
    tiktok_error: str | Unset = UNSET
    tiktok_error_detail: str | Unset = UNSET

    _fields: ClassVar[Fields] = {
        "tiktok_connected": Field("tiktok_connected", TEXT),
        "tiktok_username": Field("tiktok_username", TEXT),
        "tiktok_error": Field("tiktok_error", TEXT),
        "tiktok_error_detail": Field("tiktok_error_detail", TEXT),
    }

    if not TYPE_CHECKING:  # Type checkers would hold the values to be what the conditions say.

        def _fill(self, get, absent):
            value = get("tiktok_connected", absent)
            if type(value) is str or value is UNSET:
                self.tiktok_connected = value
            value = get("tiktok_username", absent)
            if type(value) is str or value is UNSET:
                self.tiktok_username = value
            value = get("tiktok_error", absent)
            if type(value) is str or value is UNSET:
                self.tiktok_error = value
            value = get("tiktok_error_detail", absent)
            if type(value) is str or value is UNSET:
                self.tiktok_error_detail = value
