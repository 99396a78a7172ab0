from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from attrs import define

from ..model import Model
from ..shapes import TEXT, EnumOf, Field, Fields
from ..types import UNSET

if TYPE_CHECKING:
    from .user_agent_upgrade_plan_request_plan import UserAgentUpgradePlanRequestPlan

__all__ = ["UserAgentUpgradePlanRequest"]


@define(kw_only=True, eq=False, repr=False, getstate_setstate=False, weakref_slot=False)
class UserAgentUpgradePlanRequest(Model):
    """Body of ``user_agents_upgrade_plan``: Move an agent from Starter to Pro, in the older form.

    Attributes:
        guid: Guid of the instance.
        plan: Always `pro`.
    """

    guid: str
    plan: UserAgentUpgradePlanRequestPlan

    _fields: ClassVar[Fields] = {
        "guid": Field("guid", TEXT, required=True),
        "plan": Field("plan", EnumOf("UserAgentUpgradePlanRequestPlan", str), required=True),
    }

    if not TYPE_CHECKING:  # Type checkers would hold the values to be what the conditions say.

        def _fill(self, get, absent):
            value = get("guid", absent)
            if type(value) is str or value is UNSET:
                self.guid = value
            value = get("plan", absent)
            if value is UNSET:
                self.plan = value

    _closed: ClassVar[bool] = True
