from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from attrs import define

from ..model import Model
from ..shapes import TEXT, Field, Fields
from ..types import UNSET, Unset

__all__ = ["UserAgentOauthGadsSetCustomerIdRequest"]


@define(kw_only=True, eq=False, repr=False, getstate_setstate=False, weakref_slot=False)
class UserAgentOauthGadsSetCustomerIdRequest(Model):
    """Body of ``user_agent_oauth_gads_set_customer_id``: Choose the Google Ads customer that the agent works with.

    Attributes:
        useragentguid: Guid of the deployed agent.
        customerid: Google Ads customer id, with or without dashes.
        customerdescriptivename: Label to show beside the id; only the id is shown when absent.
    """

    useragentguid: str
    customerid: str
    customerdescriptivename: str | Unset = UNSET

    _fields: ClassVar[Fields] = {
        "useragentguid": Field("useragentguid", TEXT, required=True, aliases=("userAgentGuid",)),
        "customerid": Field("customerid", TEXT, required=True, aliases=("customerId",)),
        "customerdescriptivename": Field("customerdescriptivename", TEXT, aliases=("customerDescriptiveName",)),
    }

    if not TYPE_CHECKING:  # Type checkers would hold the values to be what the conditions say.

        def _fill(self, get, absent):
            value = get("useragentguid", absent)
            if type(value) is str or value is UNSET:
                self.useragentguid = value
            value = get("customerid", absent)
            if type(value) is str or value is UNSET:
                self.customerid = value
            value = get("customerdescriptivename", absent)
            if type(value) is str or value is UNSET:
                self.customerdescriptivename = value

    _closed: ClassVar[bool] = True
