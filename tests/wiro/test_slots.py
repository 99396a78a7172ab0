from __future__ import annotations

import asyncio
import gc
import weakref
from itertools import pairwise
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any

import pytest

from tests.support.socket_server import SocketServer, until
from wiro._slots import SlotQueue, SlotTurn, SlotWait, TaskAccess
from wiro.config import Config, WaitSettings
from wiro.errors import (
    AuthenticationError,
    ConcurrencyLimitError,
    InvalidArgumentError,
    InvalidRequestError,
    TransportError,
    WaitTimeoutError,
)

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

#: Task/List is asked twice, again when something happened, and hardly ever besides: what these tests wait for comes
#: from elsewhere.
RARELY = WaitSettings(slot_poll_seconds=(0.01, 300.0), idle_close_seconds=0.05)
#: Task/List is asked all the time.
OFTEN = WaitSettings(
    slot_poll_seconds=(0.01,), slot_reservation_seconds=300.0, slot_probe_seconds=300.0, idle_close_seconds=0.05
)


class Workspace:
    """Task/List of the server's tasks, which counts its calls and fails when it is told to."""

    def __init__(self, server: SocketServer, settings: WaitSettings) -> None:
        self.server = server
        self.calls = 0
        self.error: Exception | None = None
        #: What the list says, if it is behind.
        self.stale: dict[str, dict[str, Any]] | None = None
        self.config = Config(api_key="key", socket_url=server.url, wait=settings)
        api: Any = SimpleNamespace(tasks=SimpleNamespace(list=self._list))
        self.access = TaskAccess(api, self._handle)

    @property
    def queue(self) -> SlotQueue:
        return SlotQueue.current(self.config)

    async def _list(self, **arguments: Any) -> Any:
        assert arguments["order"] == "DESC"
        self.calls += 1
        await asyncio.sleep(0)
        if self.error is not None:
            raise self.error
        rows = [dict(row) for row in reversed((self.stale or self.server.rows).values())]
        return SimpleNamespace(to_dict=lambda: {"tasklist": rows})

    def _handle(self, reference: Any, _model: str | None) -> Any:
        return SimpleNamespace(refresh=self.server.detail(reference["token"]))

    def waiter(
        self, limit: int | None = None, timeout: float | None = None, access: TaskAccess | None = None
    ) -> asyncio.Task[None]:
        return asyncio.create_task(self.queue.wait(SlotTurn(), access or self.access, limit, timeout))

    def closed(self) -> TaskAccess:
        """Access by a client that is closed."""

        async def fail(**_: Any) -> Any:
            raise RuntimeError("the client is closed")

        api: Any = SimpleNamespace(tasks=SimpleNamespace(list=fail))
        handle: Any = SimpleNamespace(refresh=fail)
        return TaskAccess(api, lambda *_: handle)

    async def running(self, *tokens: str) -> None:
        """Put tasks up and wait until the queue listens to them; somebody waits already."""
        await self.server.until_subscribed(*tokens)


@pytest.fixture
async def server() -> AsyncIterator[SocketServer]:
    async with SocketServer() as running:
        yield running


async def passed(*waiters: asyncio.Task[None]) -> None:
    async with asyncio.timeout(10):
        await asyncio.gather(*waiters)


async def stop(*waiters: asyncio.Task[None]) -> None:
    for waiter in waiters:
        waiter.cancel()
    await asyncio.gather(*waiters, return_exceptions=True)


async def test_the_end_of_a_task_is_heard_and_lets_the_oldest_try(server: SocketServer) -> None:
    workspace = Workspace(server, RARELY)
    for token in "abc":
        server.add(token, status="task_start")
    server.add("d", status="task_cancel")
    waiters = [workspace.waiter(limit=3) for _ in range(100)]
    await workspace.running("a", "b", "c")
    await until(lambda: workspace.calls == 2)
    assert workspace.queue.waiting == 100
    for count, token in enumerate("bac", start=1):
        await server.finish(token)
        await passed(waiters[count - 1])
        await asyncio.sleep(0.05)
        assert [waiter.done() for waiter in waiters] == [True] * count + [False] * (100 - count)
    assert server.detail_calls["d"] == 0
    await stop(*waiters)


async def test_a_task_submitted_after_waiting_is_listened_to(server: SocketServer) -> None:
    workspace = Workspace(server, RARELY)
    server.add("a", status="task_start")
    turn = SlotTurn()
    first = asyncio.create_task(workspace.queue.wait(turn, workspace.access, 1))
    await asyncio.sleep(0)
    second = workspace.waiter(limit=1)
    await workspace.running("a")
    await server.finish("a")
    await passed(first)
    server.add("b")
    workspace.queue.submitted(turn, "id-b", "b")
    await workspace.running("b")
    assert not second.done()
    await server.emit("b", "task_cancel")
    await passed(second)


