from __future__ import annotations

from ..enums import OpenStrEnum

__all__ = ["TeamMemberUpdateRoleRequestRole"]


class TeamMemberUpdateRoleRequestRole(OpenStrEnum):
    """TeamMemberUpdateRoleRequestRole."""

    ADMIN = "admin"
    MEMBER = "member"
