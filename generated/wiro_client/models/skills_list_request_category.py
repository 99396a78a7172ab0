from __future__ import annotations

from ..enums import OpenStrEnum

__all__ = ["SkillsListRequestCategory"]


class SkillsListRequestCategory(OpenStrEnum):
    """SkillsListRequestCategory."""

    INTEGRATION = "int"
    RULE = "rule"
