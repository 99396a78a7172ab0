"""Drives tasks through the documented stages, tells the socket, and closes the account at the end."""

import asyncio
import logging
import time
from collections.abc import Awaitable, Callable, Mapping
from decimal import Decimal
from functools import partial
from typing import Any

from attrs import define, field

from wiro.lifecycle import TASK_STATUS_ORDER
from wiro.sandbox.books import Books, Stop, Violation
from wiro.sandbox.catalogue import Outcome
from wiro.sandbox.clock import Clock
from wiro.sandbox.delivery import FrameDelivery
from wiro.sandbox.files import FileStore
from wiro.sandbox.frames import task_frame
from wiro.sandbox.options import Dialect
from wiro.sandbox.pricing import Usage, price_of
from wiro.sandbox.realtime import RealtimeSession
from wiro.sandbox.refusals import refuse
from wiro.sandbox.sockets import SocketHub
from wiro.sandbox.tasks import Task, TaskStore, task_row
from wiro.sandbox.validation import BundleViolationError
from wiro.sandbox.wallet import Wallet
from wiro.sandbox.webhooks import Webhooks

__all__ = ["Runner"]

_LOG = logging.getLogger(__name__)

# Seconds (of the model's time) that a task spends in the queue and in each stage that has no length of its own.
_QUEUE_SECONDS = 0.1
_STAGE_SECONDS = 0.02

_PREPROCESSING = frozenset({"task_preprocess_start", "task_preprocess_end"})
_UP_TO_START = TASK_STATUS_ORDER[1 : TASK_STATUS_ORDER.index("task_start") + 1]

# How a task that cannot be killed answers; the service's own reasons are not documented.
_REASON_QUEUED = "task is still queued"
_REASON_ENDED = "task is not running"


