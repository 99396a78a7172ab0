from __future__ import annotations

from ..enums import OpenStrEnum

__all__ = ["UserAgentCustomSkillRevertRequestSource"]


class UserAgentCustomSkillRevertRequestSource(OpenStrEnum):
    """UserAgentCustomSkillRevertRequestSource."""

    PRESET = "preset"
    HISTORY = "history"
