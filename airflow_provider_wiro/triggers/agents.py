"""The trigger that waits until an agent runs, rests or is set up while its Airflow task is deferred."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

from airflow_provider_wiro.agents import WANTED_STATUSES, agent_summary, status_name, wait_for
from airflow_provider_wiro.hooks.wiro import WiroHook
from airflow_provider_wiro.triggers._base import KWARGS_VERSION, PaidJobTrigger
from wiro.errors import AgentNotRunningError, NotFoundError

if TYPE_CHECKING:
    from wiro import AsyncWiro
    from wiro.agent_lifecycle import AgentStatus
    from wiro.errors import WiroError

__all__ = ["WANTED_STATUSES", "WiroAgentStatusTrigger"]


class WiroAgentStatusTrigger(PaidJobTrigger):
    """Waits for the status of one agent and yields exactly one event (see `airflow_provider_wiro.events`).

    The service says nothing of it by itself. All triggers of a triggerer share one poller for each connection: several
    agents cost one list. The result of the event is what `airflow_provider_wiro.agents.agent_summary` returns, and
    `deadline`. Whatever becomes of the Airflow task, the agent is left alone.

    Args:
        agent_guid: Guid of the agent.
        wanted: `running` (through a restart, if it is in one), `stopped` (or resting for another reason), or `set_up`
            (nothing is missing that it needs to start, such as the consent of a person).
        deadline: When the trigger gives up, seconds since the epoch.
        wiro_conn_id: Connection id.
        version: Version of these arguments.
        not_before: When the event may come at the earliest, seconds since the epoch; None: see
            `airflow_provider_wiro.deferrals`.
    """

    _stops_remote: ClassVar[bool] = False

    def __init__(
        self,
        agent_guid: str,
        wanted: str,
        deadline: float,
        wiro_conn_id: str = WiroHook.default_conn_name,
        version: int = KWARGS_VERSION,
        not_before: float | None = None,
    ) -> None:
        super().__init__(deadline=deadline, wiro_conn_id=wiro_conn_id, version=version, not_before=not_before)
        self.agent_guid = agent_guid
        self.wanted = wanted

    def _arguments(self) -> dict[str, Any]:
        return {"agent_guid": self.agent_guid, "wanted": self.wanted}

    @property
    def _remote_id(self) -> str:
        return self.agent_guid

    @property
    def _subject(self) -> str:
        return f"the {WANTED_STATUSES.get(self.wanted, self.wanted)} of Wiro agent {self.agent_guid}"

    async def _wait(self, client: AsyncWiro, timeout: float) -> dict[str, Any]:  # noqa: ASYNC109 - with its own error
        agent = client.agents.get(self.agent_guid)
        await wait_for(agent, self.wanted)(timeout, on_status=self._tell)
        await agent.refresh()
        return {**agent_summary(agent), "deadline": self.deadline}

    async def _stop_remote(self, client: AsyncWiro) -> None:
        """Leave the agent alone."""

    def _verdict(self, error: WiroError) -> tuple[str, str] | None:
        if isinstance(error, (AgentNotRunningError, NotFoundError)):
            return "failed", str(error)
        return super()._verdict(error)

    def _tell(self, status: AgentStatus) -> None:
        self.log.info("Wiro agent %s is %s.", self.agent_guid, status_name(status).replace("_", " "))
