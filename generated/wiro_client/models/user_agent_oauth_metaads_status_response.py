from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from attrs import define

from ..model import Model
from ..shapes import BOOLEAN, INTEGER, NULL, TEXT, Field, Fields, ListOf, Nested, OneOf
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from .error_item import ErrorItem

__all__ = ["UserAgentOauthMetaadsStatusResponse"]


@define(kw_only=True, eq=False, repr=False, getstate_setstate=False, weakref_slot=False)
class UserAgentOauthMetaadsStatusResponse(Model):
    """Answer of ``user_agent_oauth_metaads_status``: Tell whether Meta Ads is connected.

    Attributes:
        result: Whether the request was carried out.
        errors: Why it was not; empty or missing on success. Some operations put plain strings here.
        connected: Whether an access token is stored; an ad account need not be chosen yet.
        username: Name of the ad account, empty when none was stored.
        adaccountid: Id of the ad account, as an overview of the documentation has it.
        adaccountname: Name of the ad account, as an overview of the documentation has it.
        connectedat: When the account was connected or its token last refreshed, as seconds since the epoch or
            in ISO 8601; empty when it never was.
        tokenexpiresat: When the access token expires, in the same forms; empty when it does not.
    """

    result: bool | Unset = UNSET
    errors: list[ErrorItem | str] | Unset = UNSET
    connected: bool | Unset = UNSET
    username: str | Unset = UNSET
    adaccountid: str | Unset = UNSET
    adaccountname: str | Unset = UNSET
    connectedat: str | int | None | Unset = UNSET
    tokenexpiresat: str | int | None | Unset = UNSET

    _fields: ClassVar[Fields] = {
        "result": Field("result", BOOLEAN),
        "errors": Field("errors", ListOf(OneOf(Nested("ErrorItem"), TEXT))),
        "connected": Field("connected", BOOLEAN),
        "username": Field("username", TEXT),
        "adaccountid": Field("adaccountid", TEXT, aliases=("adAccountId",)),
        "adaccountname": Field("adaccountname", TEXT, aliases=("adAccountName",)),
        "connectedat": Field("connectedat", OneOf(TEXT, INTEGER, NULL), aliases=("connectedAt",)),
        "tokenexpiresat": Field("tokenexpiresat", OneOf(TEXT, INTEGER, NULL), aliases=("tokenExpiresAt",)),
    }

    if not TYPE_CHECKING:  # Type checkers would hold the values to be what the conditions say.

        def _fill(self, get, absent):
            value = get("result", absent)
            if type(value) is bool or value is UNSET:
                self.result = value
            value = get("errors", absent)
            if value is UNSET:
                self.errors = value
            value = get("connected", absent)
            if type(value) is bool or value is UNSET:
                self.connected = value
            value = get("username", absent)
            if type(value) is str or value is UNSET:
                self.username = value
            value = get("adaccountid", absent)
            if type(value) is str or value is UNSET:
                self.adaccountid = value
            value = get("adaccountname", absent)
            if type(value) is str or value is UNSET:
                self.adaccountname = value
            value = get("connectedat", absent)
            if value is None or type(value) in (int, str) or value is UNSET:
                self.connectedat = value
            value = get("tokenexpiresat", absent)
            if value is None or type(value) in (int, str) or value is UNSET:
                self.tokenexpiresat = value
