from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from attrs import define

from ..model import Model
from ..shapes import TEXT, Field, Fields
from ..types import UNSET, Unset

__all__ = ["UserAgentOauthGa4Property"]


@define(kw_only=True, eq=False, repr=False, getstate_setstate=False, weakref_slot=False)
class UserAgentOauthGa4Property(Model):
    """A Google Analytics property to choose from.

    Attributes:
        propertyid: Id of the property.
        propertydisplayname: Name of the property.
        accountname: Name of the account that it belongs to.
    """

    propertyid: str | Unset = UNSET
    propertydisplayname: str | Unset = UNSET
    accountname: str | Unset = UNSET

    _fields: ClassVar[Fields] = {
        "propertyid": Field("propertyid", TEXT),
        "propertydisplayname": Field("propertydisplayname", TEXT),
        "accountname": Field("accountname", TEXT),
    }

    if not TYPE_CHECKING:  # Type checkers would hold the values to be what the conditions say.

        def _fill(self, get, absent):
            value = get("propertyid", absent)
            if type(value) is str or value is UNSET:
                self.propertyid = value
            value = get("propertydisplayname", absent)
            if type(value) is str or value is UNSET:
                self.propertydisplayname = value
            value = get("accountname", absent)
            if type(value) is str or value is UNSET:
                self.accountname = value
