from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from attrs import define

from ..model import Model
from ..shapes import BOOLEAN, TEXT, Field, Fields, ListOf, Nested, OneOf
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from .error_item import ErrorItem

__all__ = ["UserAgentOauthTokenRefreshResponse"]


@define(kw_only=True, eq=False, repr=False, getstate_setstate=False, weakref_slot=False)
class UserAgentOauthTokenRefreshResponse(Model):
    """Answer of ``user_agent_oauth_token_refresh``: Refresh the tokens of a connected account now.

    Attributes:
        result: Whether the request was carried out.
        errors: Why it was not; empty or missing on success. Some operations put plain strings here.
        accesstoken: The new access token. A secret.
        refreshtoken: The new refresh token, empty where the provider issues none. A secret.
    """

    result: bool | Unset = UNSET
    errors: list[ErrorItem | str] | Unset = UNSET
    accesstoken: str | Unset = UNSET
    refreshtoken: str | Unset = UNSET

    _fields: ClassVar[Fields] = {
        "result": Field("result", BOOLEAN),
        "errors": Field("errors", ListOf(OneOf(Nested("ErrorItem"), TEXT))),
        "accesstoken": Field("accesstoken", TEXT, aliases=("accessToken",)),
        "refreshtoken": Field("refreshtoken", TEXT, aliases=("refreshToken",)),
    }

    if not TYPE_CHECKING:  # Type checkers would hold the values to be what the conditions say.

        def _fill(self, get, absent):
            value = get("result", absent)
            if type(value) is bool or value is UNSET:
                self.result = value
            value = get("errors", absent)
            if value is UNSET:
                self.errors = value
            value = get("accesstoken", absent)
            if type(value) is str or value is UNSET:
                self.accesstoken = value
            value = get("refreshtoken", absent)
            if type(value) is str or value is UNSET:
                self.refreshtoken = value
