"""What all triggers that wait for a job have in common: deadline, the one event, and when a kill is meant.

A subclass says how one kind of job is waited for and stopped. It implements `_arguments`, `_remote_id`, `_subject`,
`_wait` and `_stop_remote`; `_verdict` tells of more errors that say how the job ended, and `_stops_remote = False`
leaves the job alone whatever happens.
"""

from __future__ import annotations

import asyncio
import time
from abc import abstractmethod
from typing import TYPE_CHECKING, Any, ClassVar, Final

from airflow.triggers.base import BaseTrigger, TriggerEvent

from airflow_provider_wiro.deferrals import earliest_resumption, held_until
from airflow_provider_wiro.events import failure_event, success_event, verdict_on
from airflow_provider_wiro.hooks.wiro import WiroHook
from airflow_provider_wiro.task_states import ENDED_STATES, TaskInstanceId
from wiro.errors import WaitTimeoutError, WiroError

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Coroutine

    from wiro import AsyncWiro

__all__ = ["KWARGS_VERSION", "PaidJobTrigger"]

#: Version of the arguments of all triggers.
KWARGS_VERSION: Final = 1
# A restarted triggerer may find the deadline passed although the job ended in time: it gets one look.
_LAST_LOOK_SECONDS: Final = 2.0
_RETRY_SECONDS: Final = (2.0, 5.0, 10.0, 30.0)
_STOP_SECONDS: Final = 20.0
# Before 3.3 Airflow only cancels a trigger whose task has ended, moved or been cleared.
_AIRFLOW_CALLS_ON_KILL: Final = hasattr(BaseTrigger, "on_kill")
# Only clocks that differ can ask for more.
_LONGEST_HOLD_SECONDS: Final = 60.0
# An event loop holds its tasks weakly.
_stopping: Final[set[asyncio.Task[None]]] = set()


