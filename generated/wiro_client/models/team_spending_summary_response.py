from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from attrs import define

from ..model import Model
from ..shapes import BOOLEAN, NULL, NUMBER, TEXT, Field, Fields, ListOf, Nested, OneOf
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from .error_item import ErrorItem
    from .team_member_spending import TeamMemberSpending

__all__ = ["TeamSpendingSummaryResponse"]


@define(kw_only=True, eq=False, repr=False, getstate_setstate=False, weakref_slot=False)
class TeamSpendingSummaryResponse(Model):
    """Answer of ``teams_spending_summary``: Read what a team and its caller have spent.

    Attributes:
        result: Whether the request was carried out.
        errors: Why it was not; empty or missing on success. Some operations put plain strings here.
        team_total: USD spent by the team.
        playground_total: USD of it spent in the playground.
        api_total: USD of it spent through the API.
        member_spent: What the caller has spent in the team.
        spend_limit: Most USD that the team may spend; null without a limit.
        member_spend_limit: Most USD that the caller may spend; null without a limit.
    """

    result: bool | Unset = UNSET
    errors: list[ErrorItem | str] | Unset = UNSET
    team_total: float | Unset = UNSET
    playground_total: float | Unset = UNSET
    api_total: float | Unset = UNSET
    member_spent: TeamMemberSpending | Unset = UNSET
    spend_limit: float | None | Unset = UNSET
    member_spend_limit: float | None | Unset = UNSET

    _fields: ClassVar[Fields] = {
        "result": Field("result", BOOLEAN),
        "errors": Field("errors", ListOf(OneOf(Nested("ErrorItem"), TEXT))),
        "team_total": Field("teamTotal", NUMBER),
        "playground_total": Field("playgroundTotal", NUMBER),
        "api_total": Field("apiTotal", NUMBER),
        "member_spent": Field("memberSpent", Nested("TeamMemberSpending")),
        "spend_limit": Field("spendLimit", OneOf(NUMBER, NULL)),
        "member_spend_limit": Field("memberSpendLimit", OneOf(NUMBER, NULL)),
    }

    if not TYPE_CHECKING:  # Type checkers would hold the values to be what the conditions say.

        def _fill(self, get, absent):
            value = get("result", absent)
            if type(value) is bool or value is UNSET:
                self.result = value
            value = get("errors", absent)
            if value is UNSET:
                self.errors = value
            value = get("teamTotal", absent)
            if type(value) in (float, int) or value is UNSET:
                self.team_total = value
            value = get("playgroundTotal", absent)
            if type(value) in (float, int) or value is UNSET:
                self.playground_total = value
            value = get("apiTotal", absent)
            if type(value) in (float, int) or value is UNSET:
                self.api_total = value
            value = get("memberSpent", absent)
            if value is UNSET:
                self.member_spent = value
            value = get("spendLimit", absent)
            if value is None or type(value) in (float, int) or value is UNSET:
                self.spend_limit = value
            value = get("memberSpendLimit", absent)
            if value is None or type(value) in (float, int) or value is UNSET:
                self.member_spend_limit = value
