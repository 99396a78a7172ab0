from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from attrs import define

from ..model import Model
from ..shapes import TEXT, Field, Fields
from ..types import UNSET, Unset

__all__ = ["UserAgentOauthLiRedirect"]


@define(kw_only=True, eq=False, repr=False, getstate_setstate=False, weakref_slot=False)
class UserAgentOauthLiRedirect(Model):
    """What the query of the redirect URL tells when the browser comes back from LinkedIn. Where it has none of
    these parameters, `result` and `error` of the query tell the same.

    Attributes:
        li_connected: `true` after a consent.
        li_name: Name in the LinkedIn profile.
        li_error: Why it failed: `missing_params`, `session_expired`, `authorization_denied`,
            `token_exchange_failed`, `useragent_not_found`, `invalid_config` or `internal_error`.
        li_error_detail: More about the failure, in words.
    """

    li_connected: str | Unset = UNSET
    li_name: str | Unset = UNSET
    li_error: str | Unset = UNSET
    li_error_detail: str | Unset = UNSET

    _fields: ClassVar[Fields] = {
        "li_connected": Field("li_connected", TEXT),
        "li_name": Field("li_name", TEXT),
        "li_error": Field("li_error", TEXT),
        "li_error_detail": Field("li_error_detail", TEXT),
    }

    if not TYPE_CHECKING:  # Type checkers would hold the values to be what the conditions say.

        def _fill(self, get, absent):
            value = get("li_connected", absent)
            if type(value) is str or value is UNSET:
                self.li_connected = value
            value = get("li_name", absent)
            if type(value) is str or value is UNSET:
                self.li_name = value
            value = get("li_error", absent)
            if type(value) is str or value is UNSET:
                self.li_error = value
            value = get("li_error_detail", absent)
            if type(value) is str or value is UNSET:
                self.li_error_detail = value
