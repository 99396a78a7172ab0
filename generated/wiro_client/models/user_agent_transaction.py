from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from attrs import define

from ..model import Model
from ..shapes import INTEGER, NULL, NUMBER, TEXT, EnumOf, Field, Fields, Nested, OneOf
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from .user_agent_actor import UserAgentActor
    from .user_agent_transaction_metadata import UserAgentTransactionMetadata
    from .user_agent_transaction_type import UserAgentTransactionType

__all__ = ["UserAgentTransaction"]


@define(kw_only=True, eq=False, repr=False, getstate_setstate=False, weakref_slot=False)
class UserAgentTransaction(Model):
    """One movement of credits.

    Attributes:
        guid: Identifies the entry; retries of the runtime reuse it.
        type_: `deduct` an action of the agent, `renewal` a new period, `purchase` an extra pack, `grant` and
            `expired` a change of skills or tier, `refund` a payment given back, `cancel` the end of the
            subscription.
        action: What exactly; `message`, `create`, `modify` and `regenerate` (deduct; newer services say
            `tokens`), `monthly` (renewal), the pack (purchase), `skill-toggle`, `upgrade` and `admin` (grant),
            `subscription` (cancel, refund).
        amount: Change in credits, negative when they were used or lost.
        balanceafter: Credits left after it.
        description: A label for people.
        sessionkey: Session that used the credits; deduct rows only.
        messageguid: Message that used the credits; deduct rows only.
        provider: agent (the runtime), prepaid (the wallet) or stripe.
        providerref: Reference of the payment provider.
        metadata: Circumstances of the entry; null when there are none.
        uuid: Account that caused it, or `system`.
        user: That account; null for automation and deleted accounts.
        createdat: Unix seconds.
    """

    guid: str | Unset = UNSET
    type_: UserAgentTransactionType | Unset = UNSET
    action: str | None | Unset = UNSET
    amount: float | Unset = UNSET
    balanceafter: float | None | Unset = UNSET
    description: str | None | Unset = UNSET
    sessionkey: str | None | Unset = UNSET
    messageguid: str | None | Unset = UNSET
    provider: str | None | Unset = UNSET
    providerref: str | None | Unset = UNSET
    metadata: UserAgentTransactionMetadata | None | Unset = UNSET
    uuid: str | None | Unset = UNSET
    user: UserAgentActor | None | Unset = UNSET
    createdat: int | str | Unset = UNSET

    _fields: ClassVar[Fields] = {
        "guid": Field("guid", TEXT),
        "type_": Field("type", EnumOf("UserAgentTransactionType", str)),
        "action": Field("action", OneOf(TEXT, NULL)),
        "amount": Field("amount", NUMBER),
        "balanceafter": Field("balanceafter", OneOf(NUMBER, NULL)),
        "description": Field("description", OneOf(TEXT, NULL)),
        "sessionkey": Field("sessionkey", OneOf(TEXT, NULL)),
        "messageguid": Field("messageguid", OneOf(TEXT, NULL)),
        "provider": Field("provider", OneOf(TEXT, NULL)),
        "providerref": Field("providerref", OneOf(TEXT, NULL)),
        "metadata": Field("metadata", OneOf(Nested("UserAgentTransactionMetadata"), NULL)),
        "uuid": Field("uuid", OneOf(TEXT, NULL)),
        "user": Field("user", OneOf(Nested("UserAgentActor"), NULL)),
        "createdat": Field("createdat", OneOf(INTEGER, TEXT)),
    }

    if not TYPE_CHECKING:  # Type checkers would hold the values to be what the conditions say.

        def _fill(self, get, absent):
            value = get("guid", absent)
            if type(value) is str or value is UNSET:
                self.guid = value
            value = get("type", absent)
            if value is UNSET:
                self.type_ = value
            value = get("action", absent)
            if value is None or type(value) is str or value is UNSET:
                self.action = value
            value = get("amount", absent)
            if type(value) in (float, int) or value is UNSET:
                self.amount = value
            value = get("balanceafter", absent)
            if value is None or type(value) in (float, int) or value is UNSET:
                self.balanceafter = value
            value = get("description", absent)
            if value is None or type(value) is str or value is UNSET:
                self.description = value
            value = get("sessionkey", absent)
            if value is None or type(value) is str or value is UNSET:
                self.sessionkey = value
            value = get("messageguid", absent)
            if value is None or type(value) is str or value is UNSET:
                self.messageguid = value
            value = get("provider", absent)
            if value is None or type(value) is str or value is UNSET:
                self.provider = value
            value = get("providerref", absent)
            if value is None or type(value) is str or value is UNSET:
                self.providerref = value
            value = get("metadata", absent)
            if value is None or value is UNSET:
                self.metadata = value
            value = get("uuid", absent)
            if value is None or type(value) is str or value is UNSET:
                self.uuid = value
            value = get("user", absent)
            if value is None or value is UNSET:
                self.user = value
            value = get("createdat", absent)
            if type(value) in (int, str) or value is UNSET:
                self.createdat = value
