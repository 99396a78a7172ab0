from __future__ import annotations

from ..enums import OpenStrEnum

__all__ = ["TeamMemberInviteRequestRole"]


class TeamMemberInviteRequestRole(OpenStrEnum):
    """TeamMemberInviteRequestRole."""

    ADMIN = "admin"
    MEMBER = "member"
