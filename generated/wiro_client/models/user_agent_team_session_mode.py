from __future__ import annotations

from ..enums import OpenStrEnum

__all__ = ["UserAgentTeamSessionMode"]


class UserAgentTeamSessionMode(OpenStrEnum):
    """Whether the members of a team share conversations; empty for an agent that belongs to no team."""

    NONE = ""
    PRIVATE = "private"
    COLLABORATIVE = "collaborative"
