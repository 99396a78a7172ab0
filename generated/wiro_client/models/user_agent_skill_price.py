from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from attrs import define

from ..model import Model
from ..shapes import NUMBER, TEXT, Field, Fields, Nested
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from .user_agent_action_cost_overrides import UserAgentActionCostOverrides

__all__ = ["UserAgentSkillPrice"]


@define(kw_only=True, eq=False, repr=False, getstate_setstate=False, weakref_slot=False)
class UserAgentSkillPrice(Model):
    """What one skill adds to price and credits.

    Attributes:
        skill: Registry name.
        price_usd: USD a period.
        credits_: Credits a period.
        action_cost_overrides: Credits of the actions that this skill prices differently.
    """

    skill: str | Unset = UNSET
    price_usd: float | Unset = UNSET
    credits_: float | Unset = UNSET
    action_cost_overrides: UserAgentActionCostOverrides | Unset = UNSET

    _fields: ClassVar[Fields] = {
        "skill": Field("skill", TEXT),
        "price_usd": Field("priceUsd", NUMBER),
        "credits_": Field("credits", NUMBER),
        "action_cost_overrides": Field("actionCostOverrides", Nested("UserAgentActionCostOverrides")),
    }

    if not TYPE_CHECKING:  # Type checkers would hold the values to be what the conditions say.

        def _fill(self, get, absent):
            value = get("skill", absent)
            if type(value) is str or value is UNSET:
                self.skill = value
            value = get("priceUsd", absent)
            if type(value) in (float, int) or value is UNSET:
                self.price_usd = value
            value = get("credits", absent)
            if type(value) in (float, int) or value is UNSET:
                self.credits_ = value
            value = get("actionCostOverrides", absent)
            if value is UNSET:
                self.action_cost_overrides = value
