from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from attrs import define

from ..model import Model
from ..shapes import TEXT, Field, Fields
from ..types import UNSET, Unset

__all__ = ["UserAgentOauthMcAccount"]


@define(kw_only=True, eq=False, repr=False, getstate_setstate=False, weakref_slot=False)
class UserAgentOauthMcAccount(Model):
    """A merchant account to choose from.

    Attributes:
        merchantid: Id of the account.
        accountname: Name of the account.
    """

    merchantid: str | Unset = UNSET
    accountname: str | Unset = UNSET

    _fields: ClassVar[Fields] = {
        "merchantid": Field("merchantid", TEXT),
        "accountname": Field("accountname", TEXT),
    }

    if not TYPE_CHECKING:  # Type checkers would hold the values to be what the conditions say.

        def _fill(self, get, absent):
            value = get("merchantid", absent)
            if type(value) is str or value is UNSET:
                self.merchantid = value
            value = get("accountname", absent)
            if type(value) is str or value is UNSET:
                self.accountname = value