@pytest.mark.parametrize(("limit", "free"), [(5, 3), (2, 0), (None, 0)])
async def test_fewer_tasks_than_allowed(server: SocketServer, limit: int | None, free: int) -> None:
    workspace = Workspace(server, OFTEN)
    server.add("a", status="task_start")
    server.add("b")
    waiters = [workspace.waiter(limit) for _ in range(10)]
    await until(lambda: workspace.calls >= 5)
    assert sum(waiter.done() for waiter in waiters) == free
    await stop(*waiters)


async def test_nothing_runs_and_the_limit_is_not_known(server: SocketServer) -> None:
    workspace = Workspace(server, OFTEN)
    waiters = [workspace.waiter() for _ in range(3)]
    await passed(waiters[0])
    await until(lambda: workspace.calls >= 5)
    assert not waiters[1].done()
    await stop(*waiters)


async def test_a_slot_that_was_given_away_is_not_given_away_again(server: SocketServer) -> None:
    workspace = Workspace(server, OFTEN)
    server.add("a", status="task_start")
    first, second = workspace.waiter(2), workspace.waiter(2)
    await passed(first)
    # The task of the one who was let through takes the place of its reservation: all slots are busy.
    server.add("b")
    await workspace.running("a", "b")
    await until(lambda: workspace.calls >= 5)
    assert not second.done()
    assert not workspace.queue._reserved
    server.rows["b"]["status"] = "task_cancel"
    await passed(second)


async def test_a_task_cancelled_in_silence_is_missed_by_the_list(server: SocketServer) -> None:
    workspace = Workspace(server, OFTEN)
    server.add("a")
    waiter = workspace.waiter(limit=1)
    await workspace.running("a")
    server.rows["a"]["status"] = "task_cancel"
    await passed(waiter)


async def test_what_detail_knows_counts_too(server: SocketServer) -> None:
    workspace = Workspace(server, RARELY)
    workspace.stale = {"a": dict(server.add("a"))}
    # Between Task/List and the subscription, and no frame tells.
    server.rows["a"]["status"] = "task_cancel"
    await passed(workspace.waiter(limit=1))


async def test_slots_that_others_hold_unseen(server: SocketServer) -> None:
    """Let through and refused, again and again: ever more rarely."""
    settings = WaitSettings(
        slot_poll_seconds=(0.005,), slot_reservation_seconds=0.05, slot_probe_seconds=0.2, idle_close_seconds=0.05
    )
    workspace = Workspace(server, settings)
    turn, loop, times = SlotTurn(), asyncio.get_running_loop(), []
    for _ in range(6):
        await workspace.queue.wait(turn, workspace.access, 1, 10)
        times.append(loop.time())
    pauses = [later - earlier for earlier, later in pairwise(times)]
    for pause, least in zip(pauses, (0.05, 0.1, 0.2, 0.2, 0.2), strict=True):
        assert pause >= least * 0.95
    assert sum(pauses) < 5


async def test_one_tries_now_and_then_because_limits_grow(server: SocketServer) -> None:
    workspace = Workspace(server, WaitSettings(slot_poll_seconds=(0.01,), slot_probe_seconds=0.1))
    server.add("a", status="task_start")
    waiters = [workspace.waiter(1) for _ in range(3)]
    await passed(waiters[0])
    assert not waiters[1].done()
    await stop(*waiters)


async def test_without_the_list_callers_try_one_by_one(server: SocketServer) -> None:
    workspace = Workspace(server, OFTEN)
    workspace.error = InvalidRequestError(operation="tasks_list", status_code=200, code=0, message="no")
    waiters = [workspace.waiter(1) for _ in range(3)]
    await passed(*waiters)
    assert workspace.calls == 3


async def test_an_outage_lets_nobody_through(server: SocketServer) -> None:
    workspace = Workspace(server, OFTEN)
    workspace.error = TransportError("down")
    waiter = workspace.waiter(1)
    await until(lambda: workspace.calls >= 5)
    assert not waiter.done()
    workspace.error = None
    await passed(waiter)


async def test_a_key_that_may_not_look(server: SocketServer) -> None:
    workspace = Workspace(server, OFTEN)
    workspace.error = AuthenticationError(operation="tasks_list", status_code=401, message="no")
    for waiter in [workspace.waiter(1) for _ in range(2)]:
        with pytest.raises(AuthenticationError):
            await waiter


