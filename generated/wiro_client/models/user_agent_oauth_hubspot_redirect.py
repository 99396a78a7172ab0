from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from attrs import define

from ..model import Model
from ..shapes import TEXT, Field, Fields
from ..types import UNSET, Unset

__all__ = ["UserAgentOauthHubspotRedirect"]


@define(kw_only=True, eq=False, repr=False, getstate_setstate=False, weakref_slot=False)
class UserAgentOauthHubspotRedirect(Model):
    """What the query of the redirect URL tells when the browser comes back from HubSpot. Where it has none of
    these parameters, `result` and `error` of the query tell the same.

    Attributes:
        hubspot_connected: `true` after a consent.
        hubspot_portal: Id of the connected portal.
        hubspot_name: Name of the connected portal.
        hubspot_error: Why it failed: `missing_params`, `session_expired`, `authorization_denied`,
            `token_exchange_failed`, `useragent_not_found`, `invalid_config` or `internal_error`.
        hubspot_error_detail: More about the failure, in words.
    """

    hubspot_connected: str | Unset = UNSET
    hubspot_portal: str | Unset = UNSET
    hubspot_name: str | Unset = UNSET
    hubspot_error: str | Unset = UNSET
    hubspot_error_detail: str | Unset = UNSET

    _fields: ClassVar[Fields] = {
        "hubspot_connected": Field("hubspot_connected", TEXT),
        "hubspot_portal": Field("hubspot_portal", TEXT),
        "hubspot_name": Field("hubspot_name", TEXT),
        "hubspot_error": Field("hubspot_error", TEXT),
        "hubspot_error_detail": Field("hubspot_error_detail", TEXT),
    }

    if not TYPE_CHECKING:  # Type checkers would hold the values to be what the conditions say.

        def _fill(self, get, absent):
            value = get("hubspot_connected", absent)
            if type(value) is str or value is UNSET:
                self.hubspot_connected = value
            value = get("hubspot_portal", absent)
            if type(value) is str or value is UNSET:
                self.hubspot_portal = value
            value = get("hubspot_name", absent)
            if type(value) is str or value is UNSET:
                self.hubspot_name = value
            value = get("hubspot_error", absent)
            if type(value) is str or value is UNSET:
                self.hubspot_error = value
            value = get("hubspot_error_detail", absent)
            if type(value) is str or value is UNSET:
                self.hubspot_error_detail = value
