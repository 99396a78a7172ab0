from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from attrs import define

from ..model import Model
from ..shapes import TEXT, Field, Fields
from ..types import UNSET, Unset

__all__ = ["UserAgentOauthIgRedirect"]


@define(kw_only=True, eq=False, repr=False, getstate_setstate=False, weakref_slot=False)
class UserAgentOauthIgRedirect(Model):
    """What the query of the redirect URL tells when the browser comes back from Instagram. Where it has none of
    these parameters, `result` and `error` of the query tell the same.

    Attributes:
        ig_connected: `true` after a consent.
        ig_username: Handle of the connected account, without @.
        ig_error: Why it failed: `missing_params`, `session_expired`, `authorization_denied`,
            `token_exchange_failed`, `useragent_not_found`, `invalid_config` or `internal_error`.
        ig_error_detail: More about the failure, in words.
    """

    ig_connected: str | Unset = UNSET
    ig_username: str | Unset = UNSET
    ig_error: str | Unset = UNSET
    ig_error_detail: str | Unset = UNSET

    _fields: ClassVar[Fields] = {
        "ig_connected": Field("ig_connected", TEXT),
        "ig_username": Field("ig_username", TEXT),
        "ig_error": Field("ig_error", TEXT),
        "ig_error_detail": Field("ig_error_detail", TEXT),
    }

    if not TYPE_CHECKING:  # Type checkers would hold the values to be what the conditions say.

        def _fill(self, get, absent):
            value = get("ig_connected", absent)
            if type(value) is str or value is UNSET:
                self.ig_connected = value
            value = get("ig_username", absent)
            if type(value) is str or value is UNSET:
                self.ig_username = value
            value = get("ig_error", absent)
            if type(value) is str or value is UNSET:
                self.ig_error = value
            value = get("ig_error_detail", absent)
            if type(value) is str or value is UNSET:
                self.ig_error_detail = value