async def test_the_time_is_over(server: SocketServer) -> None:
    workspace = Workspace(server, RARELY)
    server.add("a")
    with pytest.raises(WaitTimeoutError, match=r"within 0\.1 s"):
        await workspace.waiter(1, 0.1)
    with pytest.raises(InvalidArgumentError, match="timeout"):
        await workspace.waiter(1, 0)
    assert workspace.queue.waiting == 0


async def test_a_caller_who_leaves_when_let_through_passes_the_slot_on(server: SocketServer) -> None:
    workspace = Workspace(server, RARELY)
    server.add("a", status="task_start")
    first, second = workspace.waiter(1), workspace.waiter(1)
    await workspace.running("a")
    workspace.queue._end("id-a")
    first.cancel()
    await passed(second)
    assert first.cancelled()


async def test_a_client_that_is_closed_takes_nobody_along(server: SocketServer) -> None:
    workspace = Workspace(server, OFTEN)
    server.add("a", status="task_start")
    closed, other = workspace.waiter(1, access=workspace.closed()), workspace.waiter(1)
    with pytest.raises(RuntimeError, match="closed"):
        await closed
    await workspace.running("a")
    await server.finish("a")
    await passed(other)


async def test_a_caller_who_leaves_leaves_the_others_waiting(server: SocketServer) -> None:
    workspace = Workspace(server, RARELY)
    server.add("a", status="task_start")
    lender, other = workspace.waiter(1), workspace.waiter(1)
    await workspace.running("a")
    lender.cancel()
    await asyncio.gather(lender, return_exceptions=True)
    # As its client, with which the queue began to listen, would be closed by then.
    server.detail_errors = [RuntimeError("closed") for _ in range(20)]
    workspace.queue._stir()
    await server.finish("a")
    await passed(other)


async def test_coming_and_going_asks_no_more_often_than_staying(server: SocketServer) -> None:
    workspace = Workspace(server, WaitSettings(slot_poll_seconds=(0.2,), idle_close_seconds=0.05))
    server.add("a")
    started = asyncio.get_running_loop().time()
    for _ in range(20):
        with pytest.raises(WaitTimeoutError):
            await workspace.waiter(1, 0.02)
    elapsed = asyncio.get_running_loop().time() - started
    assert 1 <= workspace.calls <= 1 + elapsed / 0.2


def test_a_loop_that_is_gone_takes_its_queue_along() -> None:
    async def use() -> weakref.ref[asyncio.AbstractEventLoop]:
        async with SocketServer() as server:
            workspace = Workspace(server, RARELY)
            server.add("a", status="task_start")
            waiter = workspace.waiter(1)
            await workspace.running("a")
            await asyncio.sleep(0.05)
            await server.finish("a")
            await passed(waiter)
        return weakref.ref(asyncio.get_running_loop())

    loop = asyncio.run(use())
    gc.collect()
    assert loop() is None


class TestSlotWait:
    REFUSAL = ConcurrencyLimitError(
        operation="runs_create", status_code=200, code=96, message="you can run up to 1 tasks at the same time."
    )

    async def test_waits_and_keeps_its_place(self, server: SocketServer) -> None:
        workspace = Workspace(server, RARELY)
        server.add("a", status="task_start")
        slots = SlotWait(workspace.access, workspace.config, 10)
        assert not slots.waited
        first = asyncio.create_task(slots.after(self.REFUSAL))
        await asyncio.sleep(0)
        assert slots.waited
        other = workspace.waiter(1)
        await workspace.running("a")
        server.add("b", status="task_start")
        await server.finish("a")
        await passed(first)
        # Refused again: it stands before those who came later.
        again = asyncio.create_task(slots.after(self.REFUSAL))
        await asyncio.sleep(0)
        workspace.queue._let_through(1)
        await passed(again)
        assert not other.done()
        await stop(other)

    async def test_the_refusal_itself_is_raised_in_the_end(self, server: SocketServer) -> None:
        workspace = Workspace(server, RARELY)
        server.add("a")
        slots = SlotWait(workspace.access, workspace.config, 0.05)
        for _ in range(2):
            with pytest.raises(ConcurrencyLimitError, match="up to 1 tasks") as caught:
                await slots.after(self.REFUSAL)
        assert caught.value.__notes__[0] == "No slot became free for it within 0.05 s."

    def test_bad_timeout(self, server: SocketServer) -> None:
        with pytest.raises(InvalidArgumentError, match="timeout"):
            SlotWait(Workspace(server, RARELY).access, Workspace(server, RARELY).config, 0)
