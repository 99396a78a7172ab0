from __future__ import annotations

import asyncio
import json
import time
from functools import partial
from importlib import import_module
from pathlib import Path
from types import SimpleNamespace

import pytest

from airflow_provider_wiro.events import checked_event
from airflow_provider_wiro.hooks.wiro import WiroHook
from airflow_provider_wiro.task_states import TaskInstanceId
from airflow_provider_wiro.triggers import _base
from airflow_provider_wiro.triggers.models import WiroTaskTrigger
from tests.support.task_states import let_airflow_say
from wiro.errors import (
    AuthenticationError,
    RunCancelledError,
    RunFailedError,
    TransportError,
    WaitTimeoutError,
)

_SAMPLES = sorted((Path(__file__).parent / "samples").glob("*.json"))
_RESULT = SimpleNamespace(
    task_id="7",
    model="a/b",
    status="task_postprocess_end",
    outputs=(),
    text="hello",
    thinking="",
    cost_usd=None,
    elapsed_seconds=2.0,
)


class Remote:
    """Wiro as the trigger sees it: the waits end one after the other as told; every stop is counted."""

    def __init__(self, *ends, stop_error=None):
        self.ends = list(ends)
        self.stop_error = stop_error
        self.attached = []
        self.timeouts = []
        self.waited_for = asyncio.Event()
        self.stops = 0
        self.clients = 0

    async def aget_conn(self):
        self.clients += 1
        return self

    async def __aenter__(self):
        return self

    async def __aexit__(self, *_):
        self.clients -= 1

    def attach(self, task_id):
        self.attached.append(task_id)
        return self

    async def wait(self, timeout, on_frame):  # noqa: ASYNC109 (it is what a run has)
        on_frame({"type": "task_start"})
        self.timeouts.append(timeout)
        self.waited_for.set()
        end = self.ends.pop(0)
        if isinstance(end, asyncio.Event):
            await end.wait()
        if isinstance(end, BaseException):
            raise end
        return end

    async def stop(self):
        self.stops += 1
        if self.stop_error:
            raise self.stop_error


@pytest.fixture
def connect(monkeypatch):
    def to(remote):
        monkeypatch.setattr(WiroHook, "aget_conn", lambda self: remote.aget_conn())
        return remote

    return to


def trigger_of(seconds=60.0, **changes):
    return WiroTaskTrigger(**{"wiro_task_id": "7", "model": "a/b", "deadline": time.time() + seconds, **changes})


async def events_of(trigger):
    return [event.payload async for event in trigger.run()]


@pytest.mark.parametrize("sample", _SAMPLES, ids=lambda path: path.stem)
def test_every_released_wire_format_is_still_understood(sample):
    stored = json.loads(sample.read_text())
    module_name, _, name = stored["classpath"].rpartition(".")
    trigger = getattr(import_module(module_name), name)(**stored["kwargs"])
    assert trigger.serialize() == (stored["classpath"], stored["kwargs"])


def test_kwargs_are_json_and_hold_nothing_secret():
    _, kwargs = trigger_of().serialize()
    assert json.loads(json.dumps(kwargs)) == kwargs
    assert set(kwargs) == {"version", "wiro_conn_id", "wiro_task_id", "model", "deadline", "not_before"}


async def test_success_is_one_event_with_the_summary(connect):
    remote = connect(Remote(_RESULT))
    before = time.time()
    (event,) = await events_of(trigger_of())
    assert checked_event(event)["status"] == "success"
    assert event["result"]["text"] == "hello"
    assert before <= event["result"]["finished_at"] <= time.time()
    assert event["result"]["resumed_at"] is None
    assert (remote.attached, remote.clients, remote.stops) == (["7"], 0, 0)
    assert 58 < remote.timeouts[0] <= 60


async def test_failed_model_reports_its_stderr(connect):
    remote = connect(Remote(RunFailedError("Run 7 failed.", task_id="7", exit_code=1, stderr="CUDA out of memory")))
    (event,) = await events_of(trigger_of())
    assert checked_event(event)["status"] == "failed"
    assert "CUDA out of memory" in event["message"]
    assert remote.stops == 0


async def test_cancelled_remotely(connect):
    connect(Remote(RunCancelledError("Run 7 was cancelled.", task_id="7")))
    (event,) = await events_of(trigger_of())
    assert (checked_event(event)["status"], event["message"]) == ("cancelled", "Run 7 was cancelled.")


async def test_deadline_stops_the_remote_task_before_the_event(connect):
    remote = connect(Remote(WaitTimeoutError("too slow", task_id="7")))
    (event,) = await events_of(trigger_of())
    assert checked_event(event)["status"] == "timeout"
    assert "Wiro task 7 of a/b" in event["message"]
    assert remote.stops == 1


async def test_failed_stop_is_told(connect):
    connect(Remote(WaitTimeoutError("too slow"), stop_error=TransportError("no network")))
    (event,) = await events_of(trigger_of())
    assert event["status"] == "timeout"
    assert "may still run and be billed" in event["message"]


async def test_passed_deadline_leaves_one_look(connect):
    remote = connect(Remote(_RESULT))
    (event,) = await events_of(trigger_of(seconds=-100))
    assert event["status"] == "success"
    assert 0 < remote.timeouts[0] <= 10


async def test_trouble_that_may_pass_is_waited_out(connect, monkeypatch):
    monkeypatch.setattr(_base, "_RETRY_SECONDS", (0.01,))
    remote = connect(Remote(TransportError("no network"), TransportError("no network"), TransportError("x"), _RESULT))
    (event,) = await events_of(trigger_of())
    assert event["status"] == "success"
    assert remote.attached == ["7"] * 4


