from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, Any

import pytest

from tests.support.socket_server import until
from wiro._agent_states import StatePoller, StateWait
from wiro.agent_lifecycle import AgentStatus
from wiro.config import WaitSettings, resolve_config
from wiro.errors import AgentNotRunningError, InvalidRequestError, NotFoundError, TransportError
from wiro_client.models import UserAgentDetailResponse, UserAgentMyAgentsResponse

if TYPE_CHECKING:
    from collections.abc import Callable

STOPPED, STOPPING, QUEUED, STARTING, RUNNING, ERROR, SETUP = AgentStatus
CONFIG = resolve_config("key", wait_settings=WaitSettings(agent_poll_seconds=(0.01,), agent_restart_grace_seconds=0.05))


def row(status: object, **more: Any) -> dict[str, Any]:
    return {"guid": "g", "status": status, **more}


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


def poller(service: Service) -> StatePoller:
    return StatePoller(service, CONFIG, None)  # type: ignore[arg-type]


class TestPoller:
    async def test_one_agent_costs_details(self) -> None:
        service = Service(a=STARTING)
        service.on_call = lambda: service.states.update(a=RUNNING) if len(service.calls) == 3 else None
        found = await poller(service).wait("a", StateWait(RUNNING, 0))
        assert found["status"] == RUNNING
        assert service.calls == ["detail a"] * 3

    async def test_many_agents_cost_one_list(self) -> None:
        service = Service(**{f"a{number}": STARTING for number in range(50)})
        service.on_call = lambda: service.states.update(dict.fromkeys(service.states, RUNNING))
        waits = poller(service)
        await asyncio.gather(*(waits.wait(guid, StateWait(RUNNING, 0)) for guid in service.states for _ in range(3)))
        assert service.calls == ["list"]

    async def test_one_that_the_list_does_not_have_is_asked_for(self) -> None:
        service = Service(a=RUNNING, b=RUNNING)
        waits = poller(service)
        results = await asyncio.gather(
            *(waits.wait(guid, StateWait(RUNNING, 0)) for guid in ("a", "b", "nobody")), return_exceptions=True
        )
        assert isinstance(results[2], NotFoundError)
        # The second page is empty: that is how the list says that it is over.
        assert service.calls == ["list", "list", "detail nobody"]

    async def test_failures_of_the_network_end_nothing(self) -> None:
        service = Service(a=RUNNING)
        service.errors = [TransportError("down"), OSError()]
        assert await poller(service).wait("a", StateWait(RUNNING, 0))

    async def test_a_refusal_ends_the_waiting(self) -> None:
        service = Service(a=RUNNING)
        service.errors = [InvalidRequestError(operation="user_agents_detail", status_code=200, code=0)]
        with pytest.raises(InvalidRequestError):
            await poller(service).wait("a", StateWait(RUNNING, 0))

    async def test_a_broken_list_ends_the_waiting(self) -> None:
        service = Service(a=RUNNING, b=RUNNING)
        service.errors = [ValueError("unreadable")]
        waits = poller(service)
        jobs = (waits.wait(guid, StateWait(RUNNING, 0)) for guid in ("a", "b"))
        results = await asyncio.gather(*jobs, return_exceptions=True)
        assert [type(result) for result in results] == [ValueError, ValueError]

    async def test_nobody_waits_nobody_asks(self) -> None:
        service = Service(a=STARTING)
        waits = poller(service)
        with pytest.raises(TimeoutError):
            async with asyncio.timeout(0.03):
                await waits.wait("a", StateWait(RUNNING, 0))
        await asyncio.sleep(0.03)
        asked = len(service.calls)
        await asyncio.sleep(0.05)
        assert len(service.calls) == asked
        service.states["a"] = RUNNING
        assert await waits.wait("a", StateWait(RUNNING, 0))

    async def test_a_new_waiter_is_answered_at_once(self) -> None:
        service = Service(a=STARTING, b=RUNNING)
        slow = resolve_config("key", wait_settings=WaitSettings(agent_poll_seconds=(60.0,)))
        waits = StatePoller(service, slow, None)  # type: ignore[arg-type]
        first = asyncio.create_task(waits.wait("a", StateWait(RUNNING, 0)))
        await until(lambda: bool(service.calls))
        async with asyncio.timeout(5):
            assert await waits.wait("b", StateWait(RUNNING, 0))
        first.cancel()

    async def test_one_for_each_account_and_team(self) -> None:
        service: Any = Service()
        current = StatePoller.current(service, CONFIG, None)
        assert StatePoller.current(service, CONFIG, None) is current
        assert StatePoller.current(service, CONFIG, None, "team") is not current
        assert StatePoller.current(service, resolve_config("other"), None) is not current
