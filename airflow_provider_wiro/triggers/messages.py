"""The trigger that waits for an agent's answer while its Airflow task is deferred."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, Any

from airflow_provider_wiro.answers import answer_summary
from airflow_provider_wiro.hooks.wiro import WiroHook
from airflow_provider_wiro.progress import ProgressLines
from airflow_provider_wiro.triggers._base import KWARGS_VERSION, PaidJobTrigger
from wiro.errors import NotFoundError, WiroError

if TYPE_CHECKING:
    from wiro import AsyncWiro

__all__ = ["WiroMessageTrigger"]


class WiroMessageTrigger(PaidJobTrigger):
    """Waits for the answer to one message and yields exactly one event (see `airflow_provider_wiro.events`).

    The token of the message's socket is read from Wiro: what lies in Airflow's database holds nothing secret.

    Args:
        message_guid: Guid of the message.
        agent_guid: Guid of the agent.
        deadline: When the trigger cancels the message, seconds since the epoch.
        wiro_conn_id: Connection id.
        version: Version of these arguments.
        not_before: When the event may come at the earliest, seconds since the epoch; None: see
            `airflow_provider_wiro.deferrals`.
    """

    def __init__(
        self,
        message_guid: str,
        agent_guid: str,
        deadline: float,
        wiro_conn_id: str = WiroHook.default_conn_name,
        version: int = KWARGS_VERSION,
        not_before: float | None = None,
    ) -> None:
        super().__init__(deadline=deadline, wiro_conn_id=wiro_conn_id, version=version, not_before=not_before)
        self.message_guid = message_guid
        self.agent_guid = agent_guid

    def _arguments(self) -> dict[str, Any]:
        return {"message_guid": self.message_guid, "agent_guid": self.agent_guid}

    @property
    def _remote_id(self) -> str:
        return self.message_guid

    @property
    def _subject(self) -> str:
        return f"Wiro message {self.message_guid} to agent {self.agent_guid}"

    async def _wait(self, client: AsyncWiro, timeout: float) -> dict[str, Any]:  # noqa: ASYNC109 - with its own error
        agent = client.agents.get(self.agent_guid)
        message = agent.message(self.message_guid)
        progress = ProgressLines(self.log.info, f"Wiro agent {self.agent_guid}")
        result = await message.wait(timeout, on_frame=progress)
        finished_at = time.time()
        try:
            credits = await agent.billing.spent_on(self.message_guid)
        except WiroError as error:
            self.log.warning("What the message cost is not known: %s", error)
            credits = None
        session = message.row.get("sessionkey")
        return answer_summary(
            result, agent_guid=self.agent_guid, session=session, credits=credits, finished_at=finished_at
        )

    async def _stop_remote(self, client: AsyncWiro) -> None:
        try:
            await client.agents.get(self.agent_guid).message(self.message_guid).cancel()
        except NotFoundError:
            # It has ended already, which is fine; or it is gone.
            self.log.info("%s has ended already.", self._subject)
