from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from attrs import define

from ..model import Model
from ..shapes import BOOLEAN, TEXT, Field, Fields, ListOf, Nested, OneOf
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from .error_item import ErrorItem

__all__ = ["UserAgentOauthGadsSetCustomerIdResponse"]


@define(kw_only=True, eq=False, repr=False, getstate_setstate=False, weakref_slot=False)
class UserAgentOauthGadsSetCustomerIdResponse(Model):
    """Answer of ``user_agent_oauth_gads_set_customer_id``: Choose the Google Ads customer that the agent works
    with.

    Attributes:
        result: Whether the request was carried out.
        errors: Why it was not; empty or missing on success. Some operations put plain strings here.
        customerid: The stored customer id, digits only.
        customerdescriptivename: The stored label, when one was given.
    """

    result: bool | Unset = UNSET
    errors: list[ErrorItem | str] | Unset = UNSET
    customerid: str | Unset = UNSET
    customerdescriptivename: str | Unset = UNSET

    _fields: ClassVar[Fields] = {
        "result": Field("result", BOOLEAN),
        "errors": Field("errors", ListOf(OneOf(Nested("ErrorItem"), TEXT))),
        "customerid": Field("customerid", TEXT, aliases=("customerId",)),
        "customerdescriptivename": Field("customerdescriptivename", TEXT, aliases=("customerDescriptiveName",)),
    }

    if not TYPE_CHECKING:  # Type checkers would hold the values to be what the conditions say.

        def _fill(self, get, absent):
            value = get("result", absent)
            if type(value) is bool or value is UNSET:
                self.result = value
            value = get("errors", absent)
            if value is UNSET:
                self.errors = value
            value = get("customerid", absent)
            if type(value) is str or value is UNSET:
                self.customerid = value
            value = get("customerdescriptivename", absent)
            if type(value) is str or value is UNSET:
                self.customerdescriptivename = value
