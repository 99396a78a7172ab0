"""Enums that take values they do not know.

The service adds values at any time. An unknown value becomes a member of its own that equals the plain value, survives
a round trip and says so with ``is_known``.
"""

from __future__ import annotations

from enum import IntEnum, StrEnum
from typing import Any

__all__ = ["OpenIntEnum", "OpenStrEnum"]


class OpenStrEnum(StrEnum):
    """Documented strings, and any other."""

    @property
    def is_known(self) -> bool:
        """True for a documented value."""
        return type(self).__members__.get(self._name_) is self

    @classmethod
    def _missing_(cls, value: object) -> Any:
        if not isinstance(value, str):
            return None
        member = str.__new__(cls, value)
        member._name_ = value
        member._value_ = str(value)
        return member


class OpenIntEnum(IntEnum):
    """Documented integers, and any other."""

    @property
    def is_known(self) -> bool:
        """True for a documented value."""
        return type(self).__members__.get(self._name_) is self

    @classmethod
    def _missing_(cls, value: object) -> Any:
        if not isinstance(value, int) or isinstance(value, bool):
            return None
        member = int.__new__(cls, value)
        member._name_ = f"UNKNOWN_{value}"
        member._value_ = int(value)
        return member
