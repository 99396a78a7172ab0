from __future__ import annotations

from ..enums import OpenStrEnum

__all__ = ["UserAgentRenewSubscriptionResponseAction"]


class UserAgentRenewSubscriptionResponseAction(OpenStrEnum):
    """UserAgentRenewSubscriptionResponseAction."""

    UNDO_CANCEL = "undo-cancel"
    RENEWED = "renewed"
