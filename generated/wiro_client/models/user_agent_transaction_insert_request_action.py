from __future__ import annotations

from ..enums import OpenStrEnum

__all__ = ["UserAgentTransactionInsertRequestAction"]


class UserAgentTransactionInsertRequestAction(OpenStrEnum):
    """UserAgentTransactionInsertRequestAction."""

    MESSAGE = "message"
    CREATE = "create"
    MODIFY = "modify"
    REGENERATE = "regenerate"
