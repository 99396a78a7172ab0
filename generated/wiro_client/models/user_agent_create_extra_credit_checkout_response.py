from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from attrs import define

from ..model import Model
from ..shapes import BOOLEAN, NULL, TEXT, Field, Fields, ListOf, Nested, OneOf
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from .error_item import ErrorItem

__all__ = ["UserAgentCreateExtraCreditCheckoutResponse"]


@define(kw_only=True, eq=False, repr=False, getstate_setstate=False, weakref_slot=False)
class UserAgentCreateExtraCreditCheckoutResponse(Model):
    """Answer of ``user_agents_create_extra_credit_checkout``: Buy a pack of extra credits for a Pro agent.

    Attributes:
        result: Whether the request was carried out.
        errors: Why it was not; empty or missing on success. Some operations put plain strings here.
        url: Checkout page of card payments, null when the wallet paid. Older answers only.
    """

    result: bool | Unset = UNSET
    errors: list[ErrorItem | str] | Unset = UNSET
    url: str | None | Unset = UNSET

    _fields: ClassVar[Fields] = {
        "result": Field("result", BOOLEAN),
        "errors": Field("errors", ListOf(OneOf(Nested("ErrorItem"), TEXT))),
        "url": Field("url", OneOf(TEXT, NULL)),
    }
