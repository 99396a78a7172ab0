"""The date in the sandbox: billing periods last 30 days and logs 180, so tests must be able to let days pass."""

import time

from attrs import define

__all__ = ["Calendar"]


@define
class Calendar:
    """Tells the time of the real clock, moved forward.

    Args:
        ahead_seconds: How far.
    """

    ahead_seconds: float = 0.0

    def now(self) -> int:
        """Return seconds since the epoch."""
        return int(time.time() + self.ahead_seconds)
