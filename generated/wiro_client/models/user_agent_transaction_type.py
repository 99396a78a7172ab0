from __future__ import annotations

from ..enums import OpenStrEnum

__all__ = ["UserAgentTransactionType"]


class UserAgentTransactionType(OpenStrEnum):
    """UserAgentTransactionType."""

    DEDUCT = "deduct"
    RENEWAL = "renewal"
    PURCHASE = "purchase"
    GRANT = "grant"
    EXPIRED = "expired"
    REFUND = "refund"
    CANCEL = "cancel"
