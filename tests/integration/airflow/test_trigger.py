"""The trigger with the real client, against the sandbox."""

from __future__ import annotations

import asyncio
import time
from types import SimpleNamespace

import pytest

from airflow_provider_wiro.triggers.models import WiroTaskTrigger
from airflow_provider_wiro.triggers.slots import WiroSlotTrigger
from tests.support.task_states import let_airflow_say
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


async def test_many_that_wait_for_a_slot_neither_hammer_nor_come_back_together(submit, sandbox):
    occupant = (await submit("sandbox/language", seconds=40)).wiro_task_id
    sandbox.set_balance("10")
    try:
        before = sandbox.books.counts["tasks_list"]
        deadline = time.time() + 60
        waits = [asyncio.create_task(anext(WiroSlotTrigger(deadline, limit=1).run())) for _ in range(50)]
        done, pending = await asyncio.wait(waits, timeout=30, return_when=asyncio.FIRST_COMPLETED)
        assert sandbox.books.submission(occupant).finished_at is not None
        assert [wait.result().payload["status"] for wait in done] == ["slot"], "one slot is free, so one goes on"
        assert sandbox.books.counts["tasks_list"] - before <= 10, "all of them share one look"
        for wait in pending:
            wait.cancel()
        await asyncio.gather(*pending, return_exceptions=True)
    finally:
        sandbox.set_balance("300")


async def test_progress_is_told_in_the_log(submit, monkeypatch):
    trigger = await submit("sandbox/image", width=64, height=64)
    lines = []
    monkeypatch.setattr(type(trigger), "log", SimpleNamespace(info=lambda text, *values: lines.append(text % values)))
    assert [event.payload["status"] async for event in trigger.run()] == ["success"]
    told = [line.partition(": ")[2] for line in lines if line.startswith(f"Wiro task {trigger.wiro_task_id}: ")]
    assert any("%" in line and "step" in line for line in told), lines
    assert len(told) <= 8


async def test_deadline_stops_the_remote_run(submit, sandbox):
    trigger = await submit("sandbox/queued", within=1.0)
    (event,) = [event.payload async for event in trigger.run()]
    assert event["status"] == "timeout"
    assert sandbox.books.submission(trigger.wiro_task_id).status == "task_cancel"


@pytest.mark.parametrize(("state", "status"), [("failed", "task_cancel"), ("deferred", "task_queue")])
async def test_kill_stops_the_remote_run_only_if_the_task_ended(submit, sandbox, monkeypatch, state, status):
    let_airflow_say(monkeypatch, state)
    trigger = await submit("sandbox/queued")
    trigger.task_instance = SimpleNamespace(
        dag_id="dag", task_id="paint", run_id="run", map_index=-1, try_number=1, id="1"
    )
    running = asyncio.create_task(anext(trigger.run()))
    await asyncio.sleep(0.5)
    running.cancel()
    await trigger.on_kill()
    assert sandbox.books.submission(trigger.wiro_task_id).status == status
    if status == "task_queue":
        let_airflow_say(monkeypatch, "failed")
        await trigger.on_kill()
