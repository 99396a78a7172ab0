from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from attrs import define

from ..model import Model
from ..shapes import TEXT, Field, Fields
from ..types import UNSET, Unset

__all__ = ["UserAgentOauthMailchimpRedirect"]


@define(kw_only=True, eq=False, repr=False, getstate_setstate=False, weakref_slot=False)
class UserAgentOauthMailchimpRedirect(Model):
    """What the query of the redirect URL tells when the browser comes back from Mailchimp. Where it has none of
    these parameters, `result` and `error` of the query tell the same.

    Attributes:
        mailchimp_connected: `true` after a consent.
        mailchimp_account: Name of the connected account.
        mailchimp_error: Why it failed: `missing_params`, `session_expired`, `authorization_denied`,
            `token_exchange_failed`, `useragent_not_found`, `invalid_config` or `internal_error`.
        mailchimp_error_detail: More about the failure, in words.
    """

    mailchimp_connected: str | Unset = UNSET
    mailchimp_account: str | Unset = UNSET
    mailchimp_error: str | Unset = UNSET
    mailchimp_error_detail: str | Unset = UNSET

    _fields: ClassVar[Fields] = {
        "mailchimp_connected": Field("mailchimp_connected", TEXT),
        "mailchimp_account": Field("mailchimp_account", TEXT),
        "mailchimp_error": Field("mailchimp_error", TEXT),
        "mailchimp_error_detail": Field("mailchimp_error_detail", TEXT),
    }

    if not TYPE_CHECKING:  # Type checkers would hold the values to be what the conditions say.

        def _fill(self, get, absent):
            value = get("mailchimp_connected", absent)
            if type(value) is str or value is UNSET:
                self.mailchimp_connected = value
            value = get("mailchimp_account", absent)
            if type(value) is str or value is UNSET:
                self.mailchimp_account = value
            value = get("mailchimp_error", absent)
            if type(value) is str or value is UNSET:
                self.mailchimp_error = value
            value = get("mailchimp_error_detail", absent)
            if type(value) is str or value is UNSET:
                self.mailchimp_error_detail = value
