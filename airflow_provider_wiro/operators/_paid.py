"""The one implementation of "record → submit → wait inline → defer → deliver" for every operator that pays and waits.

    execute ── recorded? ── no ──> prepare ──> intend ──> submit ──> confirm ──────────────┐
                  │                    ^                     ├─ no answer: look up, adopt ─┤
                  │                    └─ all slots busy: wait, inline then deferred       │
                  ├─ an id: look; attach, or submit again ─────────────────────────────────┤
                  └─ an intent without an id: look up; adopt, or ask a person ─────────────┤
                                                                                           v
    post_execute (delivered) <── save, summarise <── wait, inline then deferred <── set up

`PaidJobOperator` decides what is submitted, attached to, stopped, retried and failed. A subclass says how one kind of
job is asked for, followed and described, and decides nothing about money. It implements:

=================  =====================================================================================================
`_kind`            What the job is called: `task`, `message` or `agent`.
`_request`         Return the rendered and checked arguments, a `PaidRequest`; `ValueError` names a wrong one.
`_submit`          Send the request that costs money, once. Return a handle of the job. Nothing else may be in here that
                   can fail after the request was accepted.
`_remote_id`       Return the id that finds the job again.
`_attach`          Return a handle of the job that has an id. Sends nothing.
`_look`            Ask how far a job is: a `JobState`, or `NotFoundError`.
`_wait`            Wait for the job on the worker; `WaitTimeoutError` when the time is over, an error on which
                   `_verdict` has a verdict when the job did not succeed.
`_trigger`         Return the trigger that waits for the job, a `airflow_provider_wiro.triggers._base.PaidJobTrigger`;
                   the `result` of its event is what `_summary` returns.
`_summary`         Describe a result for XCom: small, JSON, no tokens.
`_stop_remote`     Stop the job.
=================  =====================================================================================================

and where it needs to:

=================  =====================================================================================================
`_announce`        Push links to XCom, before anything is sent.
`_prepare`         Refuse what cannot work, or costs too much, while nothing is recorded: a worker that dies here has
                   certainly not submitted anything. Return the request that is then submitted.
`_set_up`          Steps that follow the submission, such as credentials and start of an agent. They must be idempotent:
                   every try does them again, also one that attached.
`_look_up`         Find jobs that an intent without an id may have made.
`_waits`           False: `_wait` only reads what is there already, and the task never defers.
`_stops_remote`    False: a kill, the deadline or an interruption leaves the job alone (a deployed agent is no bill that
                   runs up while nobody waits).
`_replaced`        What becomes of a recorded job that was asked for something else; by default it is stopped.
`_verdict`         More errors that say how the job ended.
`_saved`           Save files of a result under `output_path`, and tell in the summary where they are. An operator with
                   it has its results read again after a deferral.
=================  =====================================================================================================

`__init__` of a subclass ends with `self._check_static_arguments()`, which it extends by its own arguments, and
`template_fields` begins with `PaidJobOperator.template_fields`.
"""

from __future__ import annotations

import time
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, Final, TypeVar

from airflow.providers.common.compat.sdk import AirflowException, AirflowFailException, TaskDeferred

from airflow_provider_wiro.arguments import (
    checked_choice,
    checked_conn_id,
    checked_flag,
    checked_output_path,
    checked_seconds,
    checked_usd,
    is_rendered,
)
from airflow_provider_wiro.events import checked_event
from airflow_provider_wiro.hooks.wiro import WiroHook
from airflow_provider_wiro.operators._errors import errors_of_set_up, errors_of_submission
from airflow_provider_wiro.operators._jobs import PaidRequest
from airflow_provider_wiro.operators._kills import Kill, answer_within
from airflow_provider_wiro.operators._starting import PaidJobStart
from airflow_provider_wiro.submissions import Submission
from airflow_provider_wiro.triggers.slots import WiroSlotTrigger
from wiro.errors import ConcurrencyLimitError, WaitTimeoutError, WiroError

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import timedelta
    from decimal import Decimal
    from os import PathLike

    from airflow.providers.common.compat.sdk import Context, ObjectStoragePath

    from wiro import Wiro

