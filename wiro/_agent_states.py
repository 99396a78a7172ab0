"""Waiting for an agent to be set up, to run or to stop. The socket says nothing of its states, so they are polled.

`StateWait` and `SetUpWait` decide, without I/O, what a row means for somebody who waits. `StatePoller` asks: one for
each event loop and account, for all waiters together, with UserAgent/Detail for a single agent and UserAgent/MyAgents
for several.
"""

from __future__ import annotations

import asyncio
from contextvars import copy_context
from typing import TYPE_CHECKING, Any, Final, TypeAlias
from weakref import WeakKeyDictionary

from wiro._hub_failures import FailedPolls
from wiro.agent_lifecycle import STOPPABLE_STATUSES, AgentStatus, parse_agent_status
from wiro.errors import AgentNotRunningError, ApiError, InvalidResponseError, NotFoundError
from wiro.pagination import aiterate

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from wiro.config import Config
    from wiro_client.api import AsyncApi
    from wiro_client.calls import RequestOptions

    #: Told of each state that an agent comes to, in the thread of the event loop and the context of the waiter.
    OnStatus: TypeAlias = Callable[[AgentStatus], None] | None

__all__ = ["SetUpWait", "StatePoller", "StateWait", "is_down", "is_up", "no_such_agent"]

#: In these an agent rests until somebody acts.
_ENDS: Final = frozenset({AgentStatus.STOPPED, AgentStatus.ERROR, AgentStatus.SETUP_REQUIRED})
_HINTS: Final = {
    AgentStatus.STOPPED: "it is stopped; start it",
    AgentStatus.ERROR: "its container failed; start it to try again",
    AgentStatus.SETUP_REQUIRED: "it needs more setup; write the credentials that are missing",
}
#: Agents that one MyAgents answer may hold.
_PAGE_SIZE: Final = 1000


def no_such_agent() -> NotFoundError:
    """Return the error for an answer without an agent."""
    return NotFoundError(operation="user_agents_detail", status_code=200, message="there is no such agent")


def is_up(row: Mapping[str, Any]) -> bool:
    """Tell whether an agent runs or is on its way there."""
    return parse_agent_status(row.get("status")) in STOPPABLE_STATUSES


def is_down(row: Mapping[str, Any]) -> bool:
    """Tell whether an agent is stopped or on its way there, to stay."""
    status = parse_agent_status(row.get("status"))
    return status in (AgentStatus.STOPPED, AgentStatus.STOPPING) and row.get("restartafter") is not True


class StateWait:
    """Follows one agent until it runs, or until it rests.

    An agent whose settings were changed while it ran stops and starts again by itself. The service marks that with
    `restartafter`, which its own samples never show; so one that was seen on its way may be stopped for a grace period
    before that counts as its end.

    Args:
        wanted: What is waited for: `AgentStatus.RUNNING` or `AgentStatus.STOPPED`.
        grace_seconds: That grace period.
    """

    def __init__(self, wanted: AgentStatus, grace_seconds: float) -> None:
        self._wanted = wanted
        self._grace = grace_seconds
        self._was_on_its_way = False
        self._stopped_since: float | None = None

    def feed(self, row: Mapping[str, Any], now: float) -> bool:
        """Take a row of UserAgent/Detail or UserAgent/MyAgents.

        Args:
            row: The row.
            now: Any clock that only moves forward, in seconds.

        Returns:
            Whether the agent is where it is wanted.

        Raises:
            AgentNotRunningError: It will not get there by itself.
        """
        status = parse_agent_status(row.get("status"))
        restarts = row.get("restartafter") is True
        if self._wanted is AgentStatus.STOPPED:
            # One that restarts is only passing through.
            return status in _ENDS and not restarts
        if status is AgentStatus.RUNNING:
            return True
        if status is None or status not in _ENDS or (status is AgentStatus.STOPPED and restarts):
            self._was_on_its_way = True
            self._stopped_since = None
            return False
        if status is AgentStatus.STOPPED and self._was_on_its_way:
            self._stopped_since = now if self._stopped_since is None else self._stopped_since
            if now - self._stopped_since < self._grace:
                return False
        raise AgentNotRunningError(
            operation="user_agents_detail",
            status_code=200,
            message=f"agent {row.get('guid')} will not run by itself: {_HINTS[status]}",
            body={"agentstatus": int(status)},
        )


class SetUpWait:
    """Follows one agent until nothing is missing that it needs to start: credentials, or the consent of a person."""

    def feed(self, row: Mapping[str, Any], now: float) -> bool:  # noqa: ARG002 - as `StateWait`
        """Take a row, and tell whether the agent is set up."""
        return parse_agent_status(row.get("status")) not in (None, AgentStatus.SETUP_REQUIRED)


class _Waiter:
    def __init__(self, api: AsyncApi, wait: StateWait | SetUpWait, on_status: OnStatus, tolerated: int) -> None:
        self.api = api
        self.wait = wait
        self._failed = FailedPolls(tolerated)
        self.polls = 0
        self.done: asyncio.Future[dict[str, Any]] = asyncio.get_running_loop().create_future()
        self._on_status = on_status
        # Rows come in the context of whoever started the poller; whose log a line is for depends on it.
        self._context = copy_context()
        self._status: AgentStatus | None = None

    def feed(self, row: dict[str, Any], now: float) -> None:
        if self.done.done():
            return
        self._failed.answered()
        try:
            status = parse_agent_status(row.get("status"))
            if status is not None and status is not self._status:
                self._status = status
                if self._on_status is not None:
                    self._context.run(self._on_status, status)
            if self.wait.feed(row, now):
                self.done.set_result(row)
        except Exception as error:
            self.done.set_exception(error)

    def fail(self, error: Exception) -> None:
        """Take a failure. Refusals end the waiting, with code 0 too: here it mostly says whose the agent is."""
        if not self.done.done() and (_is_refusal(error) or self._failed.end_waiting(error)):
            self.done.set_exception(error)


