from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from attrs import define

from ..model import Model
from ..shapes import BOOLEAN, INTEGER, TEXT, Field, Fields, ListOf, Nested, OneOf
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from .error_item import ErrorItem
    from .user_agent_credit_balance import UserAgentCreditBalance
    from .user_agent_transaction import UserAgentTransaction

__all__ = ["UserAgentTransactionListResponse"]


@define(kw_only=True, eq=False, repr=False, getstate_setstate=False, weakref_slot=False)
class UserAgentTransactionListResponse(Model):
    """Answer of ``user_agents_transaction_list``: List the credit movements of an agent.

    Attributes:
        result: Whether the request was carried out.
        errors: Why it was not; empty or missing on success. Some operations put plain strings here.
        total: Number of rows over all pages.
        summary: The credits now.
        transactions: The movements of this page, newest first.
    """

    result: bool | Unset = UNSET
    errors: list[ErrorItem | str] | Unset = UNSET
    total: int | str | Unset = UNSET
    summary: UserAgentCreditBalance | Unset = UNSET
    transactions: list[UserAgentTransaction] | Unset = UNSET

    _fields: ClassVar[Fields] = {
        "result": Field("result", BOOLEAN),
        "errors": Field("errors", ListOf(OneOf(Nested("ErrorItem"), TEXT))),
        "total": Field("total", OneOf(INTEGER, TEXT)),
        "summary": Field("summary", Nested("UserAgentCreditBalance")),
        "transactions": Field("transactions", ListOf(Nested("UserAgentTransaction"))),
    }

    if not TYPE_CHECKING:  # Type checkers would hold the values to be what the conditions say.

        def _fill(self, get, absent):
            value = get("result", absent)
            if type(value) is bool or value is UNSET:
                self.result = value
            value = get("errors", absent)
            if value is UNSET:
                self.errors = value
            value = get("total", absent)
            if type(value) in (int, str) or value is UNSET:
                self.total = value
            value = get("summary", absent)
            if value is UNSET:
                self.summary = value
            value = get("transactions", absent)
            if value is UNSET:
                self.transactions = value
