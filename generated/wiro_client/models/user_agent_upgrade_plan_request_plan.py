from __future__ import annotations

from ..enums import OpenStrEnum

__all__ = ["UserAgentUpgradePlanRequestPlan"]


class UserAgentUpgradePlanRequestPlan(OpenStrEnum):
    """UserAgentUpgradePlanRequestPlan."""

    PRO = "pro"
