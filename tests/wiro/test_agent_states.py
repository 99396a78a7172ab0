from __future__ import annotations

import asyncio
import gc
import weakref
from contextvars import ContextVar
from typing import TYPE_CHECKING, Any, cast

import pytest

from tests.support.socket_server import until
from wiro._agent_states import SetUpWait, StatePoller, StateWait, is_down, is_up
from wiro.agent_lifecycle import AgentStatus
from wiro.config import WaitSettings, resolve_config
from wiro.errors import AgentNotRunningError, InvalidRequestError, InvalidResponseError, NotFoundError, TransportError
from wiro_client.models import UserAgentDetailResponse, UserAgentMyAgentsResponse

if TYPE_CHECKING:
    from collections.abc import Callable

STOPPED, STOPPING, QUEUED, STARTING, RUNNING, ERROR, SETUP = AgentStatus
CONFIG = resolve_config("key", wait_settings=WaitSettings(agent_poll_seconds=(0.01,), agent_restart_grace_seconds=0.05))


def row(status: object, **more: Any) -> dict[str, Any]:
    return {"guid": "g", "status": status, **more}


def test_up_and_down() -> None:
    assert [status for status in AgentStatus if is_up(row(status))] == [QUEUED, STARTING, RUNNING]
    assert [status for status in AgentStatus if is_down(row(status))] == [STOPPED, STOPPING]
    # One that restarts does not stay down.
    assert not is_down(row(STOPPING, restartafter=True))
    assert not is_up(row("odd"))
    assert not is_down(row(None))


class TestStateWait:
    def test_on_the_way(self) -> None:
        wait = StateWait(RUNNING, 10)
        assert [wait.feed(row(status), 0) for status in (QUEUED, STARTING, "3", RUNNING)] == [False] * 3 + [True]

    def test_through_a_restart_that_is_announced(self) -> None:
        wait = StateWait(RUNNING, 0)
        rows = [row(STOPPING, restartafter=True), row(STOPPED, restartafter=True), row(QUEUED), row(RUNNING)]
        assert [wait.feed(one, now) for now, one in enumerate(rows)] == [False, False, False, True]

    def test_through_a_restart_that_is_not_announced(self) -> None:
        wait = StateWait(RUNNING, 10)
        for now, status in ((0, STOPPING), (1, STOPPED), (9, STOPPED), (10, QUEUED), (11, STOPPED), (20, STOPPED)):
            assert not wait.feed(row(status), now)
        assert wait.feed(row(RUNNING), 21)

    def test_a_stop_that_lasts_is_the_end(self) -> None:
        wait = StateWait(RUNNING, 10)
        assert not wait.feed(row(STOPPING), 0)
        assert not wait.feed(row(STOPPED), 1)
        with pytest.raises(AgentNotRunningError, match="g will not run by itself: it is stopped; start it"):
            wait.feed(row(STOPPED), 11)

    @pytest.mark.parametrize("status", [STOPPED, ERROR, SETUP])
    def test_one_that_rests_does_not_run_by_itself(self, status: AgentStatus) -> None:
        with pytest.raises(AgentNotRunningError) as caught:
            StateWait(RUNNING, 10).feed(row(status), 0)
        assert caught.value.agent_status is status

    def test_unknown_states_are_waited_through(self) -> None:
        wait = StateWait(RUNNING, 10)
        assert not any(wait.feed(row(status), 0) for status in (None, 9, "x", True))

    def test_stopping(self) -> None:
        wait = StateWait(STOPPED, 10)
        assert not wait.feed(row(RUNNING), 0)
        assert not wait.feed(row(STOPPED, restartafter=True), 0)
        assert wait.feed(row(STOPPED), 0)
        assert wait.feed(row(ERROR), 0)


class TestSetUpWait:
    def test_anything_but_more_setup_will_do(self) -> None:
        wait = SetUpWait()
        assert [wait.feed(row(status), 0) for status in (SETUP, None, "6", 9)] == [False] * 4
        assert all(wait.feed(row(status), 0) for status in (STOPPED, "0", QUEUED, RUNNING, ERROR, STOPPING))


class Service:
    """UserAgent/Detail and UserAgent/MyAgents, in the place of the generated resources."""

    def __init__(self, **states: AgentStatus) -> None:
        self.states: dict[str, AgentStatus] = states
        self.calls: list[str] = []
        self.errors: list[Exception] = []
        self.on_call: Callable[[], None] = lambda: None

    @property
    def user_agents(self) -> Service:
        return self

    async def detail(self, *, guid: str, request_options: Any = None) -> UserAgentDetailResponse:
        self._called(f"detail {guid}")
        if guid not in self.states:
            raise NotFoundError(operation="user_agents_detail", status_code=200, code=1)
        return UserAgentDetailResponse.from_dict({"useragents": [{"guid": guid, "status": int(self.states[guid])}]})

    async def my_agents(self, *, start: int, limit: int, request_options: Any = None) -> UserAgentMyAgentsResponse:
        self._called("list")
        rows = [{"guid": guid, "status": int(status)} for guid, status in self.states.items()]
        return UserAgentMyAgentsResponse.from_dict({"useragents": rows[start : start + limit]})

    def _called(self, call: str) -> None:
        self.calls.append(call)
        self.on_call()
        if self.errors:
            raise self.errors.pop(0)


