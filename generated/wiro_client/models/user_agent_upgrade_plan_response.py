from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from attrs import define

from ..model import Model
from ..shapes import BOOLEAN, NUMBER, TEXT, Field, Fields, ListOf, Nested, OneOf
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from .error_item import ErrorItem

__all__ = ["UserAgentUpgradePlanResponse"]


@define(kw_only=True, eq=False, repr=False, getstate_setstate=False, weakref_slot=False)
class UserAgentUpgradePlanResponse(Model):
    """Answer of ``user_agents_upgrade_plan``: Move an agent from Starter to Pro, in the older form.

    Attributes:
        result: Whether the request was carried out.
        errors: Why it was not; empty or missing on success. Some operations put plain strings here.
        plan: Plan now, such as `agent-pro`.
        prorated_charge: USD taken from the wallet for the rest of this period.
        new_monthly_credits: Credits a period from now on.
    """

    result: bool | Unset = UNSET
    errors: list[ErrorItem | str] | Unset = UNSET
    plan: str | Unset = UNSET
    prorated_charge: float | Unset = UNSET
    new_monthly_credits: float | Unset = UNSET

    _fields: ClassVar[Fields] = {
        "result": Field("result", BOOLEAN),
        "errors": Field("errors", ListOf(OneOf(Nested("ErrorItem"), TEXT))),
        "plan": Field("plan", TEXT),
        "prorated_charge": Field("proratedCharge", NUMBER),
        "new_monthly_credits": Field("newMonthlyCredits", NUMBER),
    }

    if not TYPE_CHECKING:  # Type checkers would hold the values to be what the conditions say.

        def _fill(self, get, absent):
            value = get("result", absent)
            if type(value) is bool or value is UNSET:
                self.result = value
            value = get("errors", absent)
            if value is UNSET:
                self.errors = value
            value = get("plan", absent)
            if type(value) is str or value is UNSET:
                self.plan = value
            value = get("proratedCharge", absent)
            if type(value) in (float, int) or value is UNSET:
                self.prorated_charge = value
            value = get("newMonthlyCredits", absent)
            if type(value) in (float, int) or value is UNSET:
                self.new_monthly_credits = value
