from __future__ import annotations

from ..enums import OpenStrEnum

__all__ = ["UserAgentSubscriptionStatus"]


class UserAgentSubscriptionStatus(OpenStrEnum):
    """State of a subscription. A cancelled one stays active until its period ends. The last two are in newer
    documents only.
    """

    ACTIVE = "active"
    EXPIRED = "expired"
    CANCELLED = "cancelled"
    REFUNDED = "refunded"
