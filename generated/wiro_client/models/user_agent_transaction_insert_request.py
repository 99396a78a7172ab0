from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from attrs import define

from ..model import Model
from ..shapes import NUMBER, TEXT, EnumOf, Field, Fields
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from .user_agent_transaction_insert_request_action import UserAgentTransactionInsertRequestAction
    from .user_agent_transaction_insert_request_type import UserAgentTransactionInsertRequestType

__all__ = ["UserAgentTransactionInsertRequest"]


@define(kw_only=True, eq=False, repr=False, getstate_setstate=False, weakref_slot=False)
class UserAgentTransactionInsertRequest(Model):
    """Body of ``user_agents_transaction_insert``: Report credits that the agent runtime used.

    Attributes:
        useragentguid: Guid of the instance.
        uuid: Account that owns the instance.
        type_: Always `deduct`.
        amount: Credits, as a positive cost or a negative change.
        action: What used the credits.
        guid: Identifies the event, so that repeating it books nothing.
        sessionkey: Session that used the credits.
        messageguid: Message that used the credits.
    """

    useragentguid: str
    uuid: str
    type_: UserAgentTransactionInsertRequestType
    amount: float
    action: UserAgentTransactionInsertRequestAction | Unset = UNSET
    guid: str | Unset = UNSET
    sessionkey: str | Unset = UNSET
    messageguid: str | Unset = UNSET

    _fields: ClassVar[Fields] = {
        "useragentguid": Field("useragentguid", TEXT, required=True),
        "uuid": Field("uuid", TEXT, required=True),
        "type_": Field("type", EnumOf("UserAgentTransactionInsertRequestType", str), required=True),
        "amount": Field("amount", NUMBER, required=True),
        "action": Field("action", EnumOf("UserAgentTransactionInsertRequestAction", str)),
        "guid": Field("guid", TEXT),
        "sessionkey": Field("sessionkey", TEXT),
        "messageguid": Field("messageguid", TEXT),
    }

    if not TYPE_CHECKING:  # Type checkers would hold the values to be what the conditions say.

        def _fill(self, get, absent):
            value = get("useragentguid", absent)
            if type(value) is str or value is UNSET:
                self.useragentguid = value
            value = get("uuid", absent)
            if type(value) is str or value is UNSET:
                self.uuid = value
            value = get("type", absent)
            if value is UNSET:
                self.type_ = value
            value = get("amount", absent)
            if type(value) in (float, int) or value is UNSET:
                self.amount = value
            value = get("action", absent)
            if value is UNSET:
                self.action = value
            value = get("guid", absent)
            if type(value) is str or value is UNSET:
                self.guid = value
            value = get("sessionkey", absent)
            if type(value) is str or value is UNSET:
                self.sessionkey = value
            value = get("messageguid", absent)
            if type(value) is str or value is UNSET:
                self.messageguid = value

    _closed: ClassVar[bool] = True
