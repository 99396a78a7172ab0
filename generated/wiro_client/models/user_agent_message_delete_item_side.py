from __future__ import annotations

from ..enums import OpenStrEnum

__all__ = ["UserAgentMessageDeleteItemSide"]


class UserAgentMessageDeleteItemSide(OpenStrEnum):
    """UserAgentMessageDeleteItemSide."""

    USER = "user"
    AGENT = "agent"
    BOTH = "both"
