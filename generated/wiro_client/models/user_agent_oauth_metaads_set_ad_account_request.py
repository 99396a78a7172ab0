from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

from attrs import define

from ..model import Model
from ..shapes import TEXT, Field, Fields
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from collections.abc import Callable

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

    def _fill(self, get: Callable[[str, Any], Any], absent: Any) -> None:
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
