from __future__ import annotations

from ..enums import OpenStrEnum

__all__ = ["UserAgentMyAgentsRequestSort"]


class UserAgentMyAgentsRequestSort(OpenStrEnum):
    """UserAgentMyAgentsRequestSort."""

    ID = "id"
    TITLE = "title"
    STATUS = "status"
    CREATEDAT = "createdat"
    UPDATEDAT = "updatedat"
    STARTEDAT = "startedat"
    RUNNINGAT = "runningat"
    STOPDAT = "stopdat"
