"""The sensor that waits for the answer to a message which somebody else sent to an agent."""

from __future__ import annotations

import time
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from airflow_provider_wiro.answers import answer_summary
from airflow_provider_wiro.arguments import checked_remote_id, is_rendered
from airflow_provider_wiro.links import WiroAgentLink
from airflow_provider_wiro.sensors._watching import WatchingSensor
from airflow_provider_wiro.triggers.watches import WiroMessageWatchTrigger
from wiro.errors import WiroError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from wiro import Wiro

__all__ = ["WiroAgentMessageSensor"]


class WiroAgentMessageSensor(WatchingSensor):
    """Waits until an agent has answered a message, and returns the answer as `WiroAgentMessageOperator` does.

    A message that the agent could not answer, or that was cancelled, fails the sensor with the reason, without retries.
    The sensor never cancels the message. For the other arguments see `WatchingSensor`.

    Args:
        message_guid: Guid of the message, or the result of an operator that has both guids, as `message_guid` and
            `agent_guid`; templated.
        agent_guid: Guid of the agent, templated; None if the result of an operator has it.
        kwargs: See `WatchingSensor`.

    Raises:
        ValueError: A static argument is wrong; raised at DAG parse.
    """

    template_fields: Sequence[str] = (*WatchingSensor.template_fields, "message_guid", "agent_guid")
    operator_extra_links = (WiroAgentLink(),)

    def __init__(self, *, message_guid: Any, agent_guid: str | None = None, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.message_guid = message_guid
        self.agent_guid = agent_guid
        if is_rendered(message_guid):
            checked_remote_id("message_guid", message_guid, key="message_guid")
        if is_rendered(agent_guid) and is_rendered(message_guid):
            self._agent()

    def _checked_id(self) -> str:
        self._agent()
        return checked_remote_id("message_guid", self.message_guid, key="message_guid")

    def _agent(self) -> str:
        """Return the guid of the agent."""
        of_result = self.message_guid.get("agent_guid") if isinstance(self.message_guid, Mapping) else None
        return checked_remote_id("agent_guid", self.agent_guid or of_result)

    def _subject(self, remote_id: str) -> str:
        return f"Wiro message {remote_id} to agent {self._agent()}"

    def _has_news(self, client: Wiro, remote_id: str) -> bool:
        from wiro.agent_lifecycle import MESSAGE_TERMINAL_STATUSES

        return self._message(client, remote_id).refresh().get("status") in MESSAGE_TERMINAL_STATUSES

    def _result(self, client: Wiro, remote_id: str, timeout: float) -> dict[str, Any]:
        message = self._message(client, remote_id)
        result = message.wait(timeout=timeout)
        finished_at = time.time()
        try:
            credits = client.agents.get(self._agent()).billing.spent_on(remote_id)
        except WiroError as error:
            self.log.warning("What the message cost is not known: %s", error)
            credits = None
        session = message.row.get("sessionkey")
        return answer_summary(
            result, agent_guid=self._agent(), session=session, credits=credits, finished_at=finished_at
        )

    def _trigger(self, remote_id: str, deadline: float) -> WiroMessageWatchTrigger:
        return WiroMessageWatchTrigger(
            message_guid=remote_id, agent_guid=self._agent(), deadline=deadline, wiro_conn_id=self.wiro_conn_id
        )

    def _message(self, client: Wiro, remote_id: str) -> Any:
        return client.agents.get(self._agent()).message(remote_id)
