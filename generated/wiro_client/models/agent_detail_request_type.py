from __future__ import annotations

from ..enums import OpenStrEnum

__all__ = ["AgentDetailRequestType"]


class AgentDetailRequestType(OpenStrEnum):
    """AgentDetailRequestType."""

    FULL = "full"
