from __future__ import annotations

from ..enums import OpenStrEnum

__all__ = ["UserAgentCustomSkillRevertResponseAction"]


class UserAgentCustomSkillRevertResponseAction(OpenStrEnum):
    """UserAgentCustomSkillRevertResponseAction."""

    REVERTED = "reverted"
    RESET_TO_PRESET = "reset-to-preset"
    DELETED = "deleted"
    NO_OP = "no-op"
