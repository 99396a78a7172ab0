from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from attrs import define

from ..model import Model
from ..shapes import BOOLEAN, INTEGER, NULL, NUMBER, TEXT, EnumOf, Field, Fields, ListOf, Nested, OneOf
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from .error_item import ErrorItem
    from .user_agent_pricing_change import UserAgentPricingChange
    from .user_agent_tier import UserAgentTier

__all__ = ["UserAgentSkillsApplyResponse"]


@define(kw_only=True, eq=False, repr=False, getstate_setstate=False, weakref_slot=False)
class UserAgentSkillsApplyResponse(Model):
    """Answer of ``user_agents_skills_apply``: Switch registry skills on and off and pay the difference.

    Attributes:
        result: Whether the request was carried out.
        errors: Why it was not; empty or missing on success. Some operations put plain strings here.
        tier: Tier after the change.
        stripe_proration_applied: Always false for prepaid subscriptions.
        prepaid_wallet_delta: USD taken from the wallet; negative when it was credited, 0 when nothing was due.
        restart_triggered: Whether the agent restarts.
        restarted_at: When the restart began, Unix seconds; null without one.
        pricing: Prices and credits before and after.
        no_op: True, and then alone, when nothing had to change. Newer services only.
    """

    result: bool | Unset = UNSET
    errors: list[ErrorItem | str] | Unset = UNSET
    tier: UserAgentTier | Unset = UNSET
    stripe_proration_applied: bool | Unset = UNSET
    prepaid_wallet_delta: float | Unset = UNSET
    restart_triggered: bool | Unset = UNSET
    restarted_at: int | str | None | Unset = UNSET
    pricing: UserAgentPricingChange | Unset = UNSET
    no_op: bool | Unset = UNSET

    _fields: ClassVar[Fields] = {
        "result": Field("result", BOOLEAN),
        "errors": Field("errors", ListOf(OneOf(Nested("ErrorItem"), TEXT))),
        "tier": Field("tier", EnumOf("UserAgentTier", str)),
        "stripe_proration_applied": Field("stripeProrationApplied", BOOLEAN),
        "prepaid_wallet_delta": Field("prepaidWalletDelta", NUMBER),
        "restart_triggered": Field("restartTriggered", BOOLEAN),
        "restarted_at": Field("restartedAt", OneOf(INTEGER, TEXT, NULL)),
        "pricing": Field("pricing", Nested("UserAgentPricingChange")),
        "no_op": Field("noOp", BOOLEAN),
    }

    if not TYPE_CHECKING:  # Type checkers would hold the values to be what the conditions say.

        def _fill(self, get, absent):
            value = get("result", absent)
            if type(value) is bool or value is UNSET:
                self.result = value
            value = get("errors", absent)
            if value is UNSET:
                self.errors = value
            value = get("tier", absent)
            if value is UNSET:
                self.tier = value
            value = get("stripeProrationApplied", absent)
            if type(value) is bool or value is UNSET:
                self.stripe_proration_applied = value
            value = get("prepaidWalletDelta", absent)
            if type(value) in (float, int) or value is UNSET:
                self.prepaid_wallet_delta = value
            value = get("restartTriggered", absent)
            if type(value) is bool or value is UNSET:
                self.restart_triggered = value
            value = get("restartedAt", absent)
            if value is None or type(value) in (int, str) or value is UNSET:
                self.restarted_at = value
            value = get("pricing", absent)
            if value is UNSET:
                self.pricing = value
            value = get("noOp", absent)
            if type(value) is bool or value is UNSET:
                self.no_op = value
