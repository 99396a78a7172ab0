"""The sandbox's time: models take seconds, tests have none to lose."""

import asyncio
import math
from typing import Any

from attrs import define, field

__all__ = ["Clock", "read_time_scale"]


def read_time_scale(value: Any) -> float:
    """Read how many of the model's seconds pass in one real second.

    Raises:
        ValueError: If it is not a finite number above 0.
    """
    try:
        scale = math.nan if isinstance(value, bool) else float(value)
    except (TypeError, ValueError, OverflowError):
        scale = math.nan
    if not 0 < scale < math.inf:
        raise ValueError(
            f"time_scale is {value!r}; accepted: a finite number above 0, the model's seconds in one real second."
        )
    return scale


@define
class Clock:
    """Converts a model's seconds to real ones.

    Prices and `elapsedseconds` are in the model's seconds, so they do not depend on the scale.

    Args:
        scale: How many of the model's seconds pass in one real second. Sleeps that have begun keep their length.

    Raises:
        ValueError: If the scale, also one that is set later, is not a finite number above 0.
    """

    scale: float = field(default=1.0, converter=read_time_scale)

    async def sleep(self, seconds: float) -> None:
        """Wait for a number of the model's seconds."""
        await asyncio.sleep(seconds / self.scale)
