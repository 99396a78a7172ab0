"""`wait()` never hangs: everything that could make it hang, against the sandbox, in both dialects of frames."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, Any

import pytest
from attrs import evolve

from tests.support.socket_server import until
from wiro import AsyncWiro, WaitSettings
from wiro.errors import NotFoundError, RunCancelledError, RunFailedError
from wiro.sandbox import Sandbox

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Iterator

LIMIT = 20.0
QUICK = WaitSettings(
    safety_poll_seconds=0.5,
    safety_poll_max_seconds=0.5,
    socket_down_poll_seconds=(0.2, 0.5),
    reconnect_initial_seconds=0.1,
    reconnect_max_seconds=0.5,
    not_found_recheck_seconds=0.1,
    task_error_grace_seconds=0.5,
    idle_close_seconds=0.2,
)
SLOW = {"prompt": "a lake", "seconds": 40}


def address(sandbox: Sandbox) -> dict[str, Any]:
    return {"api_key": sandbox.api_key, "base_url": sandbox.base_url}


@pytest.fixture(params=["documented", "newer"])
def sandbox(request: pytest.FixtureRequest) -> Iterator[Sandbox]:
    with Sandbox(time_scale=50, dialect=request.param) as running:
        yield running
    assert [violation for violation in running.books.violations if violation.direction != "request"] == []


@pytest.fixture
async def wiro(sandbox: Sandbox) -> AsyncIterator[AsyncWiro]:
    async with AsyncWiro(**address(sandbox), wait_settings=QUICK) as client:
        yield client


async def listened_to(sandbox: Sandbox, times: int = 1) -> None:
    """Wait until the first Detail of a waiter was answered: it is subscribed, and the gap is closed."""
    await until(lambda: sandbox.books.counts["tasks_detail"] >= times)
    await asyncio.sleep(0.1)


async def test_the_last_frame_is_lost(sandbox: Sandbox, wiro: AsyncWiro) -> None:
    sandbox.faults.add(kind="lose_frame", frame="terminal", times=None)
    run = await wiro.run("sandbox/image", SLOW)
    assert (await run.wait(LIMIT)).outputs


async def test_all_frames_are_lost(sandbox: Sandbox, wiro: AsyncWiro) -> None:
    sandbox.faults.add(kind="lose_frame", frame="*", times=None)
    runs = [await wiro.run("sandbox/image", SLOW) for _ in range(8)]
    results = await asyncio.gather(*(run.wait(LIMIT) for run in runs))
    assert all(result.outputs for result in results)


async def test_nobody_has_this_token(wiro: AsyncWiro) -> None:
    with pytest.raises(NotFoundError):
        await wiro.attach(token="unknown").wait(LIMIT)


async def test_nobody_has_this_id(wiro: AsyncWiro) -> None:
    with pytest.raises(NotFoundError):
        await wiro.attach("999999999").wait(LIMIT)


async def test_finished_before_the_subscription(sandbox: Sandbox, wiro: AsyncWiro) -> None:
    run = await wiro.run("sandbox/image", SLOW)
    await run.wait(LIMIT)
    for known in ({"task_id": run.task_id}, {"token": run.token}):
        assert (await wiro.attach(**known).wait(LIMIT)).task_id == run.task_id


async def test_cancelled_in_the_queue_by_somebody_else(sandbox: Sandbox, wiro: AsyncWiro) -> None:
    # The service broadcasts nothing then; the sandbox does, unless it is told otherwise.
    sandbox.faults.add(kind="lose_frame", frame="task_cancel", times=None)
    run = await wiro.run("sandbox/queued")
    waiting = asyncio.create_task(run.wait(LIMIT))
    await listened_to(sandbox)
    # Not by the handle, which would know.
    await wiro.api.tasks.cancel(taskid=run.task_id)
    with pytest.raises(RunCancelledError):
        await waiting


async def test_stuck_in_task_error(wiro: AsyncWiro) -> None:
    run = await wiro.run("sandbox/unstartable", {"prompt": "x"})
    with pytest.raises(RunFailedError, match=r"task_error and did not recover within 0\.5 s"):
        await run.wait(LIMIT)


async def test_recovers_from_task_error(sandbox: Sandbox) -> None:
    settings = evolve(QUICK, task_error_grace_seconds=LIMIT)
    async with AsyncWiro(**address(sandbox), wait_settings=settings) as wiro:
        run = await wiro.run("sandbox/unstartable", {"prompt": "x", "recoversAfter": 30})
        assert (await run.wait(LIMIT)).exit_code == 0


async def test_the_service_is_gone_for_a_while(sandbox: Sandbox, wiro: AsyncWiro) -> None:
    run = await wiro.run("sandbox/image", SLOW)
    waiting = asyncio.create_task(run.wait(LIMIT))
    await listened_to(sandbox)
    sandbox.faults.add(kind="drop_before_accept", operation="tasks_detail", times=6)
    sandbox.faults.add(kind="drop_before_accept", operation="tasks_list", times=6)
    for _ in range(3):
        await asyncio.to_thread(sandbox.cut_sockets)
        await asyncio.sleep(0.2)
    assert (await waiting).outputs


async def test_a_restart_that_forgets_the_task(sandbox: Sandbox, wiro: AsyncWiro) -> None:
    run = await wiro.run("sandbox/queued")
    waiting = asyncio.create_task(run.wait(LIMIT))
    await listened_to(sandbox)
    port = int(sandbox.base_url.rsplit(":", 1)[1].split("/")[0])
    await asyncio.to_thread(sandbox.stop)
    await asyncio.sleep(0.5)
    assert not waiting.done()
    with Sandbox(port=port, dialect=sandbox.options.dialect), pytest.raises(NotFoundError):
        await waiting


async def test_the_socket_is_cut_in_the_middle_of_an_answer(sandbox: Sandbox, wiro: AsyncWiro) -> None:
    """Frames of the newer dialect carry an id and no token."""
    run = await wiro.run("sandbox/language", {"prompt": "hello", "seconds": 40})
    waiting = asyncio.create_task(run.wait(LIMIT))
    await listened_to(sandbox)
    await asyncio.to_thread(sandbox.cut_sockets)
    assert (await waiting).answer