def _is_refusal(error: Exception) -> bool:
    return isinstance(error, ApiError) and not error.retryable


#: A poller refers to nothing of its loop while nobody waits, so that a loop that is gone takes its pollers along.
_pollers: WeakKeyDictionary[asyncio.AbstractEventLoop, dict[tuple[Config, str], StatePoller]] = WeakKeyDictionary()


class StatePoller:
    """Asks for the states of agents while somebody waits for one. Get it with `StatePoller.current`."""

    def __init__(self, config: Config, options: RequestOptions | None) -> None:
        self._options = options
        self._steps = config.wait.agent_poll_seconds
        self._tolerated = config.wait.unreadable_answers
        # Many who come one after the other must not cause a request each.
        self._gap = min(config.wait.agent_poll_gap_seconds, *self._steps)
        self._waiters: dict[str, set[_Waiter]] = {}
        self._task: asyncio.Task[None] | None = None
        self._wake = asyncio.Event()
        #: Requests made so far; for tests and diagnosis.
        self.requests = 0

    @classmethod
    def current(cls, config: Config, options: RequestOptions | None, team: str = "") -> StatePoller:
        """Return the poller of the running event loop for an account and a team.

        Args:
            config: Whose agents they are, and the intervals.
            options: Options of the requests.
            team: Guid of the team that the options name, if they name one.
        """
        pollers = _pollers.setdefault(asyncio.get_running_loop(), {})
        return pollers.setdefault((config, team), cls(config, options))

    async def wait(
        self,
        api: AsyncApi,
        guid: str,
        wait: StateWait | SetUpWait,
        on_status: OnStatus = None,
    ) -> dict[str, Any]:
        """Wait until an agent is where it is wanted, and return its row.

        Args:
            api: Generated resources of the one who waits. While they wait, they may carry the requests for everybody.
            guid: Guid of the agent.
            wait: Decides.
            on_status: Called with each new state.

        Raises:
            AgentNotRunningError: It will not get there by itself.
            NotFoundError: There is no such agent.
            ApiError: The service refused to say.
            InvalidResponseError: Its answers cannot be read.
        """
        waiter = _Waiter(api, wait, on_status, self._tolerated)
        self._waiters.setdefault(guid, set()).add(waiter)
        if self._task is None:
            self._task = asyncio.get_running_loop().create_task(self._poll(), name="wiro-agent-states")
        self._wake.set()
        try:
            return await waiter.done
        finally:
            waiters = self._waiters.get(guid, set())
            waiters.discard(waiter)
            if not waiters:
                self._waiters.pop(guid, None)
            self._wake.set()

    async def _poll(self) -> None:
        try:
            while self._waiters:
                self._wake.clear()
                waiting = [waiter for waiters in self._waiters.values() for waiter in waiters]
                lender = waiting[0]
                try:
                    await self._ask(lender.api)
                except Exception as error:
                    self._digest(error, lender, waiting)
                for waiter in waiting:
                    waiter.polls += 1
                await self._pause()
        finally:
            # All that belongs to the loop; see `_pollers`.
            self._task = None
            self._wake = asyncio.Event()

    def _digest(self, error: Exception, lender: _Waiter, waiting: list[_Waiter]) -> None:
        if not any(lender in waiters for waiters in self._waiters.values()):
            # It left, and closed its connections under the request that was made for everybody. The next one is not.
            return
        if isinstance(error, RuntimeError):
            # Its client was closed while it still waits; those of the others were not.
            lender.fail(error)
            return
        for waiter in waiting:
            waiter.fail(error)

    async def _pause(self) -> None:
        """Sleep until the next request is due; a new waiter makes it due soon, a leaving one may end it all."""
        loop = asyncio.get_running_loop()
        started = loop.time()
        while self._waiters:
            polls = min(waiter.polls for waiters in self._waiters.values() for waiter in waiters)
            seconds = self._gap if polls == 0 else self._steps[min(polls, len(self._steps)) - 1]
            self._wake.clear()
            try:
                async with asyncio.timeout_at(started + seconds):
                    await self._wake.wait()
            except TimeoutError:
                return

    async def _ask(self, api: AsyncApi) -> None:
        guids = set(self._waiters)
        now = asyncio.get_running_loop().time
        if len(guids) > 1:
            self.requests += 1
            listing = api.user_agents.my_agents
            async for agent in aiterate(listing, page_size=_PAGE_SIZE, request_options=self._options):
                row = agent.to_dict()
                guid = str(row.get("guid"))
                guids.discard(guid)
                self._feed(guid, row, now())
                if not guids:
                    return
        for guid in guids:
            self.requests += 1
            try:
                answer = await api.user_agents.detail(guid=guid, request_options=self._options)
            except (ApiError, InvalidResponseError) as error:
                if error.retryable:
                    raise
                for waiter in self._waiters.get(guid, ()):
                    waiter.fail(error)
                continue
            rows = answer.to_dict().get("useragents")
            if isinstance(rows, list) and rows and isinstance(rows[0], dict):
                self._feed(guid, rows[0], now())
                continue
            for waiter in self._waiters.get(guid, ()):
                waiter.fail(no_such_agent())

    def _feed(self, guid: str, row: dict[str, Any], now: float) -> None:
        for waiter in self._waiters.get(guid, ()):
            waiter.feed(row, now)
