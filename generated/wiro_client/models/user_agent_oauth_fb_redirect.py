from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from attrs import define

from ..model import Model
from ..shapes import TEXT, Field, Fields, ListOf, Nested, OneOf
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from .user_agent_oauth_fb_page import UserAgentOauthFbPage

__all__ = ["UserAgentOauthFbRedirect"]


@define(kw_only=True, eq=False, repr=False, getstate_setstate=False, weakref_slot=False)
class UserAgentOauthFbRedirect(Model):
    """What the query of the redirect URL tells when the browser comes back from Facebook. Where it has none of
    these parameters, `result` and `error` of the query tell the same.

    Attributes:
        fb_connected: `true` after a consent.
        fb_pages: Pages that the user administers; JSON text in the query, shown decoded here.
        fb_pagename: Name of a page, in an overview of the documentation only.
        fb_error: Why it failed: `missing_params`, `session_expired`, `authorization_denied`,
            `token_exchange_failed`, `useragent_not_found`, `invalid_config`, `no_pages` or `internal_error`.
        fb_error_detail: More about the failure, in words.
    """

    fb_connected: str | Unset = UNSET
    fb_pages: list[UserAgentOauthFbPage] | str | Unset = UNSET
    fb_pagename: str | Unset = UNSET
    fb_error: str | Unset = UNSET
    fb_error_detail: str | Unset = UNSET

    _fields: ClassVar[Fields] = {
        "fb_connected": Field("fb_connected", TEXT),
        "fb_pages": Field("fb_pages", OneOf(ListOf(Nested("UserAgentOauthFbPage")), TEXT)),
        "fb_pagename": Field("fb_pagename", TEXT),
        "fb_error": Field("fb_error", TEXT),
        "fb_error_detail": Field("fb_error_detail", TEXT),
    }

    if not TYPE_CHECKING:  # Type checkers would hold the values to be what the conditions say.

        def _fill(self, get, absent):
            value = get("fb_connected", absent)
            if type(value) is str or value is UNSET:
                self.fb_connected = value
            value = get("fb_pages", absent)
            if type(value) is str or value is UNSET:
                self.fb_pages = value
            value = get("fb_pagename", absent)
            if type(value) is str or value is UNSET:
                self.fb_pagename = value
            value = get("fb_error", absent)
            if type(value) is str or value is UNSET:
                self.fb_error = value
            value = get("fb_error_detail", absent)
            if type(value) is str or value is UNSET:
                self.fb_error_detail = value
