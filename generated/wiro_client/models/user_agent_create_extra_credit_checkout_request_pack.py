from __future__ import annotations

from ..enums import OpenStrEnum

__all__ = ["UserAgentCreateExtraCreditCheckoutRequestPack"]


class UserAgentCreateExtraCreditCheckoutRequestPack(OpenStrEnum):
    """UserAgentCreateExtraCreditCheckoutRequestPack."""

    SMALL = "small"
    MEDIUM = "medium"
    LARGE = "large"
