from __future__ import annotations

import asyncio
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any

import pytest
from attrs import evolve

from tests.support.socket_server import SocketServer, until
from wiro._hub_listing import TaskListing, tells_enough
from wiro._jobs import TASKS
from wiro.config import Config, WaitSettings
from wiro.errors import InvalidRequestError, TransportError, WaitTimeoutError
from wiro.hub import Hub, Subscription

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

#: Safety polls come all the time, so that some are due together; the list answers for any number of them.
SETTINGS = WaitSettings(
    safety_poll_seconds=0.1,
    safety_poll_max_seconds=0.1,
    list_window=1.0,
    list_from_waiters=4,
    list_answers_in_a_row=1000,
    detail_calls_per_second=1000,
    socket_down_poll_seconds=(0.1,),
    reconnect_initial_seconds=300.0,
    reconnect_max_seconds=300.0,
    idle_close_seconds=0.05,
)


class Lists:
    """Task/List of the server's tasks, newest first, which counts its calls."""

    def __init__(self, server: SocketServer) -> None:
        self.server = server
        self.starts: list[int] = []
        self.error: Exception | None = None
        self.open = asyncio.Event()
        self.open.set()
        api: Any = SimpleNamespace(tasks=SimpleNamespace(list=self._list))
        self.listing = TaskListing(Config(api_key="key"), api)

    async def _list(self, *, start: str, limit: str, **_: Any) -> Any:
        self.starts.append(int(start))
        rows = [dict(row) for row in reversed(self.server.rows.values())][int(start) : int(start) + int(limit)]
        await self.open.wait()
        if self.error is not None:
            raise self.error
        return SimpleNamespace(to_dict=lambda: {"tasklist": rows})


@pytest.fixture
async def server() -> AsyncIterator[SocketServer]:
    async with SocketServer() as running:
        yield running


@pytest.fixture
async def lists(server: SocketServer) -> Lists:
    return Lists(server)


async def waiters(
    server: SocketServer, lists: Lists, count: int, settings: WaitSettings = SETTINGS
) -> list[Subscription[Any]]:
    """Put tasks up and wait for each, until all gaps are closed."""
    hub = Hub.current(server.url, settings)
    found = []
    for number in range(count):
        token = f"t{number}"
        server.add(token, status="task_start")
        known: dict[str, Any] = {"token": token, "job_id": f"id-{token}"}
        detail = server.detail(token)
        found.append(hub.subscribe(TASKS, **known, fetch_detail=detail, listing=lists.listing))
    await until(lambda: all(one.confirmed for one in found) and len(server.detail_calls) == count)
    return found


def close(subscriptions: list[Subscription[Any]]) -> None:
    for subscription in subscriptions:
        subscription.close()


def test_what_a_row_tells() -> None:
    assert tells_enough({"status": "task_queue"})
    assert tells_enough({"status": "task_output"})
    for status in ("task_postprocess_end", "task_cancel", "task_error", "task_something_new", None, ["x"]):
        assert not tells_enough({"status": status})
    assert not tells_enough({})
    assert not tells_enough(None)


async def test_one_call_answers_for_all(server: SocketServer, lists: Lists) -> None:
    found = await waiters(server, lists, 50)
    await until(lambda: len(lists.starts) >= 4)
    # The gaps only; no safety poll was a Detail.
    assert sum(server.detail_calls.values()) == 50
    assert set(lists.starts) == {0}
    assert not any(one.done for one in found)
    close(found)


async def test_an_end_that_the_list_knows_is_read_from_detail(server: SocketServer, lists: Lists) -> None:
    found = await waiters(server, lists, 10)
    server.rows["t3"] |= {"status": "task_postprocess_end", "pexit": "0", "outputs": [{"name": "0.png"}]}
    outcome = await found[3].outcome(10)
    assert outcome.kind == "succeeded"
    assert outcome.detail["outputs"] == [{"name": "0.png"}]
    assert server.detail_calls["t3"] == 2
    assert sum(server.detail_calls.values()) == 11
    close(found)


async def test_many_pages_while_they_are_of_use(server: SocketServer, lists: Lists) -> None:
    found = await waiters(server, lists, 250)
    await until(lambda: 200 in lists.starts)
    close(found)
    lists.starts.clear()
    # Only the eldest are waited for, behind two hundred tasks that are not.
    hub = Hub.current(server.url, SETTINGS)
    again = [
        hub.subscribe(
            TASKS, token=f"t{number}", job_id=f"id-t{number}", fetch_detail=server.detail("t0"), listing=lists.listing
        )
        for number in range(10)
    ]
    calls = server.detail_calls["t0"]
    await until(lambda: server.detail_calls["t0"] >= calls + 50)
    assert set(lists.starts) == {0}
    close(again)


