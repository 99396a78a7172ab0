"""Operators that start, stop, configure and give up deployed agents."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from airflow_provider_wiro.agent_arguments import checked_agent, is_rendered_throughout
from airflow_provider_wiro.agent_setup import AgentSetup
from airflow_provider_wiro.arguments import checked_flag, checked_usd, is_rendered
from airflow_provider_wiro.operators._agents import AgentStatusOperator, started, stopped
from airflow_provider_wiro.secret_arguments import SecretArgumentsMixin
from wiro.agent_lifecycle import RESTARTED_STATUSES, AgentStatus
from wiro.errors import InvalidRequestError, NotFoundError

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from airflow.providers.common.compat.sdk import Context

    from wiro.agents import Agent

__all__ = ["WiroAgentTeardownOperator", "WiroConfigureAgentOperator", "WiroStartAgentOperator", "WiroStopAgentOperator"]

#: An agent in one of these runs, or is about to: with new settings too.
_RUNS: Final = RESTARTED_STATUSES | {AgentStatus.QUEUED}


class WiroStartAgentOperator(AgentStatusOperator):
    """Starts an agent and waits until it takes messages. One that runs already is fine.

    An agent that is stopping is started once it has stopped; one whose container failed is started again. A kill of the
    task leaves the agent alone. For the arguments see `AgentStatusOperator`.
    """

    def _advance(self, agent: Agent, context: Context) -> str | None:  # noqa: ARG002
        return started(agent)

    def _acts_after(self, wanted: str) -> bool:
        return wanted != "running"


class WiroStopAgentOperator(AgentStatusOperator):
    """Stops an agent and waits until it has stopped. One that rests already is fine. Its subscription goes on.

    For the arguments see `AgentStatusOperator`.
    """

    def _advance(self, agent: Agent, context: Context) -> str | None:  # noqa: ARG002
        return stopped(agent)


class WiroConfigureAgentOperator(SecretArgumentsMixin, AgentStatusOperator):
    """Brings an agent to the settings that are given; everything else stays as it is.

    What the agent has already is not written again, but for credentials, which the service does not show. An agent that
    runs restarts with its new settings, and the task waits until it runs again. Credentials are in no rendered
    template, log or XCom; let them come from a connection or a variable, not from the text of the DAG.

    The result is that of the other agent operators, with `changed`: a list such as `["credentials.gmail"]`.

    Args:
        credentials: Fields by credential key, templated at any depth, with lists of objects where a credential has
            them: `{"gmail": {"account": "...", "apppassword": "{{ conn.gmail.password }}"}}`; or a string that renders
            to such a JSON object.
        skills: Registry skills to switch on and off, `{"int-gmail-check": True}`, or a list of names to switch on;
            templated. Only for custom builds. It changes the price, and is never paid twice.
        strategies: Strategy texts by key, templated: a text, or a dict with `value`, `description` and `enabled`. One
            that does not exist is made.
        schedules: Cron expressions in UTC by key, templated: a text, or a dict with `interval`, `value`, `description`
            and `enabled`. One that does not exist is made.
        max_cost_usd: Most that a change of skills may add to the price of a period, templated.
        kwargs: See `AgentStatusOperator`.

    Raises:
        ValueError: A static argument is wrong; raised at DAG parse.
    """

    template_fields: Sequence[str] = (
        *AgentStatusOperator.template_fields,
        "credentials",
        "skills",
        "strategies",
        "schedules",
        "max_cost_usd",
    )
    template_fields_renderers = {  # noqa: RUF012 (Airflow declares it as an instance variable)
        "credentials": "json",
        "skills": "json",
        "strategies": "json",
        "schedules": "json",
    }

    def __init__(
        self,
        *,
        credentials: Mapping[str, Mapping[str, Any]] | str | None = None,
        skills: Mapping[str, bool] | Sequence[str] | str | None = None,
        strategies: Mapping[str, Any] | str | None = None,
        schedules: Mapping[str, Any] | str | None = None,
        max_cost_usd: float | str | None = None,
        **kwargs: Any,
    ) -> None:
        super().__init__(**kwargs)
        self.credentials = self._secret(credentials)
        self.skills = skills
        self.strategies = strategies
        self.schedules = schedules
        self.max_cost_usd = max_cost_usd
        self._changed: list[str] | None = None
        given = {"credentials": credentials, "skills": skills, "strategies": strategies, "schedules": schedules}
        static = {name: value for name, value in given.items() if is_rendered_throughout(value)}
        wish = AgentSetup.of(**static)
        if is_rendered(max_cost_usd):
            checked_usd("max_cost_usd", max_cost_usd)
        if static == given and wish == AgentSetup():
            raise ValueError(f"nothing is to be configured; accepted: at least one of {', '.join(given)}.")

    def execute_complete(self, context: Context, event: dict[str, Any] | None = None) -> dict[str, Any]:
        """Go on after the restart. What was written before the deferral is read back from XCom."""
        self._changed = (
            context["ti"].xcom_pull(task_ids=self.task_id, key="changed", map_indexes=context["ti"].map_index) or []
        )
        return super().execute_complete(context, event)

    def _brought(self, context: Context, deadline: float) -> dict[str, Any]:
        # Before the agent is looked for: a wrong setting is the author's mistake, whatever agent it is for.
        self._setup()
        return {**super()._brought(context, deadline), "changed": self._changed or []}

    def _advance(self, agent: Agent, context: Context) -> str | None:
        if self._changed is None:
            ran = agent.status in _RUNS or agent.row.get("restartafter") is True
            self._changed = self._setup().apply(agent, self.log, _identity(context))
            context["ti"].xcom_push(key="changed", value=self._changed)
            agent.refresh()
            if not ran or not self._changed:
                return None
        return None if agent.status is AgentStatus.RUNNING else "running"

    def _setup(self) -> AgentSetup:
        return AgentSetup.of(
            credentials=None if self.credentials is None else self.credentials.reveal(),
            skills=self.skills,
            strategies=self.strategies,
            schedules=self.schedules,
            cost=self.max_cost_usd,
        )


class WiroAgentTeardownOperator(AgentStatusOperator):
    """Gives an agent up: lets its subscription end with the paid period, and stops it.

    Made for teardown: `WiroAgentTeardownOperator(...).as_teardown(setups=deploy)`. It may run as often as it likes, and
    an agent that does not exist (any more, or yet) is fine. Until the period ends, the subscription can be renewed.

    The result is that of the other agent operators; of an agent that is gone, only `agent` and `"status": "gone"`.

    Args:
        cancel_subscription: Whether to let the subscription end.
        stop: Whether to stop the agent.
        kwargs: See `AgentStatusOperator`. `agent` may also render to nothing.

    Raises:
        ValueError: A static argument is wrong; raised at DAG parse.
    """

    def __init__(self, *, cancel_subscription: bool = True, stop: bool = True, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.cancel_subscription = checked_flag("cancel_subscription", cancel_subscription)
        self.stop = checked_flag("stop", stop)
        if not (cancel_subscription or stop):
            raise ValueError("cancel_subscription and stop are both False; accepted: at least one that is True.")

    def _brought(self, context: Context, deadline: float) -> dict[str, Any]:
        try:
            reference = checked_agent(self.agent)
        except ValueError:
            self.log.info("There is no agent to give up: agent is %r.", self.agent)
            return {"agent": None, "status": "gone"}
        try:
            return super()._brought(context, deadline)
        except NotFoundError as error:
            self.log.info("There is no agent to give up: %s", error)
            return {"agent": reference, "status": "gone"}

    def _advance(self, agent: Agent, context: Context) -> str | None:  # noqa: ARG002
        if self.cancel_subscription and _is_paid_on(agent):
            # First, because it is what costs money.
            try:
                agent.billing.cancel()
            except InvalidRequestError:
                # It may have ended since it was read: then that is no error.
                agent.refresh()
                if _is_paid_on(agent):
                    raise
            agent.refresh()
            self.log.info("The subscription of Wiro agent %s ends with its period.", agent.guid)
        return stopped(agent) if self.stop else None


def _is_paid_on(agent: Agent) -> bool:
    """Tell whether the subscription would be paid again when its period ends."""
    subscription = agent.row.get("subscription")
    if not isinstance(subscription, dict):
        return False
    return subscription.get("status") == "active" and subscription.get("pendingdowngrade") != "cancel"


def _identity(context: Context) -> str:
    instance: Any = context["ti"]
    return f"{instance.dag_id}/{instance.run_id}/{instance.task_id}/{instance.map_index}"
