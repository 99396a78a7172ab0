from __future__ import annotations

from ..enums import OpenStrEnum

__all__ = ["ToolSort"]


class ToolSort(OpenStrEnum):
    """Orders of the model list. The table of the operation has `id` and `relevance` only, the vendor's assistant
    server the rest.
    """

    ID = "id"
    RELEVANCE = "relevance"
    TIME = "time"
    RATED_USER_COUNT = "ratedusercount"
    COMMENT_COUNT = "commentcount"
    AVERAGE_POINT = "averagepoint"
