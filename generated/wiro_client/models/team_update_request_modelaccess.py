from __future__ import annotations

from ..enums import OpenStrEnum

__all__ = ["TeamUpdateRequestModelaccess"]


class TeamUpdateRequestModelaccess(OpenStrEnum):
    """TeamUpdateRequestModelaccess."""

    ALL = "all"
    ALLOWLIST = "allowlist"
    BLOCKLIST = "blocklist"
