"""Runs: what a caller holds after submitting a job.

`AsyncRun` does the work; `Run` is the same for synchronous code, through the one background loop of `wiro.portal`.
"""

from __future__ import annotations

import asyncio
from contextlib import aclosing
from typing import TYPE_CHECKING, Any

import anyio

from wiro._deltas import Delta, task_deltas
from wiro._following import Follower
from wiro._hub_listing import TaskListing
from wiro._hub_subscription import checked_wait_timeout
from wiro._jobs import TASKS
from wiro._repeats import change
from wiro._results import Output, RunResult, Segment, model_of, raise_unless_succeeded, result_from_outcome
from wiro._run_facade import Run
from wiro.downloads import SavedFile
from wiro.errors import (
    ApiError,
    AuthenticationError,
    InvalidArgumentError,
    InvalidResponseError,
    NotFoundError,
    WiroError,
)
from wiro.lifecycle import CANCELLABLE_STATUSES, TERMINAL_STATUSES
from wiro.protocol import AudioFrame, TaskEvent, event_from_frame, frame_task_id

if TYPE_CHECKING:
    from collections.abc import AsyncGenerator, Awaitable, Callable, Mapping

    from wiro.config import Config
    from wiro.files import Uploads
    from wiro.lifecycle import TaskOutcome
    from wiro.realtime import AsyncRealtimeSession
    from wiro.transport import AsyncTransport
    from wiro_client.api import AsyncApi

__all__ = ["AsyncRun", "Delta", "Output", "Run", "RunResult", "SavedFile", "Segment"]