class PaidJobTrigger(BaseTrigger):
    """Waits for one remote job and yields exactly one event (see `airflow_provider_wiro.events`).

    Its arguments lie in Airflow's database, so they are a versioned wire format and hold nothing secret.

    Args:
        deadline: When the trigger stops the remote job, seconds since the epoch. Wall clock, because a trigger moves
            between processes and machines.
        wiro_conn_id: Connection id.
        version: Version of these arguments.
        not_before: When the event may come at the earliest, seconds since the epoch; see
            `airflow_provider_wiro.deferrals`. None, for a task that defers now, finds out.
    """

    _stops_remote: ClassVar[bool] = True

    def __init__(self, *, deadline: float, wiro_conn_id: str, version: int, not_before: float | None) -> None:
        super().__init__()  # type: ignore[no-untyped-call]
        self.deadline = deadline
        self.not_before = earliest_resumption() if not_before is None else not_before
        self.wiro_conn_id = wiro_conn_id
        self.version = version
        self._finished = False

    # What a subclass implements.

    @abstractmethod
    def _arguments(self) -> dict[str, Any]:
        """Return the arguments that the subclass adds to the common ones."""

    @property
    @abstractmethod
    def _remote_id(self) -> str:
        """Id of the job."""

    @property
    @abstractmethod
    def _subject(self) -> str:
        """The job in the middle of a sentence, such as `Wiro task 7 of a/b`."""

    @abstractmethod
    async def _wait(self, client: AsyncWiro, timeout: float) -> dict[str, Any]:  # noqa: ASYNC109 - with its own error
        """Wait for the job.

        Args:
            client: Client of the connection.
            timeout: Seconds, above 0.

        Returns:
            What the operator's `_summary` returns.

        Raises:
            WaitTimeoutError: The time is over; the job goes on.
            WiroError: The job did not succeed, if `_verdict` has a verdict on it; or it cannot be followed.
        """

    @abstractmethod
    async def _stop_remote(self, client: AsyncWiro) -> None:
        """Stop the job. One that has ended is fine."""

    def _verdict(self, error: WiroError) -> tuple[str, str] | None:
        """Tell whether an error says how the job ended; see `airflow_provider_wiro.events.verdict_on`."""
        return verdict_on(error)

    def _success(self, result: dict[str, Any]) -> dict[str, Any]:
        """Return the event of a job that succeeded."""
        return success_event(self._remote_id, result)

    async def _too_late(self, client: AsyncWiro) -> str:
        """Stop the job at the deadline, and say what became of it."""
        end = "goes on"
        if self._stops_remote:
            stopped = await self._stop(client)
            end = "was stopped" if stopped else "could not be stopped, so it may still run and be billed"
        return f"{self._subject} did not end in time and {end}."

    # What Airflow calls.

    def serialize(self) -> tuple[str, dict[str, Any]]:
        """Return class path and arguments."""
        common = {
            "version": self.version,
            "wiro_conn_id": self.wiro_conn_id,
            "deadline": self.deadline,
            "not_before": self.not_before,
        }
        return f"{type(self).__module__}.{type(self).__qualname__}", {**common, **self._arguments()}

    async def run(self) -> AsyncIterator[TriggerEvent]:
        """Wait, then yield the one event."""
        started_at = time.time()
        try:
            event = await self._event()
            await self._hold(started_at)
        except asyncio.CancelledError:
            if self.task_instance is None:
                # Ctrl-C in `dag.test()`, which runs triggers itself: nobody will attach to the job.
                await self._shielded(self._stop_now())
            elif not _AIRFLOW_CALLS_ON_KILL:
                await self.on_kill()
            raise
        # Airflow may call on_kill on a trigger whose event is on its way, while the task still counts as deferred.
        self._finished = True
        yield TriggerEvent(event)  # type: ignore[no-untyped-call]

    async def on_kill(self) -> None:
        """Stop the remote job, but only if the Airflow task really ended."""
        if self._finished or not self._stops_remote or self.task_instance is None:
            return
        await self._shielded(self._stop_if_ended())

    # How it is done.

    async def _shielded(self, stop: Coroutine[Any, Any, None]) -> None:
        # The triggerer cancels a trigger anew every second until it is gone, and with it an on_kill that takes longer
        # (seen on 3.3.2). So the stop is a task of its own, which goes on when nobody waits for it any more.
        stopping = asyncio.create_task(stop)
        _stopping.add(stopping)
        stopping.add_done_callback(_stopping.discard)
        await asyncio.shield(stopping)

    async def _stop_if_ended(self) -> None:
        from asgiref.sync import sync_to_async

        # Airflow calls on_kill also after it moved the trigger to another triggerer, and after a clear whose new try
        # has attached to the same job already.
        try:
            state = await sync_to_async(TaskInstanceId.of(self.task_instance).state)()
        except Exception as error:
            self.log.warning("%s goes on: Airflow does not tell the state of its task (%s).", self._subject, error)
            return
        if state not in ENDED_STATES:
            self.log.info("%s goes on: the Airflow task is %s.", self._subject, state or "in no state")
            return
        self.log.info("Stopping %s: the Airflow task is %s.", self._subject, state)
        await self._stop_now()

    async def _stop_now(self) -> None:
        if not self._stops_remote:
            return
        async with await WiroHook(self.wiro_conn_id).aget_conn() as client:
            await self._stop(client)

    async def _event(self) -> dict[str, Any]:
        if self.version != KWARGS_VERSION:
            return self._failure("error", f"A newer Wiro provider wrote this trigger (version {self.version}).")
        try:
            async with await WiroHook(self.wiro_conn_id).aget_conn() as client:
                return await self._waited(client)
        except Exception as error:
            # Without an event Airflow only says that the trigger exited; the reason would stay in the triggerer's log.
            self.log.exception("Waiting for %s failed.", self._subject)
            return self._failure("error", f"{type(error).__name__}: {error}")

    async def _hold(self, started_at: float) -> None:
        """Let Airflow forget the worker that deferred, before it hears that the task goes on."""
        seconds = min(held_until(self.not_before, started_at) - time.time(), _LONGEST_HOLD_SECONDS)
        # Without a task instance this is `dag.test()`, where no scheduler can be confused.
        if seconds > 0 and self.task_instance is not None:
            self.log.info("The task goes on in %.1f s, not to be taken for lost.", seconds)
            await asyncio.sleep(seconds)

    async def _waited(self, client: AsyncWiro) -> dict[str, Any]:
        pauses = iter(_RETRY_SECONDS)
        pause = _RETRY_SECONDS[-1]
        while True:
            try:
                return await self._outcome(client)
            except WiroError as error:
                # The job is healthy as far as anybody knows: a network that is down must not fail it.
                if not error.retryable or time.time() >= self.deadline:
                    raise
                pause = next(pauses, pause)
                self.log.warning("Cannot follow %s (%s); again in %.0f s.", self._subject, error, pause)
                await asyncio.sleep(min(pause, max(self.deadline - time.time(), 0.0)))

    async def _outcome(self, client: AsyncWiro) -> dict[str, Any]:
        remaining = self.deadline - time.time()
        self.log.info("Waiting for %s, at most %.0f s.", self._subject, max(remaining, 0))
        try:
            result = await self._wait(client, max(remaining, _LAST_LOOK_SECONDS))
        except WaitTimeoutError:
            return self._failure("timeout", await self._too_late(client))
        except WiroError as error:
            verdict = self._verdict(error)
            if verdict is None:
                raise
            return self._failure(*verdict)
        return self._success(result)

    async def _stop(self, client: AsyncWiro) -> bool:
        try:
            async with asyncio.timeout(_STOP_SECONDS):
                await self._stop_remote(client)
        except (WiroError, TimeoutError) as error:
            self.log.warning("%s could not be stopped: %s", self._subject, error)
            return False
        return True

    def _failure(self, status: str, message: str) -> dict[str, Any]:
        return failure_event(status, self._remote_id, message)
