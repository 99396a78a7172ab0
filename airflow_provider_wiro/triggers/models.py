"""The trigger that waits for a model's run while its Airflow task is deferred."""

from __future__ import annotations

import asyncio
import time
from typing import TYPE_CHECKING, Any, Final

from airflow.triggers.base import BaseTrigger, TriggerEvent

from airflow_provider_wiro.events import failure_event, failure_message, success_event
from airflow_provider_wiro.hooks.wiro import WiroHook
from airflow_provider_wiro.results import summary_of
from wiro.errors import RunCancelledError, RunFailedError, WaitTimeoutError, WiroError

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from wiro import AsyncWiro

__all__ = ["WiroTaskTrigger"]

_KWARGS_VERSION: Final = 1
# A restarted triggerer may find the deadline passed although the run ended in time: it gets one look.
_LAST_LOOK_SECONDS: Final = 2.0
_RETRY_SECONDS: Final = (2.0, 5.0, 10.0, 30.0)
_STOP_SECONDS: Final = 20.0
# A person, or a failed DAG run, ended the task. In every other state (deferred, queued, scheduled, running, up for
# retry, none) the task goes on somewhere: Airflow calls on_kill also after it moved the trigger to another triggerer,
# and after a clear whose new try has attached to the same run already.
_ENDED_STATES: Final = frozenset({"failed", "success", "skipped", "removed", "upstream_failed"})


class WiroTaskTrigger(BaseTrigger):
    """Waits for one Wiro task and yields exactly one event (see `airflow_provider_wiro.events`).

    Its arguments lie in Airflow's database, so they are a versioned wire format and hold nothing secret; the socket
    token is read from Wiro by task id.

    Args:
        wiro_task_id: Id of the Wiro task.
        model: `owner/model`, for messages.
        deadline: When the trigger stops the remote task, seconds since the epoch. Wall clock, because a trigger moves
            between processes and machines.
        wiro_conn_id: Connection id.
        version: Version of these arguments.
    """

    def __init__(
        self,
        wiro_task_id: str,
        model: str,
        deadline: float,
        wiro_conn_id: str = WiroHook.default_conn_name,
        version: int = _KWARGS_VERSION,
    ) -> None:
        super().__init__()  # type: ignore[no-untyped-call]
        # Not `task_id`: Airflow writes the id of its own task there.
        self.wiro_task_id = wiro_task_id
        self.model = model
        self.deadline = deadline
        self.wiro_conn_id = wiro_conn_id
        self.version = version
        self._finished = False

    def serialize(self) -> tuple[str, dict[str, Any]]:
        """Return class path and arguments."""
        return (
            "airflow_provider_wiro.triggers.models.WiroTaskTrigger",
            {
                "version": self.version,
                "wiro_conn_id": self.wiro_conn_id,
                "wiro_task_id": self.wiro_task_id,
                "model": self.model,
                "deadline": self.deadline,
            },
        )

    async def run(self) -> AsyncIterator[TriggerEvent]:
        """Wait, then yield the one event."""
        event = await self._event()
        # Airflow may call on_kill on a trigger whose event is on its way, while the task still counts as deferred.
        self._finished = True
        yield TriggerEvent(event)  # type: ignore[no-untyped-call]

    async def on_kill(self) -> None:
        """Stop the remote task, but only if the Airflow task really ended (Airflow 3.3 and later)."""
        if self._finished or self.task_instance is None:
            return
        state = await self._task_instance_state()
        if state not in _ENDED_STATES:
            self.log.info("Wiro task %s goes on: the Airflow task is %s.", self.wiro_task_id, state or "in no state")
            return
        self.log.info("Stopping Wiro task %s: the Airflow task was marked %s.", self.wiro_task_id, state)
        async with await WiroHook(self.wiro_conn_id).aget_conn() as client:
            await self._stop(client)

    async def _event(self) -> dict[str, Any]:
        if self.version != _KWARGS_VERSION:
            return self._failure("error", f"A newer Wiro provider wrote this trigger (version {self.version}).")
        try:
            async with await WiroHook(self.wiro_conn_id).aget_conn() as client:
                return await self._waited(client)
        except Exception as error:
            # Without an event Airflow only says that the trigger exited; the reason would stay in the triggerer's log.
            self.log.exception("Waiting for Wiro task %s failed.", self.wiro_task_id)
            return self._failure("error", f"{type(error).__name__}: {error}")

    async def _waited(self, client: AsyncWiro) -> dict[str, Any]:
        pauses = iter(_RETRY_SECONDS)
        pause = _RETRY_SECONDS[-1]
        while True:
            try:
                return await self._outcome(client)
            except WiroError as error:
                # The run is healthy as far as anybody knows: a network that is down must not fail it.
                if not error.retryable or time.time() >= self.deadline:
                    raise
                pause = next(pauses, pause)
                self.log.warning("Cannot follow Wiro task %s (%s); again in %.0f s.", self.wiro_task_id, error, pause)
                await asyncio.sleep(min(pause, max(self.deadline - time.time(), 0.0)))

    async def _outcome(self, client: AsyncWiro) -> dict[str, Any]:
        run = client.attach(self.wiro_task_id)
        remaining = self.deadline - time.time()
        self.log.info(
            "Waiting for Wiro task %s of %s, at most %.0f s.", self.wiro_task_id, self.model, max(remaining, 0)
        )
        try:
            result = await run.wait(timeout=max(remaining, _LAST_LOOK_SECONDS))
        except WaitTimeoutError:
            stopped = await self._stop(client)
            end = "stopped" if stopped else "and could not be stopped, so it may still run and be billed"
            return self._failure("timeout", f"Wiro task {self.wiro_task_id} of {self.model} did not end in time {end}.")
        except RunFailedError as error:
            return self._failure("failed", failure_message(error))
        except RunCancelledError as error:
            return self._failure("cancelled", str(error))
        return success_event(self.wiro_task_id, summary_of(result, finished_at=time.time()))

    async def _stop(self, client: AsyncWiro) -> bool:
        try:
            async with asyncio.timeout(_STOP_SECONDS):
                run = client.attach(self.wiro_task_id)
                await run.stop()
        except (WiroError, TimeoutError) as error:
            self.log.warning("Wiro task %s could not be stopped: %s", self.wiro_task_id, error)
            return False
        return True

    async def _task_instance_state(self) -> str | None:
        """Ask Airflow for the present state of the task instance that deferred."""
        from airflow.sdk.execution_time.task_runner import RuntimeTaskInstance
        from asgiref.sync import sync_to_async

        instance: Any = self.task_instance
        states = await sync_to_async(RuntimeTaskInstance.get_task_states)(
            dag_id=instance.dag_id,
            task_ids=[instance.task_id],
            run_ids=[instance.run_id],
            map_index=instance.map_index,
        )
        # The inner key is the task id, with the map index appended for a mapped task: one row was asked for.
        return next(iter(states.get(instance.run_id, {}).values()), None)

    def _failure(self, status: str, message: str) -> dict[str, Any]:
        return failure_event(status, self.wiro_task_id, message)