class AsyncRun:
    """One submitted run. Made by `AsyncWiro.run` and `AsyncWiro.attach`.

    Args:
        api: Generated resources, to read and to stop the task.
        transport: Fetches outputs.
        config: Socket address and waiting settings.
        task_id: Id of the task, if known.
        token: Task token (``socketaccesstoken``), if known. One of the two must be.
        model: ``owner/model``, if known.
        status: Latest known status, if any.
        uploads: Uploads of the client, if it has any: what the run took from them is gone when its files are deleted.
    """

    def __init__(
        self,
        api: AsyncApi,
        transport: AsyncTransport,
        config: Config,
        *,
        task_id: str | None = None,
        token: str | None = None,
        model: str | None = None,
        status: str | None = None,
        uploads: Uploads | None = None,
    ) -> None:
        if not task_id and not token:
            raise InvalidArgumentError("A run is found by its task id or its token; neither was given.")
        self._api = api
        self._transport = transport
        self._config = config
        self._task_id = task_id or ""
        self._token = token or None
        self._model = model or ""
        self._status = status
        self._uploads = uploads
        self._result: RunResult | None = None
        self._follower = Follower(
            TASKS, config, self.refresh, lambda: (self._task_id, self._token), TaskListing(config, api)
        )

    def __repr__(self) -> str:
        """Show what may be shown: the token opens the task's socket."""
        return f"{type(self).__name__}(task_id={self._task_id!r}, model={self._model!r}, status={self.status!r})"

    @property
    def task_id(self) -> str:
        """Id of the task; empty until the first answer if the run was attached to by its token alone."""
        return self._task_id

    @property
    def token(self) -> str | None:
        """Task token, a secret; None until the first answer if the run was attached to by its id."""
        return self._token

    @property
    def model(self) -> str:
        """``owner/model``; empty while not known."""
        return self._model

    @property
    def status(self) -> str | None:
        """Latest known status; None before anything was heard. `refresh` asks."""
        return self._follower.status or self._status

    async def refresh(self) -> dict[str, Any]:
        """Ask Task/Detail.

        Returns:
            The row, with the fields and types that the server sent.

        Raises:
            NotFoundError: There is no such task, or it belongs to somebody else.
        """
        if self._token:
            answer = await self._api.tasks.detail(tasktoken=self._token)
        else:
            answer = await self._api.tasks.detail(taskid=self._task_id)
        rows = answer.to_dict().get("tasklist")
        row = _chosen_row(rows if isinstance(rows, list) else [], self._task_id)
        if row is None:
            raise NotFoundError(operation="tasks_detail", status_code=200, message="there is no such task")
        token = row.get("socketaccesstoken")
        self._token = self._token or (token if isinstance(token, str) and token else None)
        self._task_id = self._task_id or frame_task_id(row) or ""
        self._model = self._model or model_of(row)
        self._status = row["status"] if isinstance(row.get("status"), str) else self._status
        return row

    async def wait(
        self,
        timeout: float | None = None,  # noqa: ASYNC109 - a total limit with its own error
        *,
        stop_on_interrupt: bool = False,
        on_frame: Callable[[Mapping[str, Any]], object] | None = None,
    ) -> RunResult:
        """Wait for the end of the run.

        Args:
            timeout: Total seconds to wait, above 0; None waits as long as the run takes.
            stop_on_interrupt: On Ctrl-C or cancellation, stop the remote run too; otherwise it goes on and is billed.
            on_frame: Called with each frame of the run as it comes, on the event loop, so it must be quick. Unlike
                `events`, nothing is kept for it.

        Returns:
            The result of a run that succeeded.

        Raises:
            InvalidArgumentError: ``timeout`` is not a number above 0.
            WaitTimeoutError: The time is over; the run goes on.
            RunFailedError: The model failed; carries exit code, stderr and the result.
            RunCancelledError: The run was cancelled or killed.
            NotFoundError: There is no such task.
        """
        limit = checked_wait_timeout(timeout)
        try:
            result = self._result or await self._waited_result(limit, on_frame)
        except asyncio.CancelledError as interruption:
            if stop_on_interrupt and not await self._stopped_in_time():
                interruption.add_note(f"Run {self._task_id} could not be stopped; it goes on and is billed.")
            raise
        if self._follower.outcome is not None:
            raise_unless_succeeded(self._follower.outcome, result)
        return result

    async def events(
        self,
        timeout: float | None = None,  # noqa: ASYNC109 - a total limit with its own error
    ) -> AsyncGenerator[TaskEvent, None]:
        """Follow the run: yields its events as they come and ends after the terminal one.

        Leaving early (``break``) ends the subscription when the generator is closed: at once with
        ``contextlib.aclosing``, else when Python collects it.

        Events are the generated frame models, such as ``wiro_client.models.TaskOutputFrame``; see
        `wiro.protocol.TaskEvent`. Outputs of language models are cumulative: a slow consumer gets the newest one. How
        the run ended is for `wait` to say, which then costs no call.

        Args:
            timeout: Total seconds to follow, above 0; None follows to the end.

        Yields:
            Events. If the run had ended before, or its last frame was lost, Task/Detail makes the terminal event.

        Raises:
            InvalidArgumentError: ``timeout`` is not a number above 0.
            WaitTimeoutError: The time is over; the run goes on.
            NotFoundError: There is no such task.
        """
        limit = checked_wait_timeout(timeout)
        async with aclosing(self._follower.frames(limit, self._terminal_frame)) as frames:
            async for frame in frames:
                yield frame if isinstance(frame, AudioFrame) else event_from_frame(frame)

    async def deltas(
        self,
        timeout: float | None = None,  # noqa: ASYNC109 - a total limit with its own error
    ) -> AsyncGenerator[Delta, None]:
        """Stream the text of a language model in pieces, thoughts and answer apart, and end with the run.

        Args:
            timeout: Total seconds to follow, above 0; None follows to the end.

        Yields:
            What came on top of what was yielded before. A slow consumer gets fewer and longer pieces, never gaps.

        Raises:
            InvalidArgumentError: ``timeout`` is not a number above 0.
            WaitTimeoutError: The time is over; the run goes on.
            NotFoundError: There is no such task.
        """
        limit = checked_wait_timeout(timeout)
        async with aclosing(self._follower.frames(limit, self._terminal_frame)) as frames:
            async for delta in task_deltas(frames):
                yield delta

    def realtime(self, *, ready_timeout: float | None = 120.0) -> AsyncRealtimeSession:
        """Join the live session of a realtime model, with ``async with``; see `wiro.realtime`.

        Args:
            ready_timeout: Seconds to wait for the model to be ready, above 0; None for no limit.
        """
        # Imported here: few runs are sessions.
        from wiro.realtime import AsyncRealtimeSession

        return AsyncRealtimeSession(self, self._config, ready_timeout)

    async def cancel(self) -> None:
        """Take the run out of the queue, at no cost (Task/Cancel).

        Raises:
            ApiError: It cannot be cancelled any more: a worker has it. `kill` it, or let `stop` choose.
        """
        if not self._task_id:
            await self.refresh()
        await change(self._api.tasks.cancel(taskid=self._task_id), self.refresh, _is_cancelled)
        self._follower.look_again()

    async def kill(self) -> None:
        """Stop the run on its worker (Task/Kill).

        Raises:
            ApiError: The worker could not stop it, or no worker has it yet.
        """
        tasks = self._api.tasks
        killing = tasks.kill(socketaccesstoken=self._token) if self._token else tasks.kill(taskid=self._task_id)
        await change(killing, self.refresh, _is_cancelled)
        self._follower.look_again()

    async def stop(self) -> None:
        """End the run, wherever it is: cancel it while it is queued, else kill it. A run that has ended is fine.

        Raises:
            ApiError: Neither was accepted, and the run goes on.
        """
        row = await self.refresh()
        if row.get("status") in TERMINAL_STATUSES:
            return
        actions: list[Callable[[], Awaitable[None]]] = [self.kill, self.cancel]
        if row.get("status") in CANCELLABLE_STATUSES:
            actions.reverse()
        refusal: ApiError | None = None
        for action in actions:
            try:
                await action()
            except ApiError as error:
                if isinstance(error, AuthenticationError) or error.retryable:
                    raise
                # A worker may have taken or ended it meanwhile; then the other way is the right one, or none is needed.
                refusal = refusal or error
                if (await self.refresh()).get("status") in TERMINAL_STATUSES:
                    return
            else:
                return
        if refusal is not None:
            raise refusal

    async def delete_files(self) -> None:
        """Delete the files of this run from Wiro, once it has ended: its outputs and the uploads that it took.

        Uploads that other runs take too are gone for them as well: a client uploads equal contents once. It uploads
        them again for the next run. The record of the run stays. Deleting again is fine.

        Raises:
            NotFoundError: There is no such task, or it has not ended.
        """
        row = await self.refresh()
        if not self._token:
            raise InvalidResponseError(
                f"tasks_detail does not tell the token of run {self._task_id}, which deleting its files needs.",
                operation="tasks_detail",
            )
        try:
            await self._api.tasks.input_output_delete(tasktoken=self._token)
        finally:
            # Even if the answer was lost: what is still there is only uploaded once more.
            if self._uploads is not None:
                self._uploads.forget(row.get("parameters"))

    async def _stopped_in_time(self) -> bool:
        """Stop the run on the way out of an interrupted wait; never raises, for that would hide the interruption."""
        # Only so long, or the interruption would not get through to whoever sent it.
        # Shielded: callers in an anyio task group would otherwise have this request cancelled too.
        with anyio.move_on_after(self._config.wait.stop_seconds, shield=True) as scope:
            try:
                await self.stop()
            except WiroError:
                return False
        return not scope.cancelled_caught

    async def _waited_result(
        self, limit: float | None, on_frame: Callable[[Mapping[str, Any]], object] | None
    ) -> RunResult:
        deadline = None if limit is None else asyncio.get_running_loop().time() + limit
        outcome = await self._follower.settle(limit, on_frame)
        row: Mapping[str, Any] = outcome.detail
        if outcome.from_frame:
            # The frame decided; cost and times are only in Task/Detail, and not worth failing for.
            try:
                async with asyncio.timeout_at(deadline):
                    latest = await self.refresh()
                row = latest if latest.get("status") in TERMINAL_STATUSES else row
            except (WiroError, TimeoutError):
                pass
        self._task_id = self._task_id or frame_task_id(row) or ""
        self._model = self._model or model_of(row)
        self._result = result_from_outcome(
            outcome, row=row, task_id=self._task_id, model=self._model, open_download=self._transport.download
        )
        return self._result

    def _terminal_frame(self, outcome: TaskOutcome) -> dict[str, Any]:
        frame: dict[str, Any] = {"type": outcome.status, "id": self._task_id, "tasktoken": self._token}
        return frame | {"message": outcome.detail.get("outputs"), "result": True}


def _is_cancelled(row: Mapping[str, Any]) -> bool:
    return row.get("status") == "task_cancel"


def _chosen_row(rows: list[Any], task_id: str) -> dict[str, Any] | None:
    found = [row for row in rows if isinstance(row, dict)]
    return next((row for row in found if task_id and frame_task_id(row) == task_id), found[0] if found else None)
