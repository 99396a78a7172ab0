"""Which failed polls are repeated while somebody waits."""

from __future__ import annotations

from typing import Final

from wiro.errors import ApiError, InvalidRequestError

__all__ = ["FailedPolls"]

#: A bad argument and a failure of the service share it, mostly under HTTP 200.
_GENERAL_CODE: Final = 0


class FailedPolls:
    """Decides, without I/O, which failed polls of one waiter end its waiting.

    Args:
        tolerated: So many answers in a row that say nothing about the job end it.
    """

    __slots__ = ("_tolerated", "_unreadable")

    def __init__(self, tolerated: int) -> None:
        self._tolerated = tolerated
        self._unreadable = 0

    def answered(self) -> None:
        """Note that a poll succeeded."""
        self._unreadable = 0

    def end_waiting(self, error: Exception) -> bool:
        """Note that a poll failed, and tell whether that ends the waiting."""
        if getattr(error, "retryable", False) or isinstance(error, OSError):
            # The network or the service is down: the job goes on, so waiting does too, up to the caller's timeout.
            return False
        # A closed client says so with a RuntimeError, and stays closed.
        if isinstance(error, RuntimeError) or (isinstance(error, ApiError) and not _may_be_a_failure(error)):
            return True
        self._unreadable += 1
        return self._unreadable >= self._tolerated


def _may_be_a_failure(error: ApiError) -> bool:
    """Tell whether an answer that reads like a refusal may be a failure of the service: it has no code for one."""
    return isinstance(error, InvalidRequestError) and error.status_code < 300 and error.code == _GENERAL_CODE