__all__ = ["PaidJobOperator"]

_ON_AMBIGUOUS: Final = ("fail", "resubmit")
_STOP_SECONDS: Final = 25.0
_REREAD_SECONDS: Final = 60.0

_Request = TypeVar("_Request", bound=PaidRequest)
_Job = TypeVar("_Job")
_Result = TypeVar("_Result")


class PaidJobOperator(PaidJobStart[_Request, _Job, _Result]):
    """What operators that pay for work and wait for it have in common; see the top of the module.

    Args:
        wiro_conn_id: Connection id, templated.
        deferrable: Whether to defer after `inline_wait`; otherwise the worker waits to the end.
        inline_wait: Seconds, or a timedelta, that the worker waits before it defers; 0 defers at once. Very short
            deferrals run into a race of Airflow's scheduler that fails healthy tasks.
        timeout: Seconds, or a timedelta, after which the remote job is stopped and the task fails, counted from the
            start of each try; templated.
        output_path: Where files are saved, templated: a local folder, or an address of any storage that Airflow or
            fsspec can open; None leaves them on Wiro.
        max_cost_usd: What the job may cost at most, templated; None for no limit.
        on_ambiguous: What to do when an earlier try may or may not have submitted, which costs money either way: "fail"
            asks a person, "resubmit" submits again.
        resubmit_on_failure: Whether a retry after a job that failed on Wiro submits it again. Otherwise a failed job
            fails the task without retries, because the same request would fail again.

    Raises:
        ValueError: A static argument is wrong; raised at DAG parse.
    """

    template_fields: Sequence[str] = ("wiro_conn_id", "timeout", "output_path", "max_cost_usd")
    ui_color = "#e8e4ff"

    def __init__(
        self,
        *,
        wiro_conn_id: str = WiroHook.default_conn_name,
        deferrable: bool = True,
        inline_wait: float | timedelta = 10.0,
        timeout: float | timedelta | str = 3600.0,
        output_path: str | PathLike[str] | ObjectStoragePath | None = None,
        max_cost_usd: Decimal | float | str | None = None,
        on_ambiguous: str = "fail",
        resubmit_on_failure: bool = False,
        **kwargs: Any,
    ) -> None:
        super().__init__(**kwargs)
        self.wiro_conn_id = wiro_conn_id
        self.deferrable = checked_flag("deferrable", deferrable)
        self.inline_wait = checked_seconds("inline_wait", inline_wait, zero=True)
        self.timeout = timeout
        self.output_path = output_path
        self.max_cost_usd = max_cost_usd
        self.on_ambiguous = checked_choice("on_ambiguous", on_ambiguous, _ON_AMBIGUOUS)
        self.resubmit_on_failure = checked_flag("resubmit_on_failure", resubmit_on_failure)
        self._job = None
        self._quote = None
        self._kill: Kill | None = None
        self._killed = self._spared = self._over = False

    def _check_static_arguments(self) -> None:
        """Check what is known at DAG parse; templates wait until they are rendered."""
        if is_rendered(self.wiro_conn_id):
            checked_conn_id(self.wiro_conn_id)
        if is_rendered(self.timeout):
            checked_seconds("timeout", self.timeout)
        if is_rendered(self.output_path):
            checked_output_path(self.output_path)
        if is_rendered(self.max_cost_usd):
            checked_usd("max_cost_usd", self.max_cost_usd)

    # What Airflow calls.

    def execute(self, context: Context) -> dict[str, Any]:
        """Submit the job, or attach to what an earlier try submitted; wait; defer if it takes long.

        Returns:
            The summary of the result, with `quoted_usd` and `quote_certainty`, None where nobody asked.
        """
        request = self._checked_request()
        self._announce(context, request)
        return self._worked(context, request, deadline=time.time() + request.timeout, patience=self.inline_wait)

    def execute_with_slot(self, context: Context, event: dict[str, Any] | None = None) -> dict[str, Any]:
        """Submit again after a wait for a task slot; like `execute`."""
        known = self._known(event)
        if known["status"] != "slot":
            raise AirflowException(f"Nothing was submitted: {known['message']}")
        # Who was faster has the slot; the worker is not held a second time.
        return self._worked(context, self._checked_request(), deadline=known["deadline"], patience=0.0)

    def execute_complete(self, context: Context, event: dict[str, Any] | None = None) -> dict[str, Any]:
        """Turn the trigger's event into the task's result or its failure.

        Args:
            context: Airflow's context.
            event: See `airflow_provider_wiro.events`. It has a default because `dag.test()` may pass none.

        Returns:
            What `execute` returns.
        """
        resumed_at = time.time()
        known = self._known(event)
        if known["status"] != "success":
            raise self._failure(known["status"], known["message"])
        remote_id, finished_at = known["remote_id"], known["result"]["finished_at"]
        self.log.info("Wiro %s %s finished %.2f s ago.", self._kind, remote_id, resumed_at - finished_at)
        request = self._checked_request()
        self._quote = Submission.of(context).quote()
        if request.output_path is None:
            return {**known["result"], "resumed_at": resumed_at, **self._quoted()}
        with self._errors_of_waiting(), WiroHook(self.wiro_conn_id).get_conn() as client:
            result = self._wait(self._attach(client, remote_id), _REREAD_SECONDS)
            return self._delivered(result, request, finished_at=finished_at, resumed_at=resumed_at)

    def post_execute(self, context: Context, result: Any = None) -> None:
        """Mark the submission as delivered: the last thing that runs before Airflow records success."""
        super().post_execute(context, result)
        Submission.of(context).deliver()

    def on_kill(self) -> None:
        """Stop the remote job, so that it is not billed, unless another try of the task will attach to it."""
        self._killed = True
        if not self._stops_remote:
            return
        self._spared = self._kill is not None and self._kill.spares_the_job()
        job = self._job
        if self._spared:
            self.log.info("The Wiro %s goes on: another try of this task will attach to it.", self._kind)
        elif job is not None:
            answer_within(_STOP_SECONDS, lambda: self._stop(job), otherwise=None)

    # How it is done.

    def _checked_request(self) -> _Request:
        try:
            checked_conn_id(self.wiro_conn_id)
            return self._request()
        except ValueError as error:
            raise AirflowFailException(f"Nothing was submitted: {error}") from error

    def _known(self, event: dict[str, Any] | None) -> dict[str, Any]:
        try:
            return checked_event(event)
        except ValueError as error:
            raise AirflowException(str(error)) from error

    def _worked(self, context: Context, request: _Request, *, deadline: float, patience: float) -> dict[str, Any]:
        """Do everything from the submission to the result, or defer."""
        self._kill = Kill(context["ti"])
        with errors_of_submission():
            client = WiroHook(self.wiro_conn_id).get_conn()
        with client, self._stopping_when_interrupted():
            with errors_of_submission():
                self._prepared = None
                self._job = job = self._started_with_slot(client, request, context, deadline, patience)
            if self._killed and self._stops_remote and not self._spared:
                # on_kill came while the job was submitted, or looked for, and found nothing to stop.
                self._stop(job)
            with self._errors_of_waiting():
                with errors_of_set_up():
                    self._set_up(client, job, request)
                result = self._waited(job, request, deadline)
                return self._delivered(result, request, finished_at=time.time())

    def _started_with_slot(
        self, client: Wiro, request: _Request, context: Context, deadline: float, patience: float
    ) -> _Job:
        """Return the job, after waiting for a task slot as long as all are busy: here for a while, then deferred."""
        leave_at = min(deadline, time.time() + patience) if self.deferrable else deadline
        while True:
            try:
                return self._started(client, request, context)
            except ConcurrencyLimitError as refusal:
                limit = refusal.max_concurrent
            self.log.info("All task slots of Wiro are busy; nothing was submitted. Waiting for one.")
            try:
                if (seconds := leave_at - time.time()) > 0:
                    client.tasks.wait_for_slot(seconds, limit=limit)
                    continue
            except WaitTimeoutError:
                pass
            if not self.deferrable or time.time() >= deadline:
                raise AirflowException(
                    f"Nothing was submitted: no task slot of Wiro became free within {request.timeout:g} s."
                )
            self.defer(
                trigger=WiroSlotTrigger(deadline=deadline, limit=limit, wiro_conn_id=self.wiro_conn_id),
                method_name="execute_with_slot",
                timeout=None,
            )

    def _waited(self, job: _Job, request: _Request, deadline: float) -> _Result:
        """Wait on the worker, for a while or to the end; defer or fail when that is not enough."""
        if not self._waits:
            return self._wait(job, request.timeout)
        remote_id, remaining = self._remote_id(job), max(deadline - time.time(), 0.0)
        patience = max(self.inline_wait, _REREAD_SECONDS) if self._over else self.inline_wait
        wait = min(patience, remaining) if self.deferrable else remaining
        if wait > 0:
            try:
                return self._wait(job, wait)
            except WaitTimeoutError:
                self.log.info("Wiro %s %s has not finished after %.1f s.", self._kind, remote_id, wait)
        if self.deferrable and time.time() < deadline:
            # Without Airflow's own timeout, which would end the task without stopping the remote job.
            trigger = self._trigger(remote_id, request, deadline)
            self.defer(trigger=trigger, method_name="execute_complete", timeout=None)
        end = "it goes on"
        if self._stops_remote:
            stopped = self._stop(job)
            end = "it was stopped" if stopped else "it could not be stopped, so it may still run and be billed"
        raise AirflowException(
            f"Wiro {self._kind} {remote_id} of {request.subject} did not end within {request.timeout:g} s; {end}."
        )

    def _delivered(
        self, result: _Result, request: _Request, *, finished_at: float, resumed_at: float | None = None
    ) -> dict[str, Any]:
        summary = self._summary(result, request, finished_at=finished_at, resumed_at=resumed_at)
        summary = summary if request.output_path is None else self._saved(result, request, summary)
        return {**summary, **self._quoted()}

    def _quoted(self) -> dict[str, Any]:
        quote = self._quote or {}
        return {"quoted_usd": quote.get("usd"), "quote_certainty": quote.get("certainty")}

    @contextmanager
    def _stopping_when_interrupted(self) -> Iterator[None]:
        """Stop the remote job on Ctrl-C and `execution_timeout`, where on_kill comes too late or never."""
        try:
            yield
        except BaseException as interruption:
            goes_on = isinstance(interruption, (Exception, TaskDeferred)) or not self._stops_remote
            if self._job is not None and not goes_on and not self._killed:
                self._stop(self._job)
            raise
        finally:
            self._job = None

    @contextmanager
    def _errors_of_waiting(self) -> Iterator[None]:
        """Translate errors after submission. All but a verdict on the job may be retried: a retry attaches."""
        try:
            yield
        except WiroError as error:
            verdict = self._verdict(error)
            raise (AirflowException(str(error)) if verdict is None else self._failure(*verdict)) from error

    def _failure(self, status: str, message: str) -> AirflowException:
        """Return the exception for an event that is no success; see `airflow_provider_wiro.events`."""
        # Stopped by on_kill, the job says nothing about itself; stopped by somebody else, it was meant.
        final = not self._killed if status == "cancelled" else status == "failed" and not self.resubmit_on_failure
        return AirflowFailException(message) if final else AirflowException(message)
