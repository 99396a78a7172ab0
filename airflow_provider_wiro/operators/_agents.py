"""What operators that bring an agent from one status to another have in common.

They act and wait in turns: look, do what the status asks for, wait for what follows, look again. Nothing is paid for,
and every step may be repeated, so a retry simply begins again.
"""

from __future__ import annotations

import time
from abc import abstractmethod
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, Final

from airflow.providers.common.compat.sdk import AirflowException, AirflowFailException, BaseOperator

from airflow_provider_wiro.agent_arguments import checked_agent
from airflow_provider_wiro.agents import agent_summary, find_agent, status_name, wait_for
from airflow_provider_wiro.arguments import checked_conn_id, checked_flag, checked_seconds, is_rendered
from airflow_provider_wiro.events import checked_event
from airflow_provider_wiro.hooks.wiro import WiroHook
from airflow_provider_wiro.links import AGENTS_PAGE, WiroAgentLink, push_link
from airflow_provider_wiro.triggers.agents import WiroAgentStatusTrigger
from wiro.agent_lifecycle import STARTABLE_STATUSES, STOPPABLE_STATUSES, AgentStatus
from wiro.errors import AgentNotRunningError, ApiError, InvalidRequestError, WaitTimeoutError, WiroError

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import timedelta

    from airflow.providers.common.compat.sdk import Context

    from wiro import Wiro
    from wiro.agents import Agent

__all__ = ["AgentStatusOperator", "errors_of_agents", "started", "stopped", "wait_or_defer"]

#: Somebody else starts and stops the agent too if it takes more turns than this.
_MOST_TURNS: Final = 6
_LINK: Final = WiroAgentLink()


class AgentStatusOperator(BaseOperator):
    """An operator that acts on one agent and waits for its status. A subclass implements `_advance`.

    Args:
        agent: The agent, templated: its guid, its title, the slug of the template that it was deployed from, or the
            result of another Wiro agent operator.
        wiro_conn_id: Connection id, templated.
        wait: Whether to wait until the agent is where it shall be. Otherwise the task succeeds once all is asked for
            that brings it there: the start of an agent that is stopping still waits until it has stopped.
        deferrable: Whether to defer after `inline_wait`; otherwise the worker waits to the end.
        inline_wait: Seconds, or a timedelta, that the worker waits before it defers; 0 defers at once.
        timeout: Seconds, or a timedelta, after which the task fails, counted from the start of each try; templated.

    Raises:
        ValueError: A static argument is wrong; raised at DAG parse.
    """

    template_fields: Sequence[str] = ("agent", "wiro_conn_id", "timeout")
    operator_extra_links = (_LINK,)
    ui_color = "#e8e4ff"

    def __init__(
        self,
        *,
        agent: Any,
        wiro_conn_id: str = WiroHook.default_conn_name,
        wait: bool = True,
        deferrable: bool = True,
        inline_wait: float | timedelta = 10.0,
        timeout: float | timedelta | str = 600.0,
        **kwargs: Any,
    ) -> None:
        super().__init__(**kwargs)
        self.agent = agent
        self.wiro_conn_id = wiro_conn_id
        if is_rendered(wiro_conn_id):
            checked_conn_id(wiro_conn_id)
        self.wait = checked_flag("wait", wait)
        self.deferrable = checked_flag("deferrable", deferrable)
        self.inline_wait = checked_seconds("inline_wait", inline_wait, zero=True)
        self.timeout = timeout
        if is_rendered(agent):
            checked_agent(agent)
        if is_rendered(timeout):
            checked_seconds("timeout", timeout)

    def execute(self, context: Context) -> dict[str, Any]:
        """Bring the agent to its status; defer if that takes long.

        Returns:
            See `airflow_provider_wiro.agents.agent_summary`.
        """
        with errors_of_agents():
            return self._brought(context, time.time() + checked_seconds("timeout", self.timeout))

    def execute_complete(self, context: Context, event: dict[str, Any] | None = None) -> dict[str, Any]:
        """Go on after the trigger's event.

        Args:
            context: Airflow's context.
            event: See `airflow_provider_wiro.events`. It has a default because `dag.test()` may pass none.

        Returns:
            What `execute` returns.
        """
        try:
            known = checked_event(event)
        except ValueError as error:
            raise AirflowException(str(error)) from error
        if known["status"] != "success":
            raise AirflowException(known["message"])
        with errors_of_agents():
            return self._brought(context, known["result"]["deadline"])

    @abstractmethod
    def _advance(self, agent: Agent, context: Context) -> str | None:
        """Do what the status of an agent asks for.

        Args:
            agent: The agent, just read.
            context: Airflow's context.

        Returns:
            What to wait for before the next look, see `airflow_provider_wiro.triggers.agents`; None when it is done.
        """

    def _acts_after(self, wanted: str) -> bool:  # noqa: ARG002
        """Tell whether something is left to do once the agent is where `_advance` waits for it to be."""
        return False

    def _found(self, client: Wiro) -> Agent:
        agent = find_agent(client, checked_agent(self.agent))
        agent.refresh()
        return agent

    def _brought(self, context: Context, deadline: float) -> dict[str, Any]:
        with WiroHook(self.wiro_conn_id).get_conn() as client:
            agent = self._found(client)
            push_link(context, _LINK, AGENTS_PAGE)
            context["ti"].xcom_push(key="agent_guid", value=agent.guid)
            for _ in range(_MOST_TURNS):
                self.log.info("Wiro agent %s is %s.", agent.guid, status_name(agent.status).replace("_", " "))
                wanted = self._advance(agent, context)
                if wanted is None or not (self.wait or self._acts_after(wanted)):
                    break
                self._wait_for(agent, wanted, deadline)
                agent.refresh()
            else:
                raise AirflowException(f"Wiro agent {agent.guid} changes its status again and again: see its log.")
            return agent_summary(agent)

    def _wait_for(self, agent: Agent, wanted: str, deadline: float) -> None:
        patience = self.inline_wait if self.deferrable else None
        wait_or_defer(self, agent, wanted, deadline, patience, "execute_complete")


