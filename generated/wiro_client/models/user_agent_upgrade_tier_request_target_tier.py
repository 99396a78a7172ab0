from __future__ import annotations

from ..enums import OpenStrEnum

__all__ = ["UserAgentUpgradeTierRequestTargetTier"]


class UserAgentUpgradeTierRequestTargetTier(OpenStrEnum):
    """UserAgentUpgradeTierRequestTargetTier."""

    PRO = "pro"
