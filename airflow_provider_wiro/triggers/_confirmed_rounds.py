"""Rounds that are confirmed once Airflow has their events, for Airflow 3.3 and later.

Airflow confirms events to triggers that share a stream (its "ack mode"): the producer of the stream is told when every
event that a subscriber made of one of its items lies in the database. A watcher is the only subscriber of a stream of
its own whose items are rounds, and the confirmation stores its cursor. A triggerer that dies before that has not lost
an event: the next one finds the old cursor and tells it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from airflow.triggers.shared_stream import AdvanceItem, SharedStreamProducer

from airflow_provider_wiro.triggers._rounds import Round, rounds

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Sequence

__all__ = ["ConfirmedRounds"]


class ConfirmedRounds(SharedStreamProducer):
    """The producer of one watcher's stream.

    Args:
        interval: Seconds between two rounds.
    """

    def __init__(self, interval: float) -> None:
        self._interval = interval

    async def open_stream(self) -> AsyncIterator[tuple[Round, Round]]:
        """Yield each round twice: for the watcher, and for `advance`."""
        async for current in rounds(self._interval):
            yield current, current

    async def advance(self, batch: Sequence[AdvanceItem]) -> None:
        """Store what was seen in rounds whose events have all reached the database."""
        for item in batch:
            current: Round = item.broker_payload
            if item.outcome.is_clean and current.confirm is not None:
                await current.confirm()
