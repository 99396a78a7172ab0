from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from attrs import define

from ..model import Model
from ..shapes import TEXT, EnumOf, Field, Fields, Nested
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from .user_agent_skill_switches import UserAgentSkillSwitches
    from .user_agent_tier import UserAgentTier

__all__ = ["UserAgentSkillsApplyRequest"]


@define(kw_only=True, eq=False, repr=False, getstate_setstate=False, weakref_slot=False)
class UserAgentSkillsApplyRequest(Model):
    """Body of ``user_agents_skills_apply``: Switch registry skills on and off and pay the difference.

    Attributes:
        useragentguid: Guid of the instance, a custom build.
        skills: Registry skill names with true (on) or false (off); the others stay as they are.
        idempotency_key: A text that is unique for this intention, such as a UUID.
        tier: Tier to change to in the same step. Going from Pro to Starter is refused.
    """

    useragentguid: str
    skills: UserAgentSkillSwitches
    idempotency_key: str
    tier: UserAgentTier | Unset = UNSET

    _fields: ClassVar[Fields] = {
        "useragentguid": Field("useragentguid", TEXT, required=True),
        "skills": Field("skills", Nested("UserAgentSkillSwitches"), required=True),
        "idempotency_key": Field("idempotencyKey", TEXT, required=True),
        "tier": Field("tier", EnumOf("UserAgentTier", str), aliases=("plan",)),
    }

    if not TYPE_CHECKING:  # Type checkers would hold the values to be what the conditions say.

        def _fill(self, get, absent):
            value = get("useragentguid", absent)
            if type(value) is str or value is UNSET:
                self.useragentguid = value
            value = get("skills", absent)
            if value is UNSET:
                self.skills = value
            value = get("idempotencyKey", absent)
            if type(value) is str or value is UNSET:
                self.idempotency_key = value
            value = get("tier", absent)
            if value is UNSET:
                self.tier = value

    _closed: ClassVar[bool] = True
