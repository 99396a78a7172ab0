from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from attrs import define

from ..model import Model
from ..shapes import Field, Fields, Nested
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from .agent_tier import AgentTier

__all__ = ["AgentTiers"]


@define(kw_only=True, eq=False, repr=False, getstate_setstate=False, weakref_slot=False)
class AgentTiers(Model):
    """Monthly price and credits of each tier.

    Attributes:
        starter: One tier of an agent.
        pro: One tier of an agent.
    """

    starter: AgentTier | Unset = UNSET
    pro: AgentTier | Unset = UNSET

    _fields: ClassVar[Fields] = {
        "starter": Field("starter", Nested("AgentTier")),
        "pro": Field("pro", Nested("AgentTier")),
    }

    if not TYPE_CHECKING:  # Type checkers would hold the values to be what the conditions say.

        def _fill(self, get, absent):
            value = get("starter", absent)
            if value is UNSET:
                self.starter = value
            value = get("pro", absent)
            if value is UNSET:
                self.pro = value