def wait_or_defer(operator: Any, agent: Agent, wanted: str, deadline: float, patience: float | None, then: str) -> None:
    """Wait for the status of an agent on the worker, for a while or to the end; defer when that is not enough.

    Args:
        operator: The operator that waits; it has a `wiro_conn_id`.
        agent: The agent.
        wanted: See `airflow_provider_wiro.agents.WANTED_STATUSES`.
        deadline: When waiting ends, seconds since the epoch.
        patience: Seconds that the worker waits before it defers; None if it must not defer.
        then: Name of the method that goes on after a deferral. The `result` of its event has the deadline.

    Raises:
        WaitTimeoutError: The deadline has passed.
        AgentNotRunningError: The agent will not get there by itself.
    """

    def tell(status: AgentStatus) -> None:
        operator.log.info("Wiro agent %s is %s.", agent.guid, status_name(status).replace("_", " "))

    remaining = deadline - time.time()
    seconds = remaining if patience is None else min(patience, remaining)
    if seconds > 0:
        try:
            wait_for(agent, wanted)(seconds, on_status=tell)
            return
        except WaitTimeoutError as error:
            if patience is None or time.time() >= deadline:
                raise
            operator.log.info("%s", error)
    if time.time() >= deadline:
        raise WaitTimeoutError(f"Wiro agent {agent.guid} was not {wanted} in time. It goes on.")
    trigger = WiroAgentStatusTrigger(agent.guid, wanted, deadline, operator.wiro_conn_id)
    operator.defer(trigger=trigger, method_name=then, timeout=None)


def started(agent: Agent) -> str | None:
    """Take an agent one step towards running.

    Args:
        agent: The agent, just read.

    Returns:
        What to wait for; None if it runs.

    Raises:
        AirflowFailException: It needs more setup, which only a person or another task can do.
    """
    status = agent.status
    if status is AgentStatus.RUNNING:
        return None
    if status is AgentStatus.SETUP_REQUIRED:
        missing = ", ".join(agent.missing_credentials) or "see its page"
        raise AirflowFailException(f"Wiro agent {agent.guid} cannot start: it needs more setup ({missing}).")
    if status is AgentStatus.STOPPING and agent.row.get("restartafter") is not True:
        return "stopped"
    if status in STARTABLE_STATUSES:
        try:
            agent.start()
        except InvalidRequestError:
            # Somebody may have started it since it was read: then that is no error.
            agent.refresh()
            if agent.status in STARTABLE_STATUSES:
                raise
    return "running"


def stopped(agent: Agent) -> str | None:
    """Take an agent one step towards rest.

    Args:
        agent: The agent, just read.

    Returns:
        What to wait for; None if it rests.
    """
    restarts = agent.row.get("restartafter") is True
    if agent.status in STOPPABLE_STATUSES or (agent.status is AgentStatus.STOPPING and restarts):
        try:
            agent.stop()
        except InvalidRequestError:
            # It may have come to rest since it was read: then that is no error.
            agent.refresh()
            if agent.status in STOPPABLE_STATUSES:
                raise
        return "stopped"
    return "stopped" if agent.status in (AgentStatus.STOPPING, None) else None


@contextmanager
def errors_of_agents() -> Iterator[None]:
    """Translate errors: what another try cannot change fails the task at once."""
    try:
        yield
    except ValueError as error:
        raise AirflowFailException(str(error)) from error
    except AgentNotRunningError as error:
        # A container may start at the second attempt.
        raise AirflowException(str(error)) from error
    except WiroError as error:
        final = isinstance(error, ApiError) and not error.retryable
        raise (AirflowFailException if final else AirflowException)(str(error)) from error
