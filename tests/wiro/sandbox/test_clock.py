import time

import pytest

from wiro.sandbox.clock import Clock


async def test_seconds_pass_faster_by_the_scale() -> None:
    started = time.monotonic()
    await Clock(100.0).sleep(10)
    assert 0.1 <= time.monotonic() - started < 1


@pytest.mark.parametrize("scale", [0.0, -1.0, float("inf"), float("nan")])
def test_scale_that_no_clock_could_have_is_refused_and_changes_nothing(scale: float) -> None:
    clock = Clock(20)
    with pytest.raises(ValueError, match=r"time_scale is .*; accepted: a finite number above 0"):
        clock.scale = scale
    assert clock.scale == 20
