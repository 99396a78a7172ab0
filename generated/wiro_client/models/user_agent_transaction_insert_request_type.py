from __future__ import annotations

from ..enums import OpenStrEnum

__all__ = ["UserAgentTransactionInsertRequestType"]


class UserAgentTransactionInsertRequestType(OpenStrEnum):
    """UserAgentTransactionInsertRequestType."""

    DEDUCT = "deduct"
