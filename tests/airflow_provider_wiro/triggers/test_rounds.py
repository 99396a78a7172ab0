from __future__ import annotations

import asyncio
from types import SimpleNamespace

import pytest

from airflow_provider_wiro.triggers import _rounds as module


@pytest.fixture
def pauses(monkeypatch):
    taken = []

    async def sleep(seconds):
        taken.append(seconds)

    # Not in asyncio itself: loops in other threads sleep too.
    monkeypatch.setattr(module, "asyncio", SimpleNamespace(**{**vars(asyncio), "sleep": sleep}))
    return taken


async def take(stream, *, failed=False):
    current = await anext(stream)
    current.failed = failed
    current.finish()


async def test_first_round_comes_at_once_and_the_others_after_a_jittered_pause(pauses):
    stream = module.rounds(30.0)
    for _ in range(50):
        await take(stream)
    assert len(pauses) == 49
    assert all(27 <= pause <= 33 for pause in pauses)
    assert len(set(pauses)) > 40


async def test_failures_make_pauses_longer_until_one_succeeds(pauses, monkeypatch):
    monkeypatch.setattr(module.random, "uniform", lambda low, high: 1.0)
    stream = module.rounds(30.0)
    for failed in (True, True, True, True, True, False, True):
        await take(stream, failed=failed)
    await take(stream)
    assert pauses == [60, 120, 240, 300, 300, 30, 60]


async def test_pause_longer_than_the_longest_stays(pauses, monkeypatch):
    monkeypatch.setattr(module.random, "uniform", lambda low, high: 1.0)
    stream = module.rounds(900.0)
    for _ in range(30):
        await take(stream, failed=True)
    assert set(pauses) == {900}


async def test_next_round_waits_for_the_end_of_the_one_before(pauses):
    stream = module.rounds(30.0)
    current = await anext(stream)
    following = asyncio.ensure_future(anext(stream))
    for _ in range(5):
        await asyncio.wait([following], timeout=0.01)
    assert not following.done()
    assert pauses == []
    current.finish()
    await following
