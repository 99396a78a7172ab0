from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from attrs import define

from ..model import Model
from ..shapes import BOOLEAN, TEXT, EnumOf, Field, Fields
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from .user_agent_tier import UserAgentTier

__all__ = ["UserAgentCreateSubscriptionCheckoutRequest"]


@define(kw_only=True, eq=False, repr=False, getstate_setstate=False, weakref_slot=False)
class UserAgentCreateSubscriptionCheckoutRequest(Model):
    """Body of ``user_agents_create_subscription_checkout``: Subscribe an agent that has no active subscription.

    Attributes:
        useragentguid: Guid of the instance.
        useprepaid: Must be true; the price is taken from the prepaid wallet.
        tier: Tier to subscribe to; the service keeps the present one when it is absent.
    """

    useragentguid: str
    useprepaid: bool
    tier: UserAgentTier | Unset = UNSET

    _fields: ClassVar[Fields] = {
        "useragentguid": Field("useragentguid", TEXT, required=True),
        "useprepaid": Field("useprepaid", BOOLEAN, required=True),
        "tier": Field("tier", EnumOf("UserAgentTier", str), aliases=("plan",)),
    }

    if not TYPE_CHECKING:  # Type checkers would hold the values to be what the conditions say.

        def _fill(self, get, absent):
            value = get("useragentguid", absent)
            if type(value) is str or value is UNSET:
                self.useragentguid = value
            value = get("useprepaid", absent)
            if type(value) is bool or value is UNSET:
                self.useprepaid = value
            value = get("tier", absent)
            if value is UNSET:
                self.tier = value

    _closed: ClassVar[bool] = True
