from __future__ import annotations

from ..enums import OpenIntEnum

__all__ = ["UserAgentStatus"]


class UserAgentStatus(OpenIntEnum):
    """State of a deployed agent. Start is valid from 0 and 5; Stop turns 2 into 0 at once and 3 or 4 into 1.
    Changing the settings of an agent in 3 or 4 stops and restarts it. 6 becomes 0 when the last required
    credential is set.
    """

    STOPPED = 0
    STOPPING = 1
    QUEUED = 2
    STARTING = 3
    RUNNING = 4
    ERROR = 5
    SETUP_REQUIRED = 6
