from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

from attrs import define

from ..model import Model
from ..shapes import TEXT, Field, Fields
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from collections.abc import Callable

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

    def _fill(self, get: Callable[[str, Any], Any], absent: Any) -> None:
        value = get("propertyid", absent)
        if type(value) is str or value is UNSET:
            self.propertyid = value
        value = get("propertydisplayname", absent)
        if type(value) is str or value is UNSET:
            self.propertydisplayname = value
        value = get("accountname", absent)
        if type(value) is str or value is UNSET:
            self.accountname = value
