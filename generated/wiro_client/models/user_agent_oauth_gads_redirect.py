from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from attrs import define

from ..model import Model
from ..shapes import TEXT, Field, Fields, ListOf, Nested, OneOf
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from .user_agent_oauth_gads_account import UserAgentOauthGadsAccount

__all__ = ["UserAgentOauthGadsRedirect"]


@define(kw_only=True, eq=False, repr=False, getstate_setstate=False, weakref_slot=False)
class UserAgentOauthGadsRedirect(Model):
    """What the query of the redirect URL tells when the browser comes back from Google Ads. Where it has none of
    these parameters, `result` and `error` of the query tell the same.

    Attributes:
        gads_connected: `true` after a consent.
        gads_accounts: Accounts that the user can reach; JSON text in the query, shown decoded here.
        gads_error: Why it failed: `missing_params`, `session_expired`, `authorization_denied`,
            `token_exchange_failed`, `useragent_not_found`, `invalid_config`, `template_not_found` or
            `internal_error`.
        gads_error_detail: More about the failure, in words.
    """

    gads_connected: str | Unset = UNSET
    gads_accounts: list[UserAgentOauthGadsAccount] | str | Unset = UNSET
    gads_error: str | Unset = UNSET
    gads_error_detail: str | Unset = UNSET

    _fields: ClassVar[Fields] = {
        "gads_connected": Field("gads_connected", TEXT),
        "gads_accounts": Field("gads_accounts", OneOf(ListOf(Nested("UserAgentOauthGadsAccount")), TEXT)),
        "gads_error": Field("gads_error", TEXT),
        "gads_error_detail": Field("gads_error_detail", TEXT),
    }

    if not TYPE_CHECKING:  # Type checkers would hold the values to be what the conditions say.

        def _fill(self, get, absent):
            value = get("gads_connected", absent)
            if type(value) is str or value is UNSET:
                self.gads_connected = value
            value = get("gads_accounts", absent)
            if type(value) is str or value is UNSET:
                self.gads_accounts = value
            value = get("gads_error", absent)
            if type(value) is str or value is UNSET:
                self.gads_error = value
            value = get("gads_error_detail", absent)
            if type(value) is str or value is UNSET:
                self.gads_error_detail = value
