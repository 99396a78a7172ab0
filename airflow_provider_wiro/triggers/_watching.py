"""What the watchers have in common: look, tell what is new, remember it once Airflow has it.

A watcher runs as long as its asset exists and must never end: Airflow would start it again at once, and again. So
whatever goes wrong fails one round, says why in the triggerer's log, and the next round comes later.
"""

from __future__ import annotations

import asyncio
import hashlib
import json
import time
from collections.abc import AsyncIterator, Hashable, Sequence
from contextlib import AsyncExitStack, suppress
from functools import partial
from typing import TYPE_CHECKING, Any, Final, Protocol

from airflow.triggers.base import TriggerEvent
from attrs import field, frozen

from airflow_provider_wiro.arguments import checked_choice, checked_conn_id, checked_seconds
from airflow_provider_wiro.hooks.wiro import WiroHook
from airflow_provider_wiro.triggers._cursor import Cursor, Look
from airflow_provider_wiro.triggers._rounds import Round, rounds
from wiro.errors import NotFoundError

try:
    from airflow.triggers.base import BaseEventTrigger
except ImportError as error:
    raise ImportError("Wiro's asset watchers need Airflow 3.0 or newer: Airflow 2 has no AssetWatcher.") from error

if TYPE_CHECKING:
    from airflow.triggers.shared_stream import SharedStreamProducer

    from wiro import AsyncWiro

__all__ = ["OUTCOMES", "Job", "Lifecycle", "Watcher"]

OUTCOMES: Final = ("succeeded", "failed", "cancelled")
_KWARGS_VERSION: Final = 1
_SHORTEST_POLL_SECONDS: Final = 1.0
#: A round that takes longer is given up. Airflow gives a watcher 300 s (`[triggerer] shared_stream_ack_timeout`).
_ROUND_SECONDS: Final = 120.0
#: Jobs that are asked for one by one in a round, because they are older than what lists are read for.
_SINGLE_JOBS: Final = 20


class Lifecycle(Protocol):
    """What knows when a job has ended: `wiro.lifecycle.TaskLifecycle`, `wiro.agent_lifecycle.MessageLifecycle`."""

    @property
    def outcome(self) -> Any:
        """How the job ended, with a `kind` of `OUTCOMES`; None while it goes on."""

    def feed_detail(self, row: dict[str, Any], now: float) -> None:
        """Take a row; `now` is in seconds."""


@frozen
class Job:
    """A row of a list.

    Attributes:
        job_id: Id of the task, guid of the message.
        position: Grows from job to job; see `_cursor`.
        row: The row as sent.
        foreign: Whether it is not watched, and only shows how far its list was read.
    """

    job_id: str
    position: int
    row: dict[str, Any] = field(repr=False)
    foreign: bool = False


