from __future__ import annotations

from ..enums import OpenStrEnum

__all__ = ["UserAgentTier"]


class UserAgentTier(OpenStrEnum):
    """Price and credit level of a deployed agent."""

    STARTER = "starter"
    PRO = "pro"
