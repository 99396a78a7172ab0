"""The sensor that waits for the status of a deployed agent."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from airflow_provider_wiro.agent_arguments import checked_agent
from airflow_provider_wiro.agents import WANTED_STATUSES, agent_summary, find_agent, is_at, wait_for
from airflow_provider_wiro.arguments import checked_choice, is_rendered
from airflow_provider_wiro.links import WiroAgentLink
from airflow_provider_wiro.sensors._watching import WatchingSensor
from airflow_provider_wiro.triggers.agents import WiroAgentStatusTrigger
from wiro.errors import AgentNotRunningError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from wiro import Wiro
    from wiro.errors import WiroError

__all__ = ["WiroAgentStatusSensor"]


class WiroAgentStatusSensor(WatchingSensor):
    """Waits until an agent runs, rests, or is set up, and describes it as the agent operators do.

    An agent that will not get there by itself, because it is stopped, failed or lacks credentials, fails the sensor
    with the reason, without retries. For the other arguments see `WatchingSensor`.

    Args:
        agent: Guid, title or template slug of the agent, or the result of another agent operator; templated.
        wanted: "running" (through a restart, if it is in one), "stopped" (or resting for another reason), or "set_up"
            (nothing is missing that it needs to start, such as the consent of a person).
        kwargs: See `WatchingSensor`.

    Raises:
        ValueError: A static argument is wrong; raised at DAG parse.
    """

    template_fields: Sequence[str] = (*WatchingSensor.template_fields, "agent")
    operator_extra_links = (WiroAgentLink(),)

    def __init__(self, *, agent: Any, wanted: str = "running", **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.agent = agent
        self.wanted = checked_choice("wanted", wanted, tuple(WANTED_STATUSES))
        if is_rendered(agent):
            self._checked_id()

    def _checked_id(self) -> str:
        return checked_agent(self.agent)

    def _resolved(self, client: Wiro, remote_id: str) -> str:
        return find_agent(client, remote_id).guid

    def _subject(self, remote_id: str) -> str:
        return f"Wiro agent {remote_id}"

    def _has_news(self, client: Wiro, remote_id: str) -> bool:
        agent = client.agents.get(remote_id)
        agent.refresh()
        return is_at(agent, self.wanted)

    def _result(self, client: Wiro, remote_id: str, timeout: float) -> dict[str, Any]:
        agent = client.agents.get(remote_id)
        wait_for(agent, self.wanted)(timeout)
        agent.refresh()
        return agent_summary(agent)

    def _trigger(self, remote_id: str, deadline: float) -> WiroAgentStatusTrigger:
        return WiroAgentStatusTrigger(
            agent_guid=remote_id, wanted=self.wanted, deadline=deadline, wiro_conn_id=self.wiro_conn_id
        )

    def _verdict(self, error: WiroError) -> str | None:
        return str(error) if isinstance(error, AgentNotRunningError) else super()._verdict(error)
