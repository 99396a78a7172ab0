from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from attrs import define

from ..model import Model
from ..shapes import TEXT, Field, Fields, ListOf, Nested, OneOf
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from .user_agent_oauth_ga_4_property import UserAgentOauthGa4Property

__all__ = ["UserAgentOauthGa4Redirect"]


@define(kw_only=True, eq=False, repr=False, getstate_setstate=False, weakref_slot=False)
class UserAgentOauthGa4Redirect(Model):
    """What the query of the redirect URL tells when the browser comes back from Google Analytics. Where it has
    none of these parameters, `result` and `error` of the query tell the same.

    Attributes:
        ga4_connected: `true` after a consent.
        ga4_properties: Properties of the user; JSON text in the query, shown decoded here.
        ga4_error: Why it failed: `missing_params`, `session_expired`, `authorization_denied`,
            `token_exchange_failed`, `useragent_not_found`, `invalid_config` or `internal_error`.
        ga4_error_detail: More about the failure, in words.
    """

    ga4_connected: str | Unset = UNSET
    ga4_properties: list[UserAgentOauthGa4Property] | str | Unset = UNSET
    ga4_error: str | Unset = UNSET
    ga4_error_detail: str | Unset = UNSET

    _fields: ClassVar[Fields] = {
        "ga4_connected": Field("ga4_connected", TEXT),
        "ga4_properties": Field("ga4_properties", OneOf(ListOf(Nested("UserAgentOauthGa4Property")), TEXT)),
        "ga4_error": Field("ga4_error", TEXT),
        "ga4_error_detail": Field("ga4_error_detail", TEXT),
    }

    if not TYPE_CHECKING:  # Type checkers would hold the values to be what the conditions say.

        def _fill(self, get, absent):
            value = get("ga4_connected", absent)
            if type(value) is str or value is UNSET:
                self.ga4_connected = value
            value = get("ga4_properties", absent)
            if type(value) is str or value is UNSET:
                self.ga4_properties = value
            value = get("ga4_error", absent)
            if type(value) is str or value is UNSET:
                self.ga4_error = value
            value = get("ga4_error_detail", absent)
            if type(value) is str or value is UNSET:
                self.ga4_error_detail = value
