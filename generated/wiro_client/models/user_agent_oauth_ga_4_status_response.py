from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from attrs import define

from ..model import Model
from ..shapes import BOOLEAN, INTEGER, NULL, TEXT, Field, Fields, ListOf, Nested, OneOf
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from .error_item import ErrorItem

__all__ = ["UserAgentOauthGa4StatusResponse"]


@define(kw_only=True, eq=False, repr=False, getstate_setstate=False, weakref_slot=False)
class UserAgentOauthGa4StatusResponse(Model):
    """Answer of ``user_agent_oauth_ga4_status``: Tell whether a Google Analytics property is connected.

    Attributes:
        result: Whether the request was carried out.
        errors: Why it was not; empty or missing on success. Some operations put plain strings here.
        connected: Whether the service holds a valid access token and every choice that the provider asks for.
        propertyid: Id of the property that the agent works with.
        propertydisplayname: Name of the property.
        propertyname: Name of the property, as an overview of the documentation calls it.
        connectedat: When the account was connected or its token last refreshed, as seconds since the epoch or
            in ISO 8601; empty when it never was.
        tokenexpiresat: When the access token expires, in the same forms; empty when it does not.
    """

    result: bool | Unset = UNSET
    errors: list[ErrorItem | str] | Unset = UNSET
    connected: bool | Unset = UNSET
    propertyid: str | Unset = UNSET
    propertydisplayname: str | Unset = UNSET
    propertyname: str | Unset = UNSET
    connectedat: str | int | None | Unset = UNSET
    tokenexpiresat: str | int | None | Unset = UNSET

    _fields: ClassVar[Fields] = {
        "result": Field("result", BOOLEAN),
        "errors": Field("errors", ListOf(OneOf(Nested("ErrorItem"), TEXT))),
        "connected": Field("connected", BOOLEAN),
        "propertyid": Field("propertyid", TEXT),
        "propertydisplayname": Field("propertydisplayname", TEXT),
        "propertyname": Field("propertyname", TEXT),
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
            value = get("propertyid", absent)
            if type(value) is str or value is UNSET:
                self.propertyid = value
            value = get("propertydisplayname", absent)
            if type(value) is str or value is UNSET:
                self.propertydisplayname = value
            value = get("propertyname", absent)
            if type(value) is str or value is UNSET:
                self.propertyname = value
            value = get("connectedat", absent)
            if value is None or type(value) in (int, str) or value is UNSET:
                self.connectedat = value
            value = get("tokenexpiresat", absent)
            if value is None or type(value) in (int, str) or value is UNSET:
                self.tokenexpiresat = value
