from __future__ import annotations

import time
from datetime import timedelta
from types import SimpleNamespace

import pytest
from airflow.providers.common.compat.sdk import (
    AirflowException,
    AirflowFailException,
    AirflowSensorTimeout,
    AirflowSkipException,
    TaskDeferred,
)

from airflow_provider_wiro.events import failure_event
from airflow_provider_wiro.sensors.tasks import WiroTaskSensor
from airflow_provider_wiro.triggers.watches import WiroTaskWatchTrigger
from tests.support.airflow_tasks import executed, task_context

_WAYS = [
    {"deferrable": True, "inline_wait": 10},
    {"deferrable": True, "inline_wait": 0},
    {"deferrable": False, "poke_interval": 0.1},
]


def sensor_of(wiro_task_id, **arguments):
    return WiroTaskSensor(**{"task_id": "watch", "timeout": 30, **arguments}, wiro_task_id=wiro_task_id)


async def ended(sensor):
    """Run a sensor to its end, deferral included, as `dag.test()` does."""
    try:
        return executed(sensor)
    except TaskDeferred as deferral:
        deferred = deferral
    assert deferred.timeout is None
    classpath, kwargs = deferred.trigger.serialize()
    assert classpath == "airflow_provider_wiro.triggers.watches.WiroTaskWatchTrigger"
    (event,) = [event async for event in WiroTaskWatchTrigger(**kwargs).run()]
    return getattr(sensor, deferred.method_name)(task_context(), event.payload)


@pytest.mark.parametrize("way", _WAYS)
async def test_result_of_a_task_that_runs(client, way):
    run = client.run("sandbox/image", {"prompt": "a fox"})
    result = await ended(sensor_of(run.task_id, **way))
    assert (result["task_id"], result["model"], result["status"]) == (
        run.task_id,
        "sandbox/image",
        "task_postprocess_end",
    )
    assert result["outputs"][0]["url"].startswith("http")
    assert result["cost_usd"] > 0
    assert (result["resumed_at"] is None) == (way.get("inline_wait") != 0)


@pytest.mark.parametrize("way", _WAYS)
async def test_task_that_had_ended_needs_no_deferral_when_the_worker_may_look(client, way):
    run = client.run("sandbox/language", {"prompt": "hello", "seconds": 1})
    run.wait(timeout=30)
    result = await ended(sensor_of(run.task_id, **way))
    assert result["text"]


@pytest.mark.parametrize("way", _WAYS)
async def test_failed_task_fails_the_sensor_for_good_with_its_reason(client, way):
    run = client.run("sandbox/failing", {"prompt": "no"})
    with pytest.raises(AirflowFailException, match="the model cannot process this prompt"):
        await ended(sensor_of(run.task_id, **way))


@pytest.mark.parametrize("way", _WAYS)
async def test_cancelled_task_fails_the_sensor(client, way):
    run = client.run("sandbox/queued", {"prompt": "no"})
    run.stop()
    with pytest.raises(AirflowFailException, match=f"{run.task_id} of sandbox/queued was cancelled"):
        await ended(sensor_of(run.task_id, **way))


@pytest.mark.parametrize("soft", [{"soft_fail": True}, {"never_fail": True}])
@pytest.mark.parametrize("way", _WAYS)
async def test_soft_failure_skips(client, way, soft):
    run = client.run("sandbox/queued", {"prompt": "no"})
    run.stop()
    with pytest.raises(AirflowSkipException):
        await ended(sensor_of(run.task_id, **way, **soft))


@pytest.mark.parametrize("way", [*_WAYS[1:], {"deferrable": True, "inline_wait": 0.2}])
async def test_timeout_ends_the_sensor_and_not_the_task(client, connected_sandbox, way):
    run = client.run("sandbox/queued", {"prompt": "no"})
    started = time.monotonic()
    with pytest.raises(AirflowSensorTimeout):
        await ended(sensor_of(run.task_id, **way, timeout=0.5))
    assert time.monotonic() - started < 10
    assert run.refresh()["status"] == "task_queue"
    assert connected_sandbox.books.cancels == connected_sandbox.books.kills == []


