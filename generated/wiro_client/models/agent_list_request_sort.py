from __future__ import annotations

from ..enums import OpenStrEnum

__all__ = ["AgentListRequestSort"]


class AgentListRequestSort(OpenStrEnum):
    """AgentListRequestSort."""

    ID = "id"
    TITLE = "title"
    SLUG = "slug"
    STATUS = "status"
    CREATEDAT = "createdat"
    UPDATEDAT = "updatedat"
    TOTALRUN = "totalrun"
    ACTIVERUN = "activerun"