async def test_trouble_that_lasts_ends_at_the_deadline(connect, monkeypatch):
    monkeypatch.setattr(_base, "_RETRY_SECONDS", (0.01,))
    connect(Remote(*[TransportError("no network")] * 1000))
    (event,) = await events_of(trigger_of(seconds=0.2))
    assert (event["status"], "no network" in event["message"]) == ("error", True)


async def test_trouble_that_lasts_is_told_at_once(connect):
    error = AuthenticationError(
        operation="tasks_detail", status_code=401, code=None, message="revoked", errors=(), body={}, retry_after=None
    )
    remote = connect(Remote(error))
    (event,) = await events_of(trigger_of())
    assert checked_event(event)["status"] == "error"
    assert event["message"].startswith("AuthenticationError: ")
    assert len(remote.attached) == 1


async def test_missing_connection_is_an_event_too():
    (event,) = await events_of(trigger_of(wiro_conn_id="nowhere"))
    assert checked_event(event)["status"] == "error"
    assert "nowhere" in event["message"]


async def test_newer_kwargs_are_not_guessed_at(connect):
    remote = connect(Remote(_RESULT))
    (event,) = await events_of(trigger_of(version=2))
    assert checked_event(event)["status"] == "error"
    assert remote.attached == []


class TestOnKill:
    @pytest.fixture
    def airflow_says(self, monkeypatch):
        return partial(let_airflow_say, monkeypatch)

    def deferred(self, map_index=-1, **changes):
        trigger = trigger_of(**changes)
        trigger.task_instance = SimpleNamespace(
            dag_id="dag", task_id="paint", run_id="run", map_index=map_index, try_number=1, id="1"
        )
        return trigger

    @pytest.mark.parametrize("state", ["failed", "success", "skipped", "removed", "upstream_failed"])
    async def test_ended_task_stops_the_remote_one(self, connect, airflow_says, state):
        asked = airflow_says(state)
        remote = connect(Remote())
        await self.deferred().on_kill()
        assert (remote.stops, remote.attached, remote.clients) == (1, ["7"], 0)
        assert asked == [TaskInstanceId("dag", "run", "paint", -1)]

    @pytest.mark.parametrize("state", ["failed", "deferred"])
    async def test_cancelled_trigger_stops_the_remote_run_if_airflow_does_not_call_on_kill(
        self, connect, airflow_says, state
    ):
        airflow_says(state)
        remote = connect(Remote(asyncio.Event()))
        running = asyncio.create_task(anext(self.deferred().run()))
        await asyncio.wait_for(remote.waited_for.wait(), 5)
        running.cancel()
        with pytest.raises(asyncio.CancelledError):
            await running
        assert (remote.stops, remote.clients) == (int(state == "failed" and not _base._AIRFLOW_CALLS_ON_KILL), 0)

    async def test_interrupted_test_of_a_dag_stops_the_remote_run(self, connect, airflow_says):
        asked = airflow_says("running")
        remote = connect(Remote(asyncio.Event()))
        running = asyncio.create_task(anext(trigger_of().run()))
        await asyncio.wait_for(remote.waited_for.wait(), 5)
        running.cancel()
        with pytest.raises(asyncio.CancelledError):
            await running
        assert (remote.stops, remote.clients, asked) == (1, 0, [])

    async def test_stop_survives_an_on_kill_that_is_cancelled(self, connect, airflow_says):
        airflow_says("failed")
        remote = connect(Remote())
        killing = asyncio.create_task(self.deferred().on_kill())
        await asyncio.sleep(0)
        killing.cancel()
        with pytest.raises(asyncio.CancelledError):
            await killing
        await asyncio.wait(_base._stopping, timeout=5)
        assert (remote.stops, remote.clients) == (1, 0)

    @pytest.mark.parametrize(
        "state", ["deferred", "queued", "scheduled", "running", "up_for_retry", "restarting", "something new", None]
    )
    async def test_moved_or_cleared_task_goes_on(self, connect, airflow_says, state):
        airflow_says(state)
        remote = connect(Remote())
        await self.deferred().on_kill()
        assert (remote.stops, remote.attached) == (0, [])

    async def test_task_of_which_airflow_says_nothing_goes_on(self, connect, airflow_says):
        asked = airflow_says(ConnectionError("no database"))
        remote = connect(Remote())
        await self.deferred().on_kill()
        assert (remote.stops, len(asked)) == (0, 1)

    async def test_mapped_task_is_asked_for_by_its_index(self, connect, airflow_says):
        asked = airflow_says("failed")
        remote = connect(Remote())
        await self.deferred(map_index=3).on_kill()
        assert remote.stops == 1
        assert asked[0].map_index == 3

    async def test_trigger_that_has_yielded_kills_nothing(self, connect, airflow_says):
        asked = airflow_says("success")
        remote = connect(Remote(_RESULT))
        trigger = self.deferred()
        run = trigger.run()
        await anext(run)
        await trigger.on_kill()
        await run.aclose()
        assert (remote.stops, asked) == (0, [])

    async def test_inline_trigger_of_dag_test_has_no_task_instance(self, connect, airflow_says):
        asked = airflow_says("failed")
        remote = connect(Remote())
        await trigger_of().on_kill()
        assert (remote.stops, asked) == (0, [])

    async def test_failed_stop_is_only_logged(self, connect, airflow_says):
        airflow_says("failed")
        remote = connect(Remote(stop_error=TransportError("no network")))
        await self.deferred().on_kill()
        assert remote.stops == 1
