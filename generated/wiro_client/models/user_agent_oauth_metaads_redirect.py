from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from attrs import define

from ..model import Model
from ..shapes import TEXT, Field, Fields, ListOf, Nested, OneOf
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from .user_agent_oauth_metaads_account import UserAgentOauthMetaadsAccount

__all__ = ["UserAgentOauthMetaadsRedirect"]


@define(kw_only=True, eq=False, repr=False, getstate_setstate=False, weakref_slot=False)
class UserAgentOauthMetaadsRedirect(Model):
    """What the query of the redirect URL tells when the browser comes back from Meta Ads. Where it has none of
    these parameters, `result` and `error` of the query tell the same.

    Attributes:
        metaads_connected: `true` after a consent.
        metaads_accounts: Active ad accounts of the user, ids without `act_`; JSON text in the query, shown
            decoded here.
        metaads_error: Why it failed: `missing_params`, `session_expired`, `authorization_denied`,
            `token_exchange_failed`, `useragent_not_found`, `invalid_config` or `internal_error`.
        metaads_error_detail: More about the failure, in words.
    """

    metaads_connected: str | Unset = UNSET
    metaads_accounts: list[UserAgentOauthMetaadsAccount] | str | Unset = UNSET
    metaads_error: str | Unset = UNSET
    metaads_error_detail: str | Unset = UNSET

    _fields: ClassVar[Fields] = {
        "metaads_connected": Field("metaads_connected", TEXT),
        "metaads_accounts": Field("metaads_accounts", OneOf(ListOf(Nested("UserAgentOauthMetaadsAccount")), TEXT)),
        "metaads_error": Field("metaads_error", TEXT),
        "metaads_error_detail": Field("metaads_error_detail", TEXT),
    }

    if not TYPE_CHECKING:  # Type checkers would hold the values to be what the conditions say.

        def _fill(self, get, absent):
            value = get("metaads_connected", absent)
            if type(value) is str or value is UNSET:
                self.metaads_connected = value
            value = get("metaads_accounts", absent)
            if type(value) is str or value is UNSET:
                self.metaads_accounts = value
            value = get("metaads_error", absent)
            if type(value) is str or value is UNSET:
                self.metaads_error = value
            value = get("metaads_error_detail", absent)
            if type(value) is str or value is UNSET:
                self.metaads_error_detail = value