class Watcher(BaseEventTrigger):
    """Yields an event for each job that ends.

    Args:
        outcomes: Which ends are told.
        poll_interval: Seconds between two looks.
        wiro_conn_id: Connection id.
        version: Version of these arguments.

    Raises:
        ValueError: An argument is wrong.
    """

    def __init__(
        self,
        *,
        outcomes: Sequence[str] = OUTCOMES,
        poll_interval: float = 30.0,
        wiro_conn_id: str = WiroHook.default_conn_name,
        version: int = _KWARGS_VERSION,
    ) -> None:
        super().__init__()  # type: ignore[no-untyped-call]
        self.outcomes = _checked_outcomes(outcomes)
        self.poll_interval = _checked_interval(poll_interval)
        self.wiro_conn_id = checked_conn_id(wiro_conn_id)
        self.version = version
        self._lifecycles: dict[str, Lifecycle] = {}
        self._turn = 0

    def subject(self) -> dict[str, Any]:
        """Return the arguments that say what is watched; a cursor belongs to them."""
        raise NotImplementedError

    def new_lifecycle(self) -> Lifecycle:
        """Return what follows one job."""
        raise NotImplementedError

    def lists(self, client: AsyncWiro, cursor: Cursor | None, look: Look) -> AsyncIterator[AsyncIterator[Job]]:
        """Yield the lists to read, each newest first."""
        raise NotImplementedError

    async def read(self, client: AsyncWiro, job_id: str) -> dict[str, Any]:
        """Return the row of one job; raises NotFoundError."""
        raise NotImplementedError

    def payload(self, job: Job, outcome: Any) -> dict[str, Any]:
        """Return the event of a job that has ended: small, JSON, without tokens."""
        raise NotImplementedError

    def serialize(self) -> tuple[str, dict[str, Any]]:
        """Return class path and arguments."""
        settings = {"outcomes": self.outcomes, "poll_interval": self.poll_interval, "wiro_conn_id": self.wiro_conn_id}
        return (
            f"airflow_provider_wiro.triggers.watchers.{type(self).__name__}",
            {"version": self.version, **self.subject(), **settings},
        )

    async def run(self) -> AsyncIterator[TriggerEvent]:
        """Watch without remembering, where Airflow has no state store: before 3.3."""
        async for event in self.filter_shared_stream(rounds(self.poll_interval)):
            yield event

    def shared_stream_key(self) -> Hashable | None:
        """Ask Airflow 3.3 for rounds that it confirms; without a state store there is nothing to confirm.

        Triggers with equal arguments are one in Airflow, so nobody else has this key.
        """
        if getattr(self, "asset_state_store", None) is None:
            return None
        return json.dumps(self.serialize(), sort_keys=True)

    @classmethod
    def create_shared_stream_producer(cls, kwargs: dict[str, Any]) -> SharedStreamProducer:
        """Return what Airflow takes the rounds from and tells that the events of one have arrived."""
        from airflow_provider_wiro.triggers._confirmed_rounds import ConfirmedRounds

        return ConfirmedRounds(kwargs["poll_interval"])

    async def filter_shared_stream(self, shared_stream: AsyncIterator[Round]) -> AsyncIterator[TriggerEvent]:
        """Turn each round into the events of what has ended since the one before."""
        cursor: Cursor | None = None
        async with AsyncExitStack() as connection:
            client: AsyncWiro | None = None
            async for current in shared_stream:
                payloads: list[dict[str, Any]] = []
                try:
                    async with asyncio.timeout(_ROUND_SECONDS):
                        if client is None:
                            client = await connection.enter_async_context(await self._connected())
                        cursor = await self._latest(cursor)
                        after, payloads = await self._looked(client, cursor)
                except Exception as error:
                    current.failed = True
                    self.log.warning("%s cannot look: %s: %s", self._name, type(error).__name__, error)
                    # The connection's fields may be what is wrong: they are read anew.
                    client = None
                    with suppress(Exception):
                        await connection.aclose()
                else:
                    if after != cursor:
                        current.confirm = partial(self._remember, after)
                    cursor = after
                for payload in payloads:
                    yield TriggerEvent(payload)  # type: ignore[no-untyped-call]
                current.finish()

    @property
    def _name(self) -> str:
        return f"{type(self).__name__} of {', '.join(str(value) for value in self.subject().values() if value)}"

    @property
    def _stores(self) -> list[Any]:
        """The state stores of the watched assets: more than one if assets share the watcher."""
        store = getattr(self, "asset_state_store", None)
        if store is None:
            return []
        # The accessors of several assets can only be listed this way; a single one needs no name.
        return list(getattr(store, "_by_name", {}).values()) or [store]

    @property
    def _key(self) -> str:
        subject = json.dumps([type(self).__name__, self.wiro_conn_id, self.subject()], sort_keys=True)
        return f"wiro-cursor-{hashlib.sha256(subject.encode()).hexdigest()[:16]}"

    async def _connected(self) -> AsyncWiro:
        if self.version != _KWARGS_VERSION:
            raise ValueError(f"a newer Wiro provider wrote this watcher (version {self.version})")
        return await WiroHook(self.wiro_conn_id).aget_conn()

    async def _latest(self, cursor: Cursor | None) -> Cursor | None:
        """Return the cursor of this watcher, or the stored one if another triggerer went further meanwhile."""
        for store in self._stores:
            document = await store.aget(self._key)
            stored = None if document is None else Cursor.from_document(document)
            if stored is not None and (cursor is None or stored.number > cursor.number):
                cursor = stored
        return cursor

    async def _remember(self, cursor: Cursor) -> None:
        """Store a cursor. Without it the next triggerer tells the same events again, so a failure loses nothing."""
        for store in self._stores:
            try:
                await store.aset(self._key, cursor.to_document())
            except Exception as error:
                self.log.warning("%s cannot store where it stands: %s", self._name, error)

    async def _looked(self, client: AsyncWiro, cursor: Cursor | None) -> tuple[Cursor, list[dict[str, Any]]]:
        look = Look(cursor)
        news: list[tuple[int, dict[str, Any]]] = []
        async for jobs in self.lists(client, cursor, look):
            look.start_list()
            async for job in jobs:
                if not look.reaches(job.position, foreign=job.foreign):
                    break
                if not job.foreign:
                    news += self._taken(look, job)
        unseen = {job_id: cursor.open[job_id] for job_id in look.unseen} if cursor is not None else {}
        for job_id in self._next_single(list(unseen)):
            try:
                row = await self.read(client, job_id)
            except NotFoundError:
                look.drop(job_id)
            else:
                news += self._taken(look, Job(job_id, unseen[job_id], row))
        after = look.cursor()
        self._lifecycles = {job_id: self._lifecycles[job_id] for job_id in after.open if job_id in self._lifecycles}
        if cursor is None:
            self.log.info("%s begins: what ends from now on is told.", self._name)
        # Oldest first, as things happened, as far as a list tells.
        return after, [payload for _, payload in sorted(news, key=lambda one: one[0])]

    def _next_single(self, job_ids: list[str]) -> list[str]:
        """Return the open jobs to ask for one by one in this round; the others have their turn in the next ones."""
        if len(job_ids) <= _SINGLE_JOBS:
            return job_ids
        self._turn = (self._turn + _SINGLE_JOBS) % len(job_ids)
        return [*job_ids[self._turn :], *job_ids[: self._turn]][:_SINGLE_JOBS]

    def _taken(self, look: Look, job: Job) -> list[tuple[int, dict[str, Any]]]:
        """Return the news in one row: none or one, with its position."""
        lifecycle = self._lifecycles.get(job.job_id) or self.new_lifecycle()
        lifecycle.feed_detail(job.row, time.monotonic())
        outcome = lifecycle.outcome
        is_news = look.take(job.job_id, job.position, ended=outcome is not None)
        if outcome is None:
            # Kept, because a task counts as failed only when it has been in error for a while.
            self._lifecycles[job.job_id] = lifecycle
        if not is_news or outcome.kind not in self.outcomes:
            return []
        return [(job.position, self.payload(job, outcome))]


def _checked_outcomes(value: Any) -> list[str]:
    if isinstance(value, str) or not isinstance(value, Sequence) or not value:
        raise ValueError(f"outcomes is {value!r}; accepted: a list of {', '.join(map(repr, OUTCOMES))}.")
    return [checked_choice("outcomes", one, OUTCOMES) for one in value]


def _checked_interval(value: Any) -> float:
    seconds = checked_seconds("poll_interval", value)
    if seconds < _SHORTEST_POLL_SECONDS:
        raise ValueError(f"poll_interval is {value!r}; accepted: at least {_SHORTEST_POLL_SECONDS:g} seconds.")
    return seconds
