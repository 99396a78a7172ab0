import time

from wiro.sandbox.clock import Clock


async def test_seconds_pass_faster_by_the_scale() -> None:
    started = time.monotonic()
    await Clock(100.0).sleep(10)
    assert 0.1 <= time.monotonic() - started < 1
