from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

import pytest

from tests.support.socket_server import until
from wiro._hub_polling import DetailScheduler, Pollable
from wiro.config import WaitSettings

if TYPE_CHECKING:
    from collections.abc import AsyncIterator


SETTINGS = WaitSettings(detail_calls_per_second=200, urgent_calls_at_once=30, paced_calls_at_once=10)


class Checks:
    """Counts and times the checks that a scheduler starts; they end when they are let."""

    def __init__(self) -> None:
        self.scheduler = DetailScheduler(self.check, SETTINGS)
        self.started: list[Pollable] = []
        self.paced: list[bool] = []
        self.times: list[float] = []
        self.open = asyncio.Event()
        self.open.set()
        self.error: Exception | None = None

    async def check(self, item: Pollable, paced: bool) -> None:
        self.started.append(item)
        self.paced.append(paced)
        self.times.append(now())
        await self.open.wait()
        if self.error is not None:
            raise self.error


def now() -> float:
    return asyncio.get_running_loop().time()


@pytest.fixture
async def checks() -> AsyncIterator[Checks]:
    running = Checks()
    yield running
    await running.scheduler.aclose()


async def test_checks_when_due_in_order(checks: Checks) -> None:
    early, late = Pollable(), Pollable()
    checks.scheduler.schedule(late, now() + 0.1)
    checks.scheduler.schedule(early, now() + 0.05)
    started = now()
    await until(lambda: len(checks.started) == 2)
    assert checks.started == [early, late]
    assert checks.times[0] - started > 0.04
    assert checks.times[1] - started > 0.09


async def test_a_later_plan_replaces_the_earlier_one(checks: Checks) -> None:
    item = Pollable()
    checks.scheduler.schedule(item, now() + 0.02)
    checks.scheduler.schedule(item, now() + 10)
    await asyncio.sleep(0.1)
    assert checks.started == []
    checks.scheduler.schedule(item, now())
    await until(lambda: checks.started == [item])


async def test_paced_checks_keep_their_distance_even_after_a_busy_moment(checks: Checks) -> None:
    items = [Pollable() for _ in range(10)]
    for item in items:
        checks.scheduler.schedule(item, now())
    await asyncio.sleep(0)
    deadline = now() + 0.05
    while now() < deadline:
        pass  # the loop is blocked meanwhile
    await until(lambda: len(checks.started) == 10)
    # Nine distances of 5 ms; on a busy machine the first start may be seen late.
    assert checks.times[-1] - checks.times[0] > 0.03


async def test_urgent_checks_do_not_wait_and_make_the_paced_ones_wait(checks: Checks) -> None:
    paced, urgent = Pollable(), [Pollable() for _ in range(20)]
    started = now()
    for item in urgent:
        checks.scheduler.urgent(item)
    checks.scheduler.schedule(paced, now())
    await until(lambda: len(checks.started) == 21)
    assert checks.started == [*urgent, paced]
    assert checks.paced == [False] * 20 + [True]
    assert checks.times[-1] - started > 0.09


async def test_a_check_that_makes_several_calls_keeps_the_pace(checks: Checks) -> None:
    started = now()
    for _ in range(10):
        await checks.scheduler.next_turn()
    assert now() - started > 0.04
    checks.scheduler.schedule(Pollable(), now())
    await until(lambda: len(checks.started) == 1)
    assert checks.times[0] - started > 0.045
    assert checks.scheduler.started == 11


async def test_few_are_under_way_at_once(checks: Checks) -> None:
    checks.open.clear()
    for _ in range(100):
        checks.scheduler.urgent(Pollable())
        checks.scheduler.schedule(Pollable(), now())
    await until(lambda: len(checks.started) == SETTINGS.urgent_calls_at_once + SETTINGS.paced_calls_at_once)
    await asyncio.sleep(0.1)
    assert len(checks.started) == SETTINGS.urgent_calls_at_once + SETTINGS.paced_calls_at_once
    checks.open.set()
    await until(lambda: len(checks.started) == 200)


async def test_an_answer_that_may_be_too_old_is_followed_by_another(checks: Checks) -> None:
    item = Pollable()
    checks.open.clear()
    checks.scheduler.urgent(item)
    await asyncio.sleep(0.01)
    for _ in range(3):
        checks.scheduler.urgent(item)
    checks.open.set()
    await until(lambda: len(checks.started) == 2)
    await asyncio.sleep(0.05)
    assert checks.started == [item, item]


async def test_urgent_twice_is_queued_once(checks: Checks) -> None:
    checks.open.clear()
    for _ in range(SETTINGS.urgent_calls_at_once):
        checks.scheduler.urgent(Pollable())
    item = Pollable()
    checks.scheduler.urgent(item)
    checks.scheduler.urgent(item)
    checks.open.set()
    await until(lambda: item in checks.started)
    await asyncio.sleep(0.05)
    assert checks.started.count(item) == 1


async def test_forgotten_ones_are_not_checked(checks: Checks) -> None:
    items = [Pollable() for _ in range(50)]
    checks.open.clear()
    for item in items:
        checks.scheduler.urgent(item)
    planned = Pollable()
    checks.scheduler.schedule(planned, now() + 0.02)
    await asyncio.sleep(0)
    for item in (*items, planned):
        checks.scheduler.forget(item)
    checks.open.set()
    await asyncio.sleep(0.1)
    assert checks.started == items[: SETTINGS.urgent_calls_at_once]


async def test_outdated_plans_are_cleaned_up(checks: Checks) -> None:
    kept = Pollable()
    checks.scheduler.schedule(kept, now() + 1000)
    for _ in range(10_000):
        item = Pollable()
        checks.scheduler.schedule(item, now() + 1000)
        checks.scheduler.forget(item)
    assert len(checks.scheduler._heap) < 200
    assert any(entry[2] is kept for entry in checks.scheduler._heap)


async def test_a_failing_check_harms_nobody(checks: Checks, caplog: pytest.LogCaptureFixture) -> None:
    checks.error = RuntimeError("bug")
    checks.scheduler.urgent(Pollable())
    await asyncio.sleep(0.01)
    checks.error = None
    item = Pollable()
    checks.scheduler.schedule(item, now())
    await until(lambda: checks.started[-1] is item)
    assert "failed unexpectedly" in caplog.text


async def test_closing_cancels_what_is_under_way(checks: Checks) -> None:
    checks.open.clear()
    for _ in range(40):
        checks.scheduler.urgent(Pollable())
    checks.scheduler.schedule(Pollable(), now() + 0.01)
    await asyncio.sleep(0)
    await checks.scheduler.aclose()
    checks.open.set()
    await asyncio.sleep(0.05)
    assert len(checks.started) == SETTINGS.urgent_calls_at_once
