"""The trigger with the real client, against the sandbox."""

from __future__ import annotations

import asyncio
import time
from types import SimpleNamespace

import pytest

from airflow_provider_wiro.triggers.models import WiroTaskTrigger
from wiro import AsyncWiro


@pytest.fixture
async def submit(airflow_home, sandbox):
    async with AsyncWiro(sandbox.api_key, base_url=sandbox.base_url, socket_url=sandbox.socket_url) as client:

        async def submitted(model, within=60.0, **parameters):
            run = await client.run(model, {"prompt": "trigger", **parameters})
            return WiroTaskTrigger(wiro_task_id=run.task_id, model=model, deadline=time.time() + within)

        yield submitted


async def test_waiting_costs_three_calls(submit, sandbox):
    trigger = await submit("sandbox/image", width=64, height=64)
    before = sandbox.books.counts["tasks_detail"]
    (event,) = [event.payload async for event in trigger.run()]
    assert event["status"] == "success"
    # The token, the gap between submission and subscription, the result.
    assert sandbox.books.counts["tasks_detail"] - before <= 3
    assert abs(event["result"]["finished_at"] - sandbox.books.submission(trigger.wiro_task_id).finished_at) < 1


async def test_many_triggers_share_one_socket(submit, sandbox):
    triggers = [await submit("sandbox/language") for _ in range(10)]
    before = sandbox.books.sockets_opened

    async def event_of(trigger):
        return (await anext(trigger.run())).payload["status"]

    assert await asyncio.gather(*map(event_of, triggers)) == ["success"] * 10
    assert sandbox.books.sockets_opened - before <= 1


async def test_deadline_stops_the_remote_run(submit, sandbox):
    trigger = await submit("sandbox/queued", within=1.0)
    (event,) = [event.payload async for event in trigger.run()]
    assert event["status"] == "timeout"
    assert sandbox.books.submission(trigger.wiro_task_id).status == "task_cancel"


@pytest.mark.parametrize(("state", "status"), [("failed", "task_cancel"), ("deferred", "task_queue")])
async def test_kill_stops_the_remote_run_only_if_the_task_ended(submit, sandbox, monkeypatch, state, status):
    runner = pytest.importorskip("airflow.sdk.execution_time.task_runner", reason="triggers have no on_kill before 3.3")
    monkeypatch.setattr(
        runner.RuntimeTaskInstance, "get_task_states", staticmethod(lambda **_: {"run": {"paint": state}})
    )
    trigger = await submit("sandbox/queued")
    trigger._task_instance = SimpleNamespace(dag_id="dag", task_id="paint", run_id="run", map_index=-1)
    running = asyncio.create_task(anext(trigger.run()))
    await asyncio.sleep(0.5)
    running.cancel()
    await trigger.on_kill()
    assert sandbox.books.submission(trigger.wiro_task_id).status == status
    if status == "task_queue":
        monkeypatch.setattr(
            runner.RuntimeTaskInstance, "get_task_states", staticmethod(lambda **_: {"run": {"paint": "failed"}})
        )
        await trigger.on_kill()