@define(kw_only=True, eq=False)
class Runner:
    """Runs tasks.

    Each has one asyncio task while it lives; a stop from outside cancels that and sets the last status in the same
    step, so nothing can follow a terminal status.
    """

    dialect: Dialect
    clock: Clock
    tasks: TaskStore
    books: Books
    wallet_of: Callable[[str | None], Wallet]
    files: FileStore
    sockets: SocketHub
    delivery: FrameDelivery
    webhooks: Webhooks
    _workers: dict[str, asyncio.Task[None]] = field(factory=dict, init=False)

    def start(self, task: Task) -> None:
        """Put a new task into the queue."""
        self.tasks.add(task)
        self.books.submissions.append(task.record)
        worker = asyncio.create_task(self._live(task))
        self._workers[task.id] = worker
        worker.add_done_callback(lambda done: self._worker_done(task, done))

    def cancel(self, task: Task) -> None:
        """Take a task out of the queue.

        Raises:
            RefusedError: If a worker has it already, or it has ended.
        """
        if not task.is_cancellable:
            raise refuse("not_cancellable")
        self.books.cancels.append(Stop(task.id, time.time()))
        self._stop(task)

    def kill(self, task: Task) -> None:
        """End a running task; it is not billed.

        Raises:
            RefusedError: If it is still queued, or has ended.
        """
        if task.is_cancellable or task.is_terminal:
            raise refuse("kill_failed", reason=_REASON_QUEUED if task.is_cancellable else _REASON_ENDED)
        self.books.kills.append(Stop(task.id, time.time()))
        self._stop(task)

    def abandon_all(self) -> None:
        """Stop all work without a trace, when the sandbox is reset or shut down."""
        for worker in self._workers.values():
            worker.cancel()

    def _stop(self, task: Task) -> None:
        worker = self._workers.get(task.id)
        # A task whose worker failed has none, and can be killed all the same.
        if worker is not None:
            worker.cancel()
        if task.start_time is not None:
            task.end_time = int(time.time())
        # The model may have ended already; a task that is stopped all the same has no result.
        task.exit_code = None
        task.move_to("task_cancel")
        self.tasks.ended(task)
        self._emit(task, "task_cancel")

    def _worker_done(self, task: Task, worker: asyncio.Task[None]) -> None:
        self._workers.pop(task.id, None)
        if worker.cancelled() or (error := worker.exception()) is None:
            return
        task.stderr.append(f"The sandbox failed: {error}")
        self.tasks.ended(task)
        if not isinstance(error, BundleViolationError):
            # A mistake in the sandbox itself: tests read of it in the books, people in the log.
            self.books.violations.append(Violation("task", task.model.name, f"{type(error).__name__}: {error}"))
            _LOG.error("Task %s failed in the sandbox", task.id, exc_info=error)

    async def _live(self, task: Task) -> None:
        await self.clock.sleep(_QUEUE_SECONDS / 2)
        self._emit(task, "task_queue")
        if task.plan.stays_queued:
            await asyncio.Event().wait()
        await self.clock.sleep(_QUEUE_SECONDS / 2)
        if task.plan.fails_to_start is not None:
            await self._fail_to_start(task, task.plan.fails_to_start)
        for status in _UP_TO_START:
            if task.model.takes_files or status not in _PREPROCESSING:
                await self._enter(task, status)
        task.start_time = int(time.time())
        if task.plan.converse is None:
            await self._produce(task)
            outcome = await asyncio.to_thread(task.plan.finish)
            task.elapsed_seconds = task.plan.seconds
        else:
            outcome = await self._converse(task, task.plan.converse)
        task.exit_code = outcome.exit_code
        await self._report(task, outcome)
        await self._enter(task, "task_end")
        await self._enter(task, "task_postprocess_start")
        self._finish(task, outcome)

    async def _fail_to_start(self, task: Task, message: str) -> None:
        """Wait in the state that Task/Detail calls task_error, without a frame, until somebody recovers the task."""
        task.move_to("task_error")
        task.stderr.append(message)
        if task.plan.recovers_after is None:
            await asyncio.Event().wait()
        else:
            await self.clock.sleep(task.plan.recovers_after)
        task.stderr.clear()

    async def _produce(self, task: Task) -> None:
        started = 0.0
        for step in task.plan.steps:
            await self.clock.sleep(step.at - started)
            started = step.at
            if step.type == "task_error":
                task.stderr.append(str(step.message))
            else:
                task.move_to("task_output")
                self._log(task, step.message)
            self._emit(task, step.type, step.message)
        await self.clock.sleep(task.plan.seconds - started)

    async def _converse(self, task: Task, converse: Callable[[RealtimeSession], Awaitable[Outcome]]) -> Outcome:
        """Hold a live session; it is billed turn by turn, so nothing is left to pay at its end."""
        started = time.monotonic()

        def emit(frame_type: str, message: Any, fields: Mapping[str, Any] | None) -> None:
            if frame_type == "task_output":
                task.move_to(frame_type)
                self._log(task, message)
            self._emit(task, frame_type, message, fields)

        session = RealtimeSession(
            clock=self.clock,
            emit=emit,
            send_audio=partial(self.sockets.publish_audio, task.token),
            bill_turn=partial(self._bill_turn, task),
        )
        self.sockets.open_session(task.token, session)
        try:
            outcome = await converse(session)
        finally:
            self.sockets.close_session(task.token)
            task.elapsed_seconds = (time.monotonic() - started) * self.clock.scale
        return outcome

    def _bill_turn(self, task: Task, usage: Mapping[str, Any]) -> bool:
        """Charge one turn of a live session; tell whether the wallet allows another."""
        price = price_of(task.model.tiers, None, Usage(parameters=task.run.parameters, seconds=0.0, turns=1))
        self._charge(task, price)
        costs = {"turnCost": float(price), "cumulativeCost": float(task.cost), "usage": dict(usage)}
        self._emit(task, "task_cost", None, costs)
        return self.wallet_of(task.team_guid).balance > 0

    def _charge(self, task: Task, price: Decimal) -> None:
        task.cost += price
        task.record.charged_usd = task.cost
        self.wallet_of(task.team_guid).charge(price, f"Run {task.id} of {task.model.name}")

    @staticmethod
    def _log(task: Task, message: Any) -> None:
        """Keep stdout as Task/Detail shows it meanwhile: the text so far of a language model, the lines of others."""
        if not isinstance(message, dict):
            task.stdout.append(str(message))
        elif "answer" in message:
            task.stdout[:] = ["\n".join([*message["thinking"], *message["answer"]])]
        else:
            task.stdout.append(f"{message['percentage']}%")

    async def _report(self, task: Task, outcome: Outcome) -> None:
        task.stdout[:] = [outcome.stdout if outcome.text is None else outcome.text]
        log: dict[str, Any] = {"raw": outcome.stdout}
        if outcome.content is not None:
            log["thinking"], log["answer"] = outcome.content["thinking"], outcome.content["answer"]
        await self._enter(task, "task_output_full", log)
        if outcome.stderr:
            task.stderr[:] = [outcome.stderr]
            await self._enter(task, "task_error_full", {"raw": outcome.stderr})

    def _finish(self, task: Task, outcome: Outcome) -> None:
        """Publish the outputs, charge, and set the last status, in one step as seen from outside."""
        task.outputs = self._outputs(outcome)
        if outcome.exit_code == 0 and task.plan.converse is None:
            usage = Usage(
                parameters=task.run.parameters,
                seconds=task.plan.seconds,
                outputs=len(outcome.files),
                tokens=outcome.tokens,
                pixels=outcome.pixels,
                audio_seconds=outcome.audio_seconds,
                video_seconds=outcome.video_seconds,
                input_files={name: len(files) for name, files in task.run.files.items()},
            )
            self._charge(task, price_of(task.model.tiers, task.model.cps, usage))
        task.record.exit_code = outcome.exit_code
        task.end_time = int(time.time())
        task.move_to("task_postprocess_end")
        self.tasks.ended(task)
        self._emit(task, "task_postprocess_end", task.outputs)
        if task.callback_url:
            self.webhooks.deliver(task.id, task.callback_url, task_row(task, self.dialect))

    def _outputs(self, outcome: Outcome) -> list[dict[str, Any]]:
        if outcome.content is not None:
            return [{"contenttype": "raw", "content": dict(outcome.content)}]
        rows = []
        for file in outcome.files:
            url = self.files.url(self.files.add(file.name, file.content_type, file.content))
            rows.append(
                {"name": file.name, "contenttype": file.content_type, "size": str(len(file.content)), "url": url}
            )
        return rows

    async def _enter(self, task: Task, status: str, message: Any = None) -> None:
        task.move_to(status)
        self._emit(task, status, message)
        await self.clock.sleep(_STAGE_SECONDS)

    def _emit(self, task: Task, frame_type: str, message: Any = None, fields: Mapping[str, Any] | None = None) -> None:
        task.record.frames.append(frame_type)
        frame = task_frame(task, frame_type, message, self.dialect, fields)
        self.delivery.send(task.id, task.token, frame)
