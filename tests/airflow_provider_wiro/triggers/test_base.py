from __future__ import annotations

import asyncio
import importlib
import inspect
import json
import pkgutil
import time
from types import SimpleNamespace

import pytest

from airflow_provider_wiro import triggers
from airflow_provider_wiro.triggers import _base as module
from airflow_provider_wiro.triggers._base import KWARGS_VERSION, PaidJobTrigger


class Trigger(PaidJobTrigger):
    """A trigger whose job has ended already."""

    def __init__(self, deadline=0.0, wiro_conn_id="wiro_default", version=KWARGS_VERSION, not_before=None):
        super().__init__(deadline=deadline, wiro_conn_id=wiro_conn_id, version=version, not_before=not_before)

    _remote_id = "7"
    _subject = "Wiro task 7"

    def _arguments(self):
        return {}

    async def _wait(self, client, timeout):  # noqa: ASYNC109
        raise NotImplementedError

    async def _stop_remote(self, client):
        raise NotImplementedError

    async def _event(self):
        return {"status": "success"}


@pytest.fixture
def slept(monkeypatch):
    seconds = []

    async def sleep(pause):
        seconds.append(pause)

    # Not in asyncio itself: loops in other threads sleep too.
    monkeypatch.setattr(module, "asyncio", SimpleNamespace(**{**vars(asyncio), "sleep": sleep}))
    return seconds


def in_triggerer(trigger):
    trigger.task_instance = SimpleNamespace(task_id="wait")
    return trigger


async def test_event_of_a_short_deferral_is_held_back(slept):
    trigger = in_triggerer(Trigger(not_before=time.time() + 5))
    (event,) = [event.payload async for event in trigger.run()]
    assert event == {"status": "success"}
    assert [round(pause) for pause in slept] == [5]


async def test_event_of_a_long_deferral_comes_at_once(slept):
    assert len([event async for event in in_triggerer(Trigger(not_before=time.time() - 100)).run()]) == 1
    assert slept == []


async def test_event_of_a_trigger_that_started_late_is_held_back_for_a_heartbeat(slept, monkeypatch):
    monkeypatch.setenv("AIRFLOW__WIRO__MINIMUM_DEFERRAL", "11")
    assert len([event async for event in in_triggerer(Trigger(not_before=time.time() - 1)).run()]) == 1
    assert [round(pause) for pause in slept] == [9]


async def test_event_waits_for_no_scheduler_in_a_test_of_a_dag(slept):
    assert len([event async for event in Trigger(not_before=time.time() + 5).run()]) == 1
    assert slept == []


async def test_clocks_that_differ_hold_nothing_back_for_long(slept):
    assert len([event async for event in in_triggerer(Trigger(not_before=time.time() + 9000)).run()]) == 1
    assert slept == [60.0]


async def test_a_kill_while_the_event_is_held_back_is_heard(monkeypatch):
    trigger = in_triggerer(Trigger(not_before=time.time() + 5))
    seen = []

    async def sleep(_):
        seen.append(trigger._finished)

    # Not in asyncio itself: loops in other threads sleep too.
    monkeypatch.setattr(module, "asyncio", SimpleNamespace(**{**vars(asyncio), "sleep": sleep}))
    assert len([event async for event in trigger.run()]) == 1
    assert (seen, trigger._finished) == ([False], True)


def test_a_task_that_defers_now_goes_on_after_the_minimum(monkeypatch):
    monkeypatch.setenv("AIRFLOW__WIRO__MINIMUM_DEFERRAL", "100")
    assert 99 < Trigger().not_before - time.time() <= 100
    assert Trigger(not_before=3.5).not_before == 3.5


def _all_kinds():
    for found in pkgutil.iter_modules(triggers.__path__):
        if found.name.startswith("_") or found.name == "watchers":
            # They follow no paid job, and need Airflow 3.
            continue
        for value in vars(importlib.import_module(f"{triggers.__name__}.{found.name}")).values():
            if inspect.isclass(value) and issubclass(value, PaidJobTrigger) and not inspect.isabstract(value):
                yield value


@pytest.mark.parametrize("kind", sorted(set(_all_kinds()), key=lambda kind: kind.__name__))
def test_every_trigger_comes_back_as_it_was_stored(kind):
    signature = inspect.signature(kind)
    missing = {
        name: "x"
        for name, parameter in signature.parameters.items()
        if parameter.default is inspect.Parameter.empty and name != "deadline"
    }
    stored = kind(**missing, deadline=9.5, not_before=3.5).serialize()
    assert stored[1]["not_before"] == 3.5
    assert kind(**json.loads(json.dumps(stored[1]))).serialize() == stored
