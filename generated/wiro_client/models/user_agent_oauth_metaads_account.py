from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from attrs import define

from ..model import Model
from ..shapes import TEXT, Field, Fields
from ..types import UNSET, Unset

__all__ = ["UserAgentOauthMetaadsAccount"]


@define(kw_only=True, eq=False, repr=False, getstate_setstate=False, weakref_slot=False)
class UserAgentOauthMetaadsAccount(Model):
    """An ad account to choose from.

    Attributes:
        id: Id of the ad account, the `adaccountid` of `metaads_set_ad_account`.
        name: Name of the ad account.
    """

    id: str | Unset = UNSET
    name: str | Unset = UNSET

    _fields: ClassVar[Fields] = {
        "id": Field("id", TEXT),
        "name": Field("name", TEXT),
    }

    if not TYPE_CHECKING:  # Type checkers would hold the values to be what the conditions say.

        def _fill(self, get, absent):
            value = get("id", absent)
            if type(value) is str or value is UNSET:
                self.id = value
            value = get("name", absent)
            if type(value) is str or value is UNSET:
                self.name = value