async def test_too_few_ask_alone(server: SocketServer, lists: Lists) -> None:
    found = await waiters(server, lists, 3)
    await until(lambda: min(server.detail_calls.values()) >= 4)
    assert lists.starts == []
    close(found)


async def test_nobody_depends_on_the_list_alone(server: SocketServer, lists: Lists) -> None:
    found = await waiters(server, lists, 10, evolve(SETTINGS, list_answers_in_a_row=2))
    await until(lambda: min(server.detail_calls.values()) >= 4)
    assert len(lists.starts) >= 3
    # A list that never learns of the end: each waiter asks for itself now and then.
    rows = {token: dict(row) for token, row in server.rows.items()}
    server.rows["t5"] |= {"status": "task_cancel"}
    lists.server = SimpleNamespace(rows=rows)  # type: ignore[assignment]
    assert (await found[5].outcome(10)).kind == "cancelled"
    close(found)


async def test_never_when_told_so(server: SocketServer, lists: Lists) -> None:
    found = await waiters(server, lists, 10, evolve(SETTINGS, list_answers_in_a_row=0))
    await until(lambda: min(server.detail_calls.values()) >= 3)
    assert lists.starts == []
    close(found)


async def test_a_service_without_the_operation_is_asked_once(server: SocketServer, lists: Lists) -> None:
    lists.error = InvalidRequestError(operation="tasks_list", status_code=404, code=0, message="no")
    found = await waiters(server, lists, 10)
    await until(lambda: min(server.detail_calls.values()) >= 5)
    assert len(lists.starts) == 1
    close(found)


@pytest.mark.parametrize("error", [TransportError("down"), RuntimeError("the client is closed")])
async def test_an_outage_of_the_list_leaves_details(server: SocketServer, lists: Lists, error: Exception) -> None:
    lists.error = error
    found = await waiters(server, lists, 10)
    await until(lambda: min(server.detail_calls.values()) >= 4)
    assert len(lists.starts) >= 2
    lists.error = None
    calls = sum(server.detail_calls.values())
    asked = len(lists.starts)
    await until(lambda: len(lists.starts) >= asked + 4)
    assert sum(server.detail_calls.values()) <= calls + 20
    close(found)


async def test_the_list_answers_while_the_socket_is_down(server: SocketServer, lists: Lists) -> None:
    found = await waiters(server, lists, 20)
    await server.stop()
    await server.cut()
    calls = sum(server.detail_calls.values())
    asked = len(lists.starts)
    await until(lambda: len(lists.starts) >= asked + 3)
    server.rows["t7"] |= {"status": "task_cancel"}
    assert (await found[7].outcome(10)).kind == "cancelled"
    assert sum(server.detail_calls.values()) <= calls + 2
    close(found)
    await server.listen()


async def test_a_last_frame_during_the_call(server: SocketServer, lists: Lists) -> None:
    found = await waiters(server, lists, 10)
    lists.open.clear()
    asked = len(lists.starts)
    await until(lambda: len(lists.starts) > asked)
    await server.finish("t2")
    assert (await found[2].outcome(10)).kind == "succeeded"
    found[4].close()
    lists.open.set()
    # Older than the frame, the answer changes nothing, and the others go on.
    await until(lambda: len(lists.starts) > asked + 2)
    with pytest.raises(WaitTimeoutError):
        await found[5].outcome(0.05)
    close(found)


async def test_accounts_are_kept_apart(server: SocketServer, lists: Lists) -> None:
    other = TaskListing(Config(api_key="other"), lists.listing.api)
    assert other != lists.listing
    assert TaskListing(Config(api_key="key"), SimpleNamespace()) == lists.listing  # type: ignore[arg-type]
    hub = Hub.current(server.url, SETTINGS)
    found = []
    for number in range(6):
        server.add(f"t{number}", status="task_start")
        found.append(
            hub.subscribe(
                TASKS,
                token=f"t{number}",
                job_id=f"id-t{number}",
                fetch_detail=server.detail(f"t{number}"),
                listing=(lists.listing, other)[number % 2],
            )
        )
    await until(lambda: len(server.detail_calls) == 6 and min(server.detail_calls.values()) >= 3)
    assert lists.starts == []
    close(found)
    assert hub._lists._waiters == {}
