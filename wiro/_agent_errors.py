"""Exceptions of agents and of messages to them; `wiro.errors` is where they are public."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from wiro_client.errors import ApiError, WiroError

if TYPE_CHECKING:
    from collections.abc import Mapping

    from wiro.agent_lifecycle import AgentStatus
    from wiro.messages import MessageResult

__all__ = [
    "AgentNotRunningError",
    "InsufficientCreditsError",
    "MessageCancelledError",
    "MessageFailedError",
    "agent_error_class",
]


class AgentNotRunningError(ApiError):
    """The agent does not run, so it takes no messages; or it will not come to run by itself."""

    @property
    def agent_status(self) -> AgentStatus | None:
        """The state of the agent as the service told it; None if it did not."""
        # Imported when it is used: every DAG file imports the errors.
        from wiro.agent_lifecycle import parse_agent_status

        return parse_agent_status(self.body.get("agentstatus"))


class InsufficientCreditsError(ApiError):
    """The agent has no credits left: renew its subscription or buy a pack of credits."""

    @property
    def agent_balance(self) -> float | None:
        """Credits that are left; None if the service did not say."""
        value = self.body.get("agentbalance")
        return float(value) if isinstance(value, int | float) and not isinstance(value, bool) else None


class MessageFailedError(WiroError):
    """An agent failed to answer a message.

    Attributes:
        message_guid: Guid of the message.
        reason: Why, as far as the service says.
        result: What there is of an answer.
    """

    retryable = False

    def __init__(
        self, message: str, *, message_guid: str | None = None, reason: str = "", result: MessageResult | None = None
    ) -> None:
        super().__init__(message)
        self.message_guid = message_guid
        self.reason = reason
        self.result = result


class MessageCancelledError(WiroError):
    """A message was cancelled.

    Attributes:
        message_guid: Guid of the message.
        result: What there is of an answer.
    """

    retryable = False

    def __init__(self, message: str, *, message_guid: str | None = None, result: MessageResult | None = None) -> None:
        super().__init__(message)
        self.message_guid = message_guid
        self.result = result


def agent_error_class(body: Mapping[str, Any]) -> tuple[type[ApiError], bool] | None:
    """Return the class of a refusal that says something about the agent, and whether waiting may help."""
    if "agentstatus" in body:
        from wiro.agent_lifecycle import AgentStatus, parse_agent_status

        # From these an agent gets to run by itself.
        on_the_way = (AgentStatus.QUEUED, AgentStatus.STARTING)
        return AgentNotRunningError, parse_agent_status(body["agentstatus"]) in on_the_way
    if "agentbalance" in body:
        return InsufficientCreditsError, False
    return None
