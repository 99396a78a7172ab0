from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from attrs import define

from ..model import Model
from ..shapes import BOOLEAN, TEXT, EnumOf, Field, Fields
from ..types import UNSET

if TYPE_CHECKING:
    from .user_agent_create_extra_credit_checkout_request_pack import UserAgentCreateExtraCreditCheckoutRequestPack

__all__ = ["UserAgentCreateExtraCreditCheckoutRequest"]


@define(kw_only=True, eq=False, repr=False, getstate_setstate=False, weakref_slot=False)
class UserAgentCreateExtraCreditCheckoutRequest(Model):
    """Body of ``user_agents_create_extra_credit_checkout``: Buy a pack of extra credits for a Pro agent.

    Attributes:
        useragentguid: Guid of the instance.
        pack: `packkey` of the pack. Older services called them `package1`, `package2` and `package3`.
        useprepaid: Must be true; the price is taken from the prepaid wallet.
    """

    useragentguid: str
    pack: UserAgentCreateExtraCreditCheckoutRequestPack
    useprepaid: bool

    _fields: ClassVar[Fields] = {
        "useragentguid": Field("useragentguid", TEXT, required=True, aliases=("useragentGuid",)),
        "pack": Field("pack", EnumOf("UserAgentCreateExtraCreditCheckoutRequestPack", str), required=True),
        "useprepaid": Field("useprepaid", BOOLEAN, required=True),
    }

    if not TYPE_CHECKING:  # Type checkers would hold the values to be what the conditions say.

        def _fill(self, get, absent):
            value = get("useragentguid", absent)
            if type(value) is str or value is UNSET:
                self.useragentguid = value
            value = get("pack", absent)
            if value is UNSET:
                self.pack = value
            value = get("useprepaid", absent)
            if type(value) is bool or value is UNSET:
                self.useprepaid = value

    _closed: ClassVar[bool] = True
