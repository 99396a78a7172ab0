from __future__ import annotations

import json
import time
from types import SimpleNamespace

import pytest

from airflow_provider_wiro.events import checked_event
from airflow_provider_wiro.hooks.wiro import WiroHook
from airflow_provider_wiro.triggers.slots import WiroSlotTrigger
from wiro.errors import AuthenticationError, TransportError, WaitTimeoutError


class Remote:
    """Wiro as the trigger sees it: the waits end one after the other as told."""

    def __init__(self, *ends):
        self.ends = list(ends)
        self.asked = []
        self.tasks = SimpleNamespace(wait_for_slot=self._wait)

    async def __aenter__(self):
        return self

    async def __aexit__(self, *_):
        return None

    async def _wait(self, timeout, *, limit):  # noqa: ASYNC109 (it is what the library has)
        self.asked.append((timeout, limit))
        end = self.ends.pop(0)
        if end is not None:
            raise end


@pytest.fixture
def connect(monkeypatch):
    def to(*ends):
        remote = Remote(*ends)

        async def aget_conn(self):
            return remote

        monkeypatch.setattr(WiroHook, "aget_conn", aget_conn)
        monkeypatch.setattr("airflow_provider_wiro.triggers._base._RETRY_SECONDS", (0.01,))
        return remote

    return to


async def event_of(trigger):
    (event,) = [event.payload async for event in trigger.run()]
    return event


async def test_free_slot_is_one_event_with_the_deadline_of_the_try(connect):
    remote = connect(None)
    deadline = time.time() + 60
    event = await event_of(WiroSlotTrigger(deadline, 3))
    assert checked_event(json.loads(json.dumps(event))) == {"version": 1, "status": "slot", "deadline": deadline}
    ((timeout, limit),) = remote.asked
    assert (58 < timeout <= 60, limit) == (True, 3)


async def test_deadline_ends_the_wait(connect):
    connect(WaitTimeoutError("all busy"))
    event = checked_event(await event_of(WiroSlotTrigger(time.time() + 60)))
    assert (event["status"], event["message"]) == ("timeout", "No task slot of Wiro became free in time.")


async def test_trouble_that_may_pass_is_waited_out(connect):
    remote = connect(TransportError("no network"), TransportError("no network"), None)
    assert (await event_of(WiroSlotTrigger(time.time() + 60)))["status"] == "slot"
    assert len(remote.asked) == 3


async def test_trouble_that_lasts_is_told(connect):
    connect(
        AuthenticationError(
            operation="tasks_list", status_code=401, code=None, message="revoked", errors=(), body={}, retry_after=None
        )
    )
    assert checked_event(await event_of(WiroSlotTrigger(time.time() + 60)))["status"] == "error"


async def test_kill_has_nothing_to_stop(connect):
    remote = connect()
    trigger = WiroSlotTrigger(time.time() + 60)
    trigger._task_instance = SimpleNamespace()
    await trigger.on_kill()
    assert remote.asked == []
