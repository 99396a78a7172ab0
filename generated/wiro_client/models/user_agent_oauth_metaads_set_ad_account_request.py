from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from attrs import define

from ..model import Model
from ..shapes import TEXT, Field, Fields
from ..types import UNSET, Unset

__all__ = ["UserAgentOauthMetaadsSetAdAccountRequest"]


@define(kw_only=True, eq=False, repr=False, getstate_setstate=False, weakref_slot=False)
class UserAgentOauthMetaadsSetAdAccountRequest(Model):
    """Body of ``user_agent_oauth_metaads_set_ad_account``: Choose the Meta ad account that the agent works with.

    Attributes:
        useragentguid: Guid of the deployed agent.
        adaccountid: Id of the ad account, with or without `act_`.
        adaccountname: Name to show for it, also as the `username` of the status.
    """

    useragentguid: str
    adaccountid: str
    adaccountname: str | Unset = UNSET

    _fields: ClassVar[Fields] = {
        "useragentguid": Field("useragentguid", TEXT, required=True, aliases=("userAgentGuid",)),
        "adaccountid": Field("adaccountid", TEXT, required=True, aliases=("adAccountId",)),
        "adaccountname": Field("adaccountname", TEXT, aliases=("adAccountName",)),
    }

    if not TYPE_CHECKING:  # Type checkers would hold the values to be what the conditions say.

        def _fill(self, get, absent):
            value = get("useragentguid", absent)
            if type(value) is str or value is UNSET:
                self.useragentguid = value
            value = get("adaccountid", absent)
            if type(value) is str or value is UNSET:
                self.adaccountid = value
            value = get("adaccountname", absent)
            if type(value) is str or value is UNSET:
                self.adaccountname = value

    _closed: ClassVar[bool] = True
