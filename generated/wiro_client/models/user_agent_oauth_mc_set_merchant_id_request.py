from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from attrs import define

from ..model import Model
from ..shapes import TEXT, Field, Fields
from ..types import UNSET, Unset

__all__ = ["UserAgentOauthMcSetMerchantIdRequest"]


@define(kw_only=True, eq=False, repr=False, getstate_setstate=False, weakref_slot=False)
class UserAgentOauthMcSetMerchantIdRequest(Model):
    """Body of ``user_agent_oauth_mc_set_merchant_id``: Choose the merchant account that the agent works with.

    Attributes:
        useragentguid: Guid of the deployed agent.
        merchantid: Id of the account, from `mc_accounts`.
        accountname: Name to show for it.
    """

    useragentguid: str
    merchantid: str
    accountname: str | Unset = UNSET

    _fields: ClassVar[Fields] = {
        "useragentguid": Field("useragentguid", TEXT, required=True, aliases=("userAgentGuid",)),
        "merchantid": Field("merchantid", TEXT, required=True),
        "accountname": Field("accountname", TEXT),
    }

    if not TYPE_CHECKING:  # Type checkers would hold the values to be what the conditions say.

        def _fill(self, get, absent):
            value = get("useragentguid", absent)
            if type(value) is str or value is UNSET:
                self.useragentguid = value
            value = get("merchantid", absent)
            if type(value) is str or value is UNSET:
                self.merchantid = value
            value = get("accountname", absent)
            if type(value) is str or value is UNSET:
                self.accountname = value

    _closed: ClassVar[bool] = True
