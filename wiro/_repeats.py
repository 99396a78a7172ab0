"""Changes of state that may be repeated: a repeat finds what a lost attempt did, and is refused for it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from wiro.errors import ApiError
from wiro.responses import record_responses

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Mapping

__all__ = ["change"]

#: With these Wiro refuses what does not fit the state: "Agent is already running", "not in a cancellable state".
_STATE_CODES: Final = frozenset({0, 1})


async def change(
    call: Awaitable[object],
    refresh: Callable[[], Awaitable[Mapping[str, Any]]],
    is_wanted: Callable[[Mapping[str, Any]], bool],
) -> bool:
    """Make a call that changes a state, and forgive the refusal of a repeat that came after the change.

    Args:
        call: The call, not awaited yet.
        refresh: Reads the row of what it changes; asked only if a repeat was refused.
        is_wanted: Tells whether a row is in the state that the call is for.

    Returns:
        True if the call was accepted; False if its repeat was refused and the row is as wanted.

    Raises:
        ApiError: It was refused at the first attempt, or the row is not as wanted.
    """
    try:
        with record_responses() as responses:
            await call
    except ApiError as refusal:
        repeated = bool(responses) and responses[-1].attempt > 1
        if repeated and refusal.code in _STATE_CODES and is_wanted(await refresh()):
            return False
        raise
    return True
