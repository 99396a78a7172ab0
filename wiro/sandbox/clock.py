"""The sandbox's time: models take seconds, tests have none to lose."""

import asyncio

from attrs import define

__all__ = ["Clock"]


@define
class Clock:
    """Converts a model's seconds to real ones.

    Prices and `elapsedseconds` are in the model's seconds, so they do not depend on the scale.

    Args:
        scale: How many of the model's seconds pass in one real second. Sleeps that have begun keep their length.
    """

    scale: float = 1.0

    async def sleep(self, seconds: float) -> None:
        """Wait for a number of the model's seconds."""
        await asyncio.sleep(seconds / self.scale)
