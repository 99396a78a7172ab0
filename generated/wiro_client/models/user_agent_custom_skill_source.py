from __future__ import annotations

from ..enums import OpenStrEnum

__all__ = ["UserAgentCustomSkillSource"]


class UserAgentCustomSkillSource(OpenStrEnum):
    """Where a custom skill comes from, which decides what can be written; `value` of a preset strategy, `interval`
    and `enabled` of a schedule that a registry skill brought, everything of one that a user made.
    """

    PRESET_STRATEGY = "preset-strategy"
    SKILL_BUNDLE = "skill-bundle"
    USER_CREATED = "user-created"
