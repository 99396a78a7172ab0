from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from attrs import define

from ..model import Model
from ..shapes import TEXT, Field, Fields
from ..types import UNSET, Unset

__all__ = ["UserAgentOauthXRedirect"]


@define(kw_only=True, eq=False, repr=False, getstate_setstate=False, weakref_slot=False)
class UserAgentOauthXRedirect(Model):
    """What the query of the redirect URL tells when the browser comes back from X. Where it has none of these
    parameters, `result` and `error` of the query tell the same.

    Attributes:
        x_connected: `true` after a consent.
        x_username: Handle of the connected account.
        x_error: Why it failed: `missing_params`, `session_expired`, `authorization_denied`,
            `token_exchange_failed`, `useragent_not_found`, `invalid_config` or `internal_error`.
        x_error_detail: More about the failure, in words.
    """

    x_connected: str | Unset = UNSET
    x_username: str | Unset = UNSET
    x_error: str | Unset = UNSET
    x_error_detail: str | Unset = UNSET

    _fields: ClassVar[Fields] = {
        "x_connected": Field("x_connected", TEXT),
        "x_username": Field("x_username", TEXT),
        "x_error": Field("x_error", TEXT),
        "x_error_detail": Field("x_error_detail", TEXT),
    }

    if not TYPE_CHECKING:  # Type checkers would hold the values to be what the conditions say.

        def _fill(self, get, absent):
            value = get("x_connected", absent)
            if type(value) is str or value is UNSET:
                self.x_connected = value
            value = get("x_username", absent)
            if type(value) is str or value is UNSET:
                self.x_username = value
            value = get("x_error", absent)
            if type(value) is str or value is UNSET:
                self.x_error = value
            value = get("x_error_detail", absent)
            if type(value) is str or value is UNSET:
                self.x_error_detail = value
