from __future__ import annotations

from ..enums import OpenStrEnum

__all__ = ["UserAgentMessageStatus"]


class UserAgentMessageStatus(OpenStrEnum):
    """Progress of a message. `agent_end`, `agent_error` and `agent_cancel` are final; only the others can be
    cancelled.
    """

    AGENT_QUEUE = "agent_queue"
    AGENT_START = "agent_start"
    AGENT_OUTPUT = "agent_output"
    AGENT_END = "agent_end"
    AGENT_ERROR = "agent_error"
    AGENT_CANCEL = "agent_cancel"
