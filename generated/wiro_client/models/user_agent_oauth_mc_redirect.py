from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from attrs import define

from ..model import Model
from ..shapes import TEXT, Field, Fields, ListOf, Nested, OneOf
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from .user_agent_oauth_mc_account import UserAgentOauthMcAccount

__all__ = ["UserAgentOauthMcRedirect"]


@define(kw_only=True, eq=False, repr=False, getstate_setstate=False, weakref_slot=False)
class UserAgentOauthMcRedirect(Model):
    """What the query of the redirect URL tells when the browser comes back from Merchant Center. Where it has none
    of these parameters, `result` and `error` of the query tell the same.

    Attributes:
        mc_connected: `true` after a consent.
        mc_accounts: Merchant accounts of the user; JSON text in the query, shown decoded here.
        mc_error: Why it failed: `missing_params`, `session_expired`, `authorization_denied`,
            `token_exchange_failed`, `useragent_not_found`, `invalid_config` or `internal_error`.
        mc_error_detail: More about the failure, in words.
    """

    mc_connected: str | Unset = UNSET
    mc_accounts: list[UserAgentOauthMcAccount] | str | Unset = UNSET
    mc_error: str | Unset = UNSET
    mc_error_detail: str | Unset = UNSET

    _fields: ClassVar[Fields] = {
        "mc_connected": Field("mc_connected", TEXT),
        "mc_accounts": Field("mc_accounts", OneOf(ListOf(Nested("UserAgentOauthMcAccount")), TEXT)),
        "mc_error": Field("mc_error", TEXT),
        "mc_error_detail": Field("mc_error_detail", TEXT),
    }

    if not TYPE_CHECKING:  # Type checkers would hold the values to be what the conditions say.

        def _fill(self, get, absent):
            value = get("mc_connected", absent)
            if type(value) is str or value is UNSET:
                self.mc_connected = value
            value = get("mc_accounts", absent)
            if type(value) is str or value is UNSET:
                self.mc_accounts = value
            value = get("mc_error", absent)
            if type(value) is str or value is UNSET:
                self.mc_error = value
            value = get("mc_error_detail", absent)
            if type(value) is str or value is UNSET:
                self.mc_error_detail = value
