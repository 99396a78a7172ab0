from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from attrs import define

from ..model import Model
from ..shapes import TEXT, Field, Fields
from ..types import UNSET, Unset

__all__ = ["UserAgentOauthGa4SetPropertyRequest"]


@define(kw_only=True, eq=False, repr=False, getstate_setstate=False, weakref_slot=False)
class UserAgentOauthGa4SetPropertyRequest(Model):
    """Body of ``user_agent_oauth_ga4_set_property``: Choose the Google Analytics property that the agent works
    with.

    Attributes:
        useragentguid: Guid of the deployed agent.
        propertyid: Id of the property, from `ga4_properties`.
        propertydisplayname: Name to show for it.
    """

    useragentguid: str
    propertyid: str
    propertydisplayname: str | Unset = UNSET

    _fields: ClassVar[Fields] = {
        "useragentguid": Field("useragentguid", TEXT, required=True, aliases=("userAgentGuid",)),
        "propertyid": Field("propertyid", TEXT, required=True),
        "propertydisplayname": Field("propertydisplayname", TEXT),
    }

    if not TYPE_CHECKING:  # Type checkers would hold the values to be what the conditions say.

        def _fill(self, get, absent):
            value = get("useragentguid", absent)
            if type(value) is str or value is UNSET:
                self.useragentguid = value
            value = get("propertyid", absent)
            if type(value) is str or value is UNSET:
                self.propertyid = value
            value = get("propertydisplayname", absent)
            if type(value) is str or value is UNSET:
                self.propertydisplayname = value

    _closed: ClassVar[bool] = True
