"""The answer to a change of state is lost, and its repeat is refused: the change was made all the same."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.support.sandbox_client import wait_until
from wiro import AsyncWiro, Wiro
from wiro._repeats import change
from wiro.agent_lifecycle import AgentStatus
from wiro.errors import ApiError, InsufficientBalanceError, NotFoundError
from wiro.retry import RetryPolicy
from wiro.sandbox import Sandbox

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from wiro._agent_handle import Agent
    from wiro.messages import Message
    from wiro.runs import Run

LIMIT = 20.0


@pytest.fixture(autouse=True)
def _quick_retries(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(RetryPolicy, "delay", lambda self, index, jitter=1.0: 0.01)


@pytest.fixture
def sandbox() -> Iterator[Sandbox]:
    with Sandbox(time_scale=20) as running:
        yield running


@pytest.fixture
def wiro(sandbox: Sandbox) -> Iterator[Wiro]:
    with Wiro(sandbox.api_key, base_url=sandbox.base_url, socket_url=sandbox.socket_url) as client:
        yield client


def lose_answer(sandbox: Sandbox, operation: str) -> Callable[[], int]:
    """Lose the next answer to an operation; the result tells how often it was called since."""
    before = sandbox.books.counts.get(operation, 0)
    sandbox.faults.add(operation=operation, kind="drop_after_accept")
    return lambda: sandbox.books.counts.get(operation, 0) - before


def deployed(wiro: Wiro) -> Agent:
    (row,) = wiro.api.user_agents.deploy(custom=True, title="Bot", useprepaid=True).to_dict()["useragents"]
    return wiro.agents.get(row["guid"])


def sent(wiro: Wiro) -> Message:
    agent = deployed(wiro)
    agent.start()
    agent.wait_until_running(LIMIT)
    return agent.send("/wait 1000 x")


def started(wiro: Wiro, sandbox: Sandbox) -> Run:
    run = wiro.run("sandbox/image", {"prompt": "x", "seconds": 5000})
    # Only a worker can kill it.
    wait_until(lambda: sandbox.books.submission(run.task_id).status == "task_start")
    return run


class TestRuns:
    def test_cancel(self, wiro: Wiro, sandbox: Sandbox) -> None:
        run, calls = wiro.run("sandbox/queued", {}), lose_answer(sandbox, "tasks_cancel")
        run.cancel()
        assert (calls(), run.refresh()["status"]) == (2, "task_cancel")

    @pytest.mark.parametrize("by_id", [False, True])
    def test_kill(self, wiro: Wiro, sandbox: Sandbox, by_id: bool) -> None:
        run = started(wiro, sandbox)
        killed = wiro.attach(run.task_id) if by_id else run
        calls = lose_answer(sandbox, "tasks_kill")
        killed.kill()
        assert (calls(), run.refresh()["status"]) == (2, "task_cancel")

    async def test_cancel_in_coroutines(self, sandbox: Sandbox) -> None:
        async with AsyncWiro(sandbox.api_key, base_url=sandbox.base_url, socket_url=sandbox.socket_url) as wiro:
            run = await wiro.run("sandbox/queued", {})
            calls = lose_answer(sandbox, "tasks_cancel")
            await run.cancel()
            assert calls() == 2

    def test_a_late_cancel_is_refused(self, wiro: Wiro, sandbox: Sandbox) -> None:
        run = wiro.run("sandbox/queued", {})
        run.cancel()
        details = sandbox.books.counts.get("tasks_detail", 0)
        for action in (run.cancel, run.kill):
            with pytest.raises(NotFoundError):
                action()
        assert sandbox.books.counts.get("tasks_detail", 0) == details

    def test_a_repeat_that_is_late_for_another_reason_is_refused(self, wiro: Wiro, sandbox: Sandbox) -> None:
        run, calls = started(wiro, sandbox), lose_answer(sandbox, "tasks_cancel")
        with pytest.raises(NotFoundError, match="not in a cancellable state"):
            run.cancel()
        assert calls() == 2


class TestAgents:
    def test_cancel_of_a_message(self, wiro: Wiro, sandbox: Sandbox) -> None:
        message, calls = sent(wiro), lose_answer(sandbox, "user_agent_messages_cancel")
        message.cancel()
        assert (calls(), message.refresh()["status"]) == (2, "agent_cancel")
        with pytest.raises(NotFoundError):
            message.cancel()

    def test_start_and_stop(self, wiro: Wiro, sandbox: Sandbox) -> None:
        agent, calls = deployed(wiro), lose_answer(sandbox, "user_agents_start")
        agent.start()
        assert calls() == 2
        # As it was read, and not what is assumed of one that was accepted.
        assert agent.row["guid"] == agent.guid
        agent.wait_until_running(LIMIT)
        with pytest.raises(ApiError, match="already running"):
            agent.start()
        calls = lose_answer(sandbox, "user_agents_stop")
        agent.stop()
        assert calls() == 2
        agent.wait_until_stopped(LIMIT)
        assert agent.status is AgentStatus.STOPPED
        with pytest.raises(ApiError, match="already stopped"):
            agent.stop()


async def test_other_refusals_of_a_repeat_ask_nothing(sandbox: Sandbox) -> None:
    async def refresh() -> dict[str, object]:
        raise AssertionError

    async with AsyncWiro(sandbox.api_key, base_url=sandbox.base_url, socket_url=sandbox.socket_url) as wiro:
        sandbox.faults.add(operation="tasks_cancel", kind="drop_before_accept")
        refusal = '{"result": false, "errors": [{"code": 97, "message": "no balance"}]}'
        sandbox.faults.add(operation="tasks_cancel", kind="status", status=200, body=refusal)
        with pytest.raises(InsufficientBalanceError):
            await change(wiro.api.tasks.cancel(taskid="1"), refresh, lambda _row: True)
