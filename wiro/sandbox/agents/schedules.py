"""Cron expressions of schedules: at which minutes of a day one fires, in UTC."""

import re
from datetime import date

__all__ = ["ticks_of_day"]

_MINUTES, _HOURS, _DAYS, _MONTHS, _WEEKDAYS = range(5)
_RANGES = ((0, 59), (0, 23), (1, 31), (1, 12), (0, 7))
_PART = re.compile(r"(?:(\*)|([0-9]{1,2})(?:-([0-9]{1,2}))?)(?:/([0-9]{1,2}))?")


def ticks_of_day(interval: str, day: date) -> list[int]:
    """Return the minutes since midnight at which a schedule runs on a day.

    Args:
        interval: Five fields of numbers, `*`, lists, ranges and steps; nothing ever runs on anything else.
        day: A day, UTC.
    """
    texts = interval.split()
    if len(texts) != len(_RANGES):
        return []
    fields = [_values(text, *limits) for text, limits in zip(texts, _RANGES, strict=True)]
    if not all(fields):
        return []
    weekday = day.isoweekday() % 7
    in_week = weekday in fields[_WEEKDAYS] or (weekday == 0 and 7 in fields[_WEEKDAYS])
    in_month = day.day in fields[_DAYS]
    # As cron has it: with both a day and a weekday given, either of them is enough.
    restricted = [text != "*" for text in (texts[_DAYS], texts[_WEEKDAYS])]
    due = in_month or in_week if all(restricted) else in_month and in_week
    if not due or day.month not in fields[_MONTHS]:
        return []
    return [hour * 60 + minute for hour in sorted(fields[_HOURS]) for minute in sorted(fields[_MINUTES])]


def _values(text: str, lowest: int, highest: int) -> set[int]:
    """Return what a field allows, nothing if it cannot be read."""
    allowed: set[int] = set()
    for part in text.split(","):
        match = _PART.fullmatch(part)
        if match is None:
            return set()
        star, first, last, step = match.groups()
        start = lowest if star else int(first)
        # A single number with a step runs on to the end.
        end = highest if star or (step and not last) else int(last or first)
        if not lowest <= start <= end <= highest or step in ("0", "00"):
            return set()
        allowed.update(range(start, end + 1, int(step or 1)))
    return allowed
