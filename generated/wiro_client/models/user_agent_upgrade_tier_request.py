from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from attrs import define

from ..model import Model
from ..shapes import TEXT, EnumOf, Field, Fields
from ..types import UNSET

if TYPE_CHECKING:
    from .user_agent_upgrade_tier_request_target_tier import UserAgentUpgradeTierRequestTargetTier

__all__ = ["UserAgentUpgradeTierRequest"]


@define(kw_only=True, eq=False, repr=False, getstate_setstate=False, weakref_slot=False)
class UserAgentUpgradeTierRequest(Model):
    """Body of ``user_agents_upgrade_tier``: Move an agent from Starter to Pro.

    Attributes:
        guid: Guid of the instance.
        target_tier: Always `pro`; going back to `starter` is refused.
    """

    guid: str
    target_tier: UserAgentUpgradeTierRequestTargetTier

    _fields: ClassVar[Fields] = {
        "guid": Field("guid", TEXT, required=True),
        "target_tier": Field(
            "targetTier", EnumOf("UserAgentUpgradeTierRequestTargetTier", str), required=True, aliases=("plan",)
        ),
    }

    if not TYPE_CHECKING:  # Type checkers would hold the values to be what the conditions say.

        def _fill(self, get, absent):
            value = get("guid", absent)
            if type(value) is str or value is UNSET:
                self.guid = value
            value = get("targetTier", absent)
            if value is UNSET:
                self.target_tier = value

    _closed: ClassVar[bool] = True