async def test_timeout_is_soft_too(client):
    run = client.run("sandbox/queued", {"prompt": "no"})
    with pytest.raises(AirflowSkipException):
        await ended(sensor_of(run.task_id, timeout=timedelta(seconds=0.5), inline_wait=0, soft_fail=True))


def test_on_kill_leaves_the_task_alone(client, connected_sandbox):
    run = client.run("sandbox/queued", {"prompt": "no"})
    sensor_of(run.task_id).on_kill()
    assert run.refresh()["status"] == "task_queue"
    assert connected_sandbox.books.cancels == connected_sandbox.books.kills == []


async def test_kill_of_the_trigger_leaves_the_task_alone(client, connected_sandbox):
    run = client.run("sandbox/queued", {"prompt": "no"})
    trigger = WiroTaskWatchTrigger(run.task_id, time.time() + 60)
    trigger.task_instance = SimpleNamespace(dag_id="dag", task_id="watch", run_id="run", map_index=-1)
    await trigger.on_kill()
    assert connected_sandbox.books.cancels == connected_sandbox.books.kills == []


@pytest.mark.parametrize("way", _WAYS)
async def test_unknown_task_is_named(connected_sandbox, way):
    with pytest.raises(AirflowFailException, match=r"^There is no Wiro task 987654321, or not with the connection"):
        await ended(sensor_of("987654321", **way))


def test_poke_asks_once_for_a_task_that_goes_on(client, connected_sandbox):
    run = client.run("sandbox/queued", {"prompt": "no"})
    before = connected_sandbox.books.to_dict()["counts"].get("tasks_detail", 0)
    assert sensor_of(run.task_id, mode="reschedule").poke({}) is False
    assert connected_sandbox.books.to_dict()["counts"]["tasks_detail"] == before + 1


def test_outage_does_not_end_the_watch(client, connected_sandbox):
    run = client.run("sandbox/queued", {"prompt": "no"})
    connected_sandbox.faults.add(operation="tasks_detail", kind="status", status=503, times=50)
    assert sensor_of(run.task_id, deferrable=False).poke({}) is False
    with pytest.raises(TaskDeferred):
        executed(sensor_of(run.task_id, inline_wait=5))


def test_wrong_connection_is_final(monkeypatch):
    monkeypatch.setenv("AIRFLOW_CONN_WIRO_DEFAULT", '{"conn_type": "wiro"}')
    for way in _WAYS:
        with pytest.raises(AirflowFailException, match="'wiro_default': there is no API key"):
            executed(sensor_of("7", **way))


def test_ways_to_wait():
    assert sensor_of("7").deferrable is True
    assert sensor_of("7", mode="reschedule").deferrable is False
    assert sensor_of("7", deferrable=False).deferrable is False
    assert set(WiroTaskSensor.template_fields) == {"wiro_task_id", "wiro_conn_id"}
    assert sensor_of("{{ x }}").wiro_task_id == "{{ x }}"


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        ({"wiro_task_id": ""}, "wiro_task_id is ''; accepted: the id that Wiro gave"),
        ({"deferrable": "yes"}, "deferrable is 'yes'; accepted: True or False"),
        ({"deferrable": True, "mode": "reschedule"}, "deferrable is True and mode is 'reschedule'"),
        ({"inline_wait": -1}, "inline_wait is -1; accepted"),
    ],
)
def test_wrong_argument_fails_at_parse(arguments, words):
    with pytest.raises(ValueError, match=f"^{words}"):
        sensor_of(**{"wiro_task_id": "7", **arguments})


def test_wrong_rendered_id_fails():
    sensor = sensor_of("{{ x }}")
    sensor.wiro_task_id = "None found"
    with pytest.raises(AirflowFailException, match=r"^Nothing was watched: wiro_task_id is 'None found'"):
        executed(sensor)


@pytest.mark.parametrize("event", [None, {}, {"version": 1, "status": "odd", "remote_id": "7"}])
def test_missing_or_unknown_event_is_no_success(event):
    with pytest.raises(AirflowException, match=r"outcome|format"):
        sensor_of("7").execute_complete({}, event)


def test_trigger_that_cannot_go_on_is_retried():
    with pytest.raises(AirflowException, match="no route") as raised:
        sensor_of("7").execute_complete({}, failure_event("error", "7", "no route"))
    assert not isinstance(raised.value, AirflowFailException)
