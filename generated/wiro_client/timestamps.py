"""The many ways in which the service writes a point in time."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

__all__ = ["parse_timestamp"]

_FIRST_MILLISECONDS = 1e12
"""Numbers from here on are milliseconds: as seconds they would lie beyond the year 33000."""


def parse_timestamp(value: Any) -> datetime | None:
    """Return the point in time that a field of an answer means.

    Args:
        value: Epoch seconds, or epoch milliseconds from 1e12 on, as number or numeric string; an ISO 8601 string
            (without offset it is UTC); or an empty string, null or ``UNSET`` for "no time".

    Returns:
        A datetime in UTC, or None if there is no time or it cannot be understood. Models keep the value as sent.
    """
    if isinstance(value, bool):
        return None
    if isinstance(value, int | float):
        return _from_epoch(value)
    if not isinstance(value, str):
        return None
    text = value.strip()
    if not text:
        return None
    try:
        number = float(text)
    except ValueError:
        return _from_text(text)
    return _from_epoch(number)


def _from_epoch(number: float) -> datetime | None:
    try:
        seconds = number / 1000 if abs(number) >= _FIRST_MILLISECONDS else number
        return datetime.fromtimestamp(seconds, UTC)
    except (ValueError, OverflowError, OSError):
        return None


def _from_text(text: str) -> datetime | None:
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        from dateutil import parser

        try:
            moment = parser.parse(text)
        except (ValueError, OverflowError):
            return None
    try:
        return moment.replace(tzinfo=UTC) if moment.tzinfo is None else moment.astimezone(UTC)
    except (ValueError, OverflowError):
        return None
