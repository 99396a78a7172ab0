from __future__ import annotations

from ..enums import OpenStrEnum

__all__ = ["AgentListRequestOrder"]


class AgentListRequestOrder(OpenStrEnum):
    """AgentListRequestOrder."""

    ASC = "ASC"
    DESC = "DESC"
