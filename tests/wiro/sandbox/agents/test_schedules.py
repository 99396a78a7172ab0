import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wiro.sandbox.agents.schedules import ticks_of_day
from wiro.sandbox.agents.templates import TEMPLATES

# A Monday.
MONDAY = datetime.date(2026, 5, 4)


@pytest.mark.parametrize(("interval", "ticks"), [
    ("0 9 * * *", [540]),
    ("0 */4 * * *", [0, 240, 480, 720, 960, 1200]),
    ("*/30 8-9 * * *", [480, 510, 540, 570]),
    ("0 9,17 * * *", [540, 1020]),
    ("5 9 * * 1", [545]),
    ("5 9 * * 2", []),
    ("5 9 * * 1-5", [545]),
    ("5 9 4 * *", [545]),
    ("5 9 5 * *", []),
    ("5 9 5 * 1", [545]),
    ("5 9 * 6 *", []),
    ("50/5 0 * * *", [50, 55]),
])  # fmt: skip
def test_ticks_of_a_monday(interval: str, ticks: list[int]) -> None:
    assert ticks_of_day(interval, MONDAY) == ticks


def test_sunday_has_two_numbers() -> None:
    sunday = MONDAY + datetime.timedelta(days=6)
    assert ticks_of_day("0 0 * * 0", sunday) == ticks_of_day("0 0 * * 7", sunday) == [0]


@pytest.mark.parametrize(
    "interval",
    ["", "9", "* * * *", "* * * * * *", "60 * * * *", "9-8 * * * *", "*/0 * * * *", "a b c d e", "1,,2 * * * *"],
)
def test_what_cannot_be_read_never_runs(interval: str) -> None:
    assert ticks_of_day(interval, MONDAY) == []


@given(st.text("0123456789*/,- ", max_size=30), st.dates())
def test_any_text_is_read(interval: str, day: datetime.date) -> None:
    ticks = ticks_of_day(interval, day)
    assert ticks == sorted(set(ticks))
    assert all(0 <= tick < 1440 for tick in ticks)


def test_documented_schedules_run_within_a_week() -> None:
    week = [MONDAY + datetime.timedelta(days=days) for days in range(7)]
    for template in TEMPLATES:
        for preset in template.presets:
            if preset.interval is not None:
                assert any(ticks_of_day(preset.interval, day) for day in week), preset.key
