"""Starts and stops the containers of agents, one step after another, and restarts them after a change of settings."""

import asyncio
from collections.abc import Callable, Coroutine

from attrs import define, field

from wiro.agent_lifecycle import RESTARTED_STATUSES, AgentStatus
from wiro.sandbox.agents.calendar import Calendar
from wiro.sandbox.agents.instances import UserAgent
from wiro.sandbox.agents.refusals import refuse_agent
from wiro.sandbox.books import Books, Violation
from wiro.sandbox.clock import Clock

__all__ = ["Supervisor"]

# How long an agent waits for a worker, and how long its container takes to start and to stop, in the sandbox's seconds.
_QUEUE_SECONDS = 0.5
_START_SECONDS = 1.5
_STOP_SECONDS = 0.5

_NOT_STARTABLE = {
    AgentStatus.STARTING: "already_running",
    AgentStatus.RUNNING: "already_running",
    AgentStatus.QUEUED: "already_queued",
    AgentStatus.STOPPING: "currently_stopping",
    AgentStatus.SETUP_REQUIRED: "setup_incomplete",
}
_NO_CONTAINER = frozenset({AgentStatus.STOPPED, AgentStatus.QUEUED, AgentStatus.ERROR})


@define(kw_only=True, eq=False)
class Supervisor:
    """Moves agents between their states.

    Args:
        clock: How fast containers start.
        calendar: Dates of the steps.
        books: Where mistakes of the sandbox are recorded.
        on_status: Called after each step.
    """

    clock: Clock
    calendar: Calendar
    books: Books
    on_status: Callable[[UserAgent], None]
    _workers: dict[str, asyncio.Task[None]] = field(factory=dict, init=False)

    def start(self, agent: UserAgent) -> None:
        """Queue an agent.

        Raises:
            RefusedError: If its state, its setup, its subscription or its credits do not allow it.
        """
        refusal = _NOT_STARTABLE.get(agent.status)
        if refusal is not None:
            raise refuse_agent(refusal)
        if not agent.is_subscribed:
            raise refuse_agent("start_without_subscription")
        if agent.credits.remaining <= 0:
            raise refuse_agent("no_credits")
        self._queue(agent)

    def stop(self, agent: UserAgent) -> None:
        """Stop an agent: a waiting one at once, others gracefully.

        Raises:
            RefusedError: If there is nothing to stop.
        """
        if agent.status in (AgentStatus.STOPPED, AgentStatus.SETUP_REQUIRED):
            raise refuse_agent("already_stopped")
        if agent.status is AgentStatus.ERROR:
            raise refuse_agent("error_state")
        self.shut_down(agent)

    def shut_down(self, agent: UserAgent) -> None:
        """Bring an agent to rest, whatever it does; one that stops in order to restart stays stopped."""
        agent.restart_after = False
        if agent.status is AgentStatus.QUEUED:
            self._abandon(agent)
            self._move(agent, AgentStatus.STOPPED)
        elif agent.status in RESTARTED_STATUSES:
            self._stop_container(agent)
        elif agent.status is AgentStatus.ERROR:
            self._move(agent, AgentStatus.STOPPED)

    def fail(self, agent: UserAgent) -> None:
        """Let a container crash."""
        if agent.status in RESTARTED_STATUSES:
            self._abandon(agent)
            self._move(agent, AgentStatus.ERROR)

    def queue_if_idle(self, agent: UserAgent) -> None:
        """Queue an agent that rests and could start, as paying for it does."""
        if agent.status in (AgentStatus.STOPPED, AgentStatus.ERROR) and self._may_run(agent):
            self._queue(agent)

    def settings_changed(self, agent: UserAgent) -> bool:
        """Let new settings take effect: by a restart, or in the state of an agent that rests.

        Returns:
            Whether it restarts.
        """
        agent.updated_at = self.calendar.now()
        if agent.status in RESTARTED_STATUSES:
            agent.restart_after = True
            self._stop_container(agent)
            return True
        complete = agent.credentials.is_complete
        if agent.status is AgentStatus.SETUP_REQUIRED and complete:
            self._move(agent, AgentStatus.STOPPED)
        elif agent.status in _NO_CONTAINER and not complete:
            self._abandon(agent)
            self._move(agent, AgentStatus.SETUP_REQUIRED)
        return False

    def abandon_all(self) -> None:
        """Stop all work without a trace, when the sandbox is reset or shut down."""
        for worker in self._workers.values():
            worker.cancel()
        self._workers.clear()

    def _queue(self, agent: UserAgent) -> None:
        self._move(agent, AgentStatus.QUEUED)
        self._work(agent, self._run(agent))

    def _stop_container(self, agent: UserAgent) -> None:
        self._abandon(agent)
        self._move(agent, AgentStatus.STOPPING)
        self._work(agent, self._finish(agent))

    async def _run(self, agent: UserAgent) -> None:
        await self.clock.sleep(_QUEUE_SECONDS)
        self._move(agent, AgentStatus.STARTING)
        await self.clock.sleep(_START_SECONDS)
        self._move(agent, AgentStatus.RUNNING)

    async def _finish(self, agent: UserAgent) -> None:
        await self.clock.sleep(_STOP_SECONDS)
        restart, agent.restart_after = agent.restart_after, False
        if not agent.credentials.is_complete:
            self._move(agent, AgentStatus.SETUP_REQUIRED)
        elif restart and self._may_run(agent):
            self._move(agent, AgentStatus.QUEUED)
            await self._run(agent)
        else:
            self._move(agent, AgentStatus.STOPPED)

    @staticmethod
    def _may_run(agent: UserAgent) -> bool:
        return agent.is_subscribed and agent.credits.remaining > 0 and agent.credentials.is_complete

    def _move(self, agent: UserAgent, status: AgentStatus) -> None:
        agent.move_to(status, self.calendar.now())
        self.on_status(agent)

    def _work(self, agent: UserAgent, steps: Coroutine[None, None, None]) -> None:
        worker = asyncio.create_task(steps)
        self._workers[agent.guid] = worker
        worker.add_done_callback(lambda done: self._done(agent, done))

    def _done(self, agent: UserAgent, worker: asyncio.Task[None]) -> None:
        if self._workers.get(agent.guid) is worker:
            del self._workers[agent.guid]
        if not worker.cancelled() and (error := worker.exception()) is not None:
            # A mistake in the sandbox itself: tests read of it in the books.
            self.books.violations.append(Violation("agent", agent.guid, f"{type(error).__name__}: {error}"))

    def _abandon(self, agent: UserAgent) -> None:
        worker = self._workers.pop(agent.guid, None)
        if worker is not None:
            worker.cancel()
