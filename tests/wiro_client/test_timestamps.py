"""Every way in which the service writes a point in time."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wiro_client.timestamps import parse_timestamp
from wiro_client.types import UNSET

MOMENT = datetime(2024, 4, 1, 0, 0, tzinfo=UTC)


@pytest.mark.parametrize(
    "value",
    [
        1711929600, 1711929600.0, "1711929600", " 1711929600 ", "1711929600.0", 1711929600000, "1711929600000",
        "2024-04-01T00:00:00Z", "2024-04-01T00:00:00.000Z", "2024-04-01T02:00:00+02:00", "2024-04-01",
        "2024-04-01 00:00:00", "20240401T000000Z", "April 1, 2024", "Mon, 01 Apr 2024 00:00:00 GMT",
    ],
)  # fmt: skip
def test_one_moment_in_many_spellings(value: object) -> None:
    assert parse_timestamp(value) == MOMENT


@pytest.mark.parametrize(
    "value", [None, UNSET, "", "  ", "never", True, False, [], {}, "nan", "inf", float("nan"), 10**30, "9" * 400]
)
def test_no_time(value: object) -> None:
    assert parse_timestamp(value) is None


def test_the_border_between_seconds_and_milliseconds() -> None:
    assert parse_timestamp(10**12) == datetime(2001, 9, 9, 1, 46, 40, tzinfo=UTC)
    assert parse_timestamp(10**12 - 1) is None  # As seconds: beyond the year 9999.
    assert parse_timestamp(253402300799) == datetime(9999, 12, 31, 23, 59, 59, tzinfo=UTC)
    assert parse_timestamp(0) == datetime(1970, 1, 1, tzinfo=UTC)
    assert parse_timestamp(-1) == datetime(1969, 12, 31, 23, 59, 59, tzinfo=UTC)


@given(st.none() | st.booleans() | st.integers() | st.floats() | st.text() | st.lists(st.integers()))
def test_nothing_escapes(value: object) -> None:
    parsed = parse_timestamp(value)
    assert parsed is None or parsed.tzinfo is UTC


@given(st.datetimes(min_value=datetime(1900, 1, 1), timezones=st.just(UTC)))
def test_iso_texts_come_back(moment: datetime) -> None:
    assert parse_timestamp(moment.isoformat()) == moment