class Lent(Service):
    """Resources whose client may be closed."""

    closed = False

    def _called(self, call: str) -> None:
        super()._called(call)
        if self.closed:
            raise RuntimeError("This Wiro client is closed.")


def poller() -> StatePoller:
    return StatePoller(CONFIG, None)


class TestPoller:
    async def test_one_agent_costs_details(self) -> None:
        service: Any = Service(a=STARTING)
        service.on_call = lambda: service.states.update(a=RUNNING) if len(service.calls) == 3 else None
        found = await poller().wait(service, "a", StateWait(RUNNING, 0))
        assert found["status"] == RUNNING
        assert service.calls == ["detail a"] * 3

    async def test_many_agents_cost_one_list(self) -> None:
        service: Any = Service(**{f"a{number}": STARTING for number in range(50)})
        service.on_call = lambda: service.states.update(dict.fromkeys(service.states, RUNNING))
        waits = poller()
        await asyncio.gather(
            *(waits.wait(service, guid, StateWait(RUNNING, 0)) for guid in service.states for _ in range(3))
        )
        assert service.calls == ["list"]

    async def test_one_that_the_list_does_not_have_is_asked_for(self) -> None:
        service: Any = Service(a=RUNNING, b=RUNNING)
        waits = poller()
        results = await asyncio.gather(
            *(waits.wait(service, guid, StateWait(RUNNING, 0)) for guid in ("a", "b", "nobody")), return_exceptions=True
        )
        assert isinstance(results[2], NotFoundError)
        # The second page is empty: that is how the list says that it is over.
        assert service.calls == ["list", "list", "detail nobody"]

    async def test_failures_of_the_network_end_nothing(self) -> None:
        service: Any = Service(a=RUNNING)
        service.errors = [TransportError("down"), OSError()]
        assert await poller().wait(service, "a", StateWait(RUNNING, 0))

    async def test_a_refusal_ends_the_waiting(self) -> None:
        service: Any = Service(a=RUNNING)
        service.errors = [InvalidRequestError(operation="user_agents_detail", status_code=200, code=0)]
        with pytest.raises(InvalidRequestError):
            await poller().wait(service, "a", StateWait(RUNNING, 0))

    @pytest.mark.parametrize("guids", ["a", "ab"])
    async def test_unreadable_answers_are_tolerated_a_few_times(self, guids: str) -> None:
        service: Any = Service(a=RUNNING, b=RUNNING)
        waits = poller()
        for tolerable, expected in ((True, dict), (False, InvalidResponseError)):
            service.errors = [InvalidResponseError("garbage")] * (CONFIG.wait.unreadable_answers - tolerable)
            jobs = (waits.wait(service, guid, StateWait(RUNNING, 0)) for guid in guids)
            async with asyncio.timeout(5):
                results = await asyncio.gather(*jobs, return_exceptions=True)
            assert [type(result) for result in results] == [expected] * len(guids)

    async def test_nobody_waits_nobody_asks(self) -> None:
        service: Any = Service(a=STARTING)
        waits = poller()
        with pytest.raises(TimeoutError):
            async with asyncio.timeout(0.03):
                await waits.wait(service, "a", StateWait(RUNNING, 0))
        await asyncio.sleep(0.03)
        asked = len(service.calls)
        await asyncio.sleep(0.05)
        assert len(service.calls) == asked
        service.states["a"] = RUNNING
        assert await waits.wait(service, "a", StateWait(RUNNING, 0))

    async def test_a_new_waiter_is_answered_at_once(self) -> None:
        service: Any = Service(a=STARTING, b=RUNNING)
        slow = resolve_config("key", wait_settings=WaitSettings(agent_poll_seconds=(60.0,)))
        waits = StatePoller(slow, None)
        first = asyncio.create_task(waits.wait(service, "a", StateWait(RUNNING, 0)))
        await until(lambda: bool(service.calls))
        async with asyncio.timeout(5):
            assert await waits.wait(service, "b", StateWait(RUNNING, 0))
        first.cancel()

    async def test_waiters_that_come_one_after_the_other_share_requests(self) -> None:
        service: Any = Service(**{f"a{number}": STARTING for number in range(40)})
        settings = WaitSettings(agent_poll_seconds=(60.0,))
        waits = StatePoller(resolve_config("key", wait_settings=settings), None)
        jobs = []
        for guid in service.states:
            jobs.append(asyncio.create_task(waits.wait(service, guid, StateWait(RUNNING, 0))))
            await asyncio.sleep(0.01)
        service.states.update(dict.fromkeys(service.states, RUNNING))
        last = asyncio.create_task(waits.wait(service, "a0", StateWait(RUNNING, 0)))
        async with asyncio.timeout(5):
            await asyncio.gather(*jobs, last)
        assert len(service.calls) <= 6

    async def test_one_who_leaves_takes_nobody_along(self) -> None:
        """A trigger that has its event closes its client while others wait through the same poller."""
        services = [Lent(a=STARTING, b=STARTING) for _ in range(2)]
        waits = poller()
        jobs = [
            asyncio.create_task(waits.wait(cast("Any", service), guid, StateWait(RUNNING, 0)))
            for service, guid in zip(services, ("a", "b"), strict=True)
        ]
        await until(lambda: any(service.calls for service in services))
        lender = next(number for number, service in enumerate(services) if service.calls)
        services[lender].closed = True
        jobs[lender].cancel()
        other = services[1 - lender]
        other.states.update(a=RUNNING, b=RUNNING)
        async with asyncio.timeout(5):
            assert (await jobs[1 - lender])["status"] == RUNNING

    async def test_request_of_one_who_has_left_says_nothing_about_others(self) -> None:
        gate, arrived = asyncio.Event(), asyncio.Event()

        class Leaving(Service):
            async def my_agents(self, *, start: int, limit: int, request_options: Any = None) -> Any:
                arrived.set()
                await gate.wait()
                raise ValueError("cut off")

        leaving: Any = Leaving(a=STARTING)
        staying: Any = Service(b=RUNNING)
        waits = poller()
        first = asyncio.create_task(waits.wait(leaving, "a", StateWait(RUNNING, 0)))
        second = asyncio.create_task(waits.wait(staying, "b", StateWait(RUNNING, 0)))
        async with asyncio.timeout(5):
            await arrived.wait()
        first.cancel()
        await asyncio.gather(first, return_exceptions=True)
        gate.set()
        async with asyncio.timeout(5):
            assert (await second)["status"] == RUNNING

    async def test_one_whose_client_is_closed_fails_alone(self) -> None:
        closed, open_ = Lent(a=STARTING), Lent(b=STARTING)
        closed.closed = True
        waits = poller()
        jobs = [
            asyncio.create_task(waits.wait(cast("Any", service), guid, StateWait(RUNNING, 0)))
            for service, guid in ((closed, "a"), (open_, "b"))
        ]
        with pytest.raises(RuntimeError, match="closed"):
            await jobs[0]
        open_.states["b"] = RUNNING
        async with asyncio.timeout(5):
            assert await jobs[1]

    async def test_states_are_told_as_they_come(self) -> None:
        service: Any = Service(a=QUEUED)
        told: list[AgentStatus] = []
        path = iter([QUEUED, STARTING, STARTING, RUNNING])
        service.on_call = lambda: service.states.update(a=next(path))
        await poller().wait(service, "a", StateWait(RUNNING, 0), told.append)
        assert told == [QUEUED, STARTING, RUNNING]

    async def test_states_are_told_in_the_context_of_the_waiter(self) -> None:
        service: Any = Service(a=QUEUED, b=QUEUED)
        waiter: ContextVar[str] = ContextVar("waiter")
        waits, told = poller(), []

        async def wait(guid: str) -> None:
            waiter.set(guid)
            await waits.wait(service, guid, StateWait(RUNNING, 0), lambda _: told.append(waiter.get()))

        jobs = [asyncio.create_task(wait(guid)) for guid in ("a", "b")]
        await until(lambda: len(told) == 2)
        service.states.update(a=RUNNING, b=RUNNING)
        await asyncio.gather(*jobs)
        assert sorted(told) == ["a", "a", "b", "b"]

    async def test_one_for_each_account_and_team(self) -> None:
        current = StatePoller.current(CONFIG, None)
        assert StatePoller.current(CONFIG, None) is current
        assert StatePoller.current(CONFIG, None, "team") is not current
        assert StatePoller.current(resolve_config("other"), None) is not current

    def test_a_loop_that_is_gone_takes_its_poller_along(self) -> None:
        async def use() -> weakref.ref[asyncio.AbstractEventLoop]:
            service: Any = Service(a=RUNNING)
            async with asyncio.timeout(5):
                await poller().wait(service, "a", StateWait(RUNNING, 0))
            return weakref.ref(asyncio.get_running_loop())

        loop = asyncio.run(use())
        gc.collect()
        assert loop() is None
