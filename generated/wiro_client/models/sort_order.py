from __future__ import annotations

from ..enums import OpenStrEnum

__all__ = ["SortOrder"]


class SortOrder(OpenStrEnum):
    """Direction of a sorted list."""

    ASC = "ASC"
    DESC = "DESC"
