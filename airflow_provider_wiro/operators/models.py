"""The operator that runs an AI model on Wiro and waits for its result."""

from __future__ import annotations

import threading
import time
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, Final

from airflow.providers.common.compat.sdk import AirflowException, AirflowFailException, BaseOperator, TaskDeferred
from attrs import frozen

from airflow_provider_wiro.arguments import (
    checked_choice,
    checked_model,
    checked_output_path,
    checked_parameters,
    checked_seconds,
    is_rendered,
)
from airflow_provider_wiro.events import checked_event, failure_message
from airflow_provider_wiro.hooks.wiro import WiroHook
from airflow_provider_wiro.links import WiroModelLink, model_page
from airflow_provider_wiro.results import save_outputs, summary_of
from airflow_provider_wiro.submissions import NextStep, Submission, fingerprint_of
from airflow_provider_wiro.triggers.models import WiroTaskTrigger
from wiro.errors import (
    AmbiguousRequestError,
    InvalidResponseError,
    NotFoundError,
    RunCancelledError,
    RunFailedError,
    WaitTimeoutError,
    WiroError,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from datetime import timedelta
    from os import PathLike

    from airflow.providers.common.compat.sdk import Context

    from wiro import Run, Wiro
    from wiro.runs import RunResult

__all__ = ["WiroRunModelOperator"]

_ON_AMBIGUOUS: Final = ("fail", "resubmit")
_STOP_SECONDS: Final = 25.0
_REREAD_SECONDS: Final = 60.0
_LINK: Final = WiroModelLink()
# What a submission may end with when nobody knows whether Wiro accepted it; after every other error it did not.
_MAYBE_ACCEPTED: Final = (AmbiguousRequestError, InvalidResponseError)


@frozen
class _Request:
    """The templated arguments, rendered and checked. Times are in seconds."""

    model: str
    parameters: dict[str, Any]
    timeout: float
    output_path: str | None

    @property
    def fingerprint(self) -> str:
        return fingerprint_of(self.model, self.parameters)


class WiroRunModelOperator(BaseOperator):
    """Runs a model and returns its result: outputs, text, cost, seconds.

    The task waits on Wiro's socket for `inline_wait` seconds and then defers, so that a long run holds no worker. What
    was submitted is recorded outside the worker: a retry attaches to the run that is already paid for instead of
    submitting again. A kill or the deadline stops the remote run. A model that fails (exit code other than 0) fails the
    task without retries.

    Args:
        model: `owner/model`, templated.
        parameters: The model's parameters, templated at any depth: a dict of JSON values, or a string that renders to a
            JSON object. (Airflow keeps the name `params` for itself.)
        wiro_conn_id: Connection id, templated.
        deferrable: Whether to defer after `inline_wait`; otherwise the worker waits to the end.
        inline_wait: Seconds, or a timedelta, that the worker waits before it defers; 0 defers at once. Very short
            deferrals run into a race of Airflow's scheduler that fails healthy tasks.
        timeout: Seconds, or a timedelta, after which the remote run is stopped and the task fails, counted from the
            start of each try; templated.
        output_path: Local folder for the files that the model makes, templated; None leaves them on Wiro. They are
            saved in a folder of their own, `<output_path>/<Wiro task id>/`.
        validate: Whether to check `parameters` against the model's own description before anything is submitted.
        on_ambiguous: What to do when an earlier try may or may not have submitted, which costs money either way: "fail"
            asks a person, "resubmit" submits again.

    Raises:
        ValueError: A static argument is wrong; raised at DAG parse.
    """

    template_fields: Sequence[str] = ("model", "parameters", "wiro_conn_id", "timeout", "output_path")
    template_fields_renderers = {"parameters": "json"}  # noqa: RUF012 (Airflow declares it as an instance variable)
    operator_extra_links = (_LINK,)
    ui_color = "#e8e4ff"

    def __init__(
        self,
        *,
        model: str,
        parameters: Mapping[str, Any] | str | None = None,
        wiro_conn_id: str = WiroHook.default_conn_name,
        deferrable: bool = True,
        inline_wait: float | timedelta = 10.0,
        timeout: float | timedelta | str = 3600.0,
        output_path: str | PathLike[str] | None = None,
        validate: bool = True,
        on_ambiguous: str = "fail",
        **kwargs: Any,
    ) -> None:
        super().__init__(**kwargs)
        self.model = model
        self.parameters = {} if parameters is None else parameters
        self.wiro_conn_id = wiro_conn_id
        self.deferrable = deferrable
        self.inline_wait = checked_seconds("inline_wait", inline_wait, zero=True)
        self.timeout = timeout
        self.output_path = output_path
        self.validate = validate
        self.on_ambiguous = checked_choice("on_ambiguous", on_ambiguous, _ON_AMBIGUOUS)
        self._run: Run | None = None
        self._killed = False
        self._check_static_arguments()

    def execute(self, context: Context) -> dict[str, Any]:
        """Submit the model, or attach to what an earlier try submitted; wait; defer if it takes long.

        Returns:
            See `airflow_provider_wiro.results.summary_of`; with `output_path` each output has `path` and `sha256`.
        """
        request = self._request()
        context["ti"].xcom_push(key=_LINK.xcom_key, value=model_page(request.model))
        deadline = time.time() + request.timeout
        with _errors_of_submission():
            client = WiroHook(self.wiro_conn_id).get_conn()
        with client, self._stopping_when_interrupted():
            with _errors_of_submission():
                self._run = run = self._started(client, request, Submission.of(context))
            with self._errors_of_waiting():
                result = self._waited(run, request, deadline)
                return self._delivered(result, request, finished_at=time.time())

    def execute_complete(self, context: Context, event: dict[str, Any] | None = None) -> dict[str, Any]:  # noqa: ARG002
        """Turn the trigger's event into the task's result or its failure.

        Args:
            context: Airflow's context.
            event: See `airflow_provider_wiro.events`. It has a default because `dag.test()` may pass none.

        Returns:
            What `execute` returns.
        """
        resumed_at = time.time()
        try:
            known = checked_event(event)
        except ValueError as error:
            raise AirflowException(str(error)) from error
        if known["status"] in ("failed", "cancelled"):
            raise AirflowFailException(known["message"])
        if known["status"] != "success":
            raise AirflowException(known["message"])
        summary = {**known["result"], "resumed_at": resumed_at}
        self.log.info("Wiro task %s finished %.2f s ago.", known["task_id"], resumed_at - summary["finished_at"])
        request = self._request()
        if request.output_path is None:
            return summary
        with self._errors_of_waiting(), WiroHook(self.wiro_conn_id).get_conn() as client:
            result = client.attach(known["task_id"]).wait(timeout=_REREAD_SECONDS)
            return self._delivered(result, request, finished_at=summary["finished_at"], resumed_at=resumed_at)

    def post_execute(self, context: Context, result: Any = None) -> None:
        """Mark the submission as delivered: the last thing that runs before Airflow records success."""
        super().post_execute(context, result)
        Submission.of(context).deliver()

    def on_kill(self) -> None:
        """Stop the remote run, so that it is not billed."""
        self._killed = True
        run = self._run
        if run is None:
            return
        # Called from a signal handler, which may have interrupted this thread inside any lock: never wait for ever.
        stopper = threading.Thread(target=self._stop, args=(run,), name="wiro-stop", daemon=True)
        stopper.start()
        stopper.join(_STOP_SECONDS)

    def _check_static_arguments(self) -> None:
        """Check what is known at DAG parse; templates wait until they are rendered."""
        if is_rendered(self.model):
            checked_model(self.model)
        if is_rendered(self.parameters):
            checked_parameters(self.parameters)
        if is_rendered(self.timeout):
            checked_seconds("timeout", self.timeout)
        if is_rendered(self.output_path):
            checked_output_path(self.output_path)

    def _request(self) -> _Request:
        try:
            return _Request(
                model=checked_model(self.model),
                parameters=checked_parameters(self.parameters),
                timeout=checked_seconds("timeout", self.timeout),
                output_path=checked_output_path(self.output_path),
            )
        except ValueError as error:
            raise AirflowFailException(f"Nothing was submitted: {error}") from error

    def _started(self, client: Wiro, request: _Request, submission: Submission) -> Run:
        """Return the run that this try waits for."""
        step, record = submission.next_step(request.fingerprint)
        if step is NextStep.AMBIGUOUS:
            self._refuse_ambiguous()
        elif record is not None and record.task_id is not None and step is not NextStep.SUBMIT:
            run = self._recorded(client, record.task_id)
            if step is NextStep.ATTACH and run is not None:
                self.log.info("Attached to Wiro task %s, which an earlier try submitted.", run.task_id)
                return run
            if run is not None:
                self.log.warning("Stopping Wiro task %s: an earlier try ran it with other parameters.", run.task_id)
                self._stop(run)
        return self._submitted(client, request, submission)

    def _submitted(self, client: Wiro, request: _Request, submission: Submission) -> Run:
        if self.validate:
            from wiro.catalog import check_parameters

            # Before the intent is recorded: a worker that dies here has certainly not submitted anything.
            check_parameters(client.models.get(request.model), request.parameters)
        submission.intend(request.model, request.fingerprint)
        try:
            self._run = run = client.run(request.model, request.parameters, validate=False)
        except _MAYBE_ACCEPTED as error:
            raise AirflowFailException(f"{error} This task will not submit again by itself.") from error
        except WiroError:
            submission.discard()
            raise
        try:
            submission.confirm(run.task_id)
        finally:
            self.log.info("Submitted %s as Wiro task %s.", request.model, run.task_id)
        if self._killed:
            # on_kill came while the request was on its way and found nothing to stop.
            self._stop(run)
        return run

    def _recorded(self, client: Wiro, task_id: str) -> Run | None:
        """Return the recorded run, or None if it ended without success: then a new one must be submitted."""
        try:
            run = client.attach(task_id)
            row = run.refresh()
        except NotFoundError as error:
            self._refuse_ambiguous(
                f"Wiro does not know task {task_id} any more, or not with this connection ({error})."
            )
            return None
        from wiro.lifecycle import TaskLifecycle

        lifecycle = TaskLifecycle()
        lifecycle.feed_detail(row, time.time())
        outcome = lifecycle.outcome
        if outcome is None or outcome.kind == "succeeded":
            return run
        self.log.info("Wiro task %s of an earlier try %s; submitting again.", task_id, outcome.kind)
        return None

    def _refuse_ambiguous(self, reason: str = "An earlier try ended while it was submitting.") -> None:
        """Fail, unless the author of the DAG has decided to risk a second bill."""
        if self.on_ambiguous == "resubmit":
            self.log.warning("%s Submitting again, as on_ambiguous='resubmit' says; this may be billed twice.", reason)
            return
        raise AirflowFailException(
            f"{reason} The run of {self.model} may exist and be billed, so it is not submitted again. Look for it on "
            "Wiro; to submit again nevertheless, set on_ambiguous='resubmit' and clear this task."
        )

    def _waited(self, run: Run, request: _Request, deadline: float) -> RunResult:
        """Wait on the worker, for a while or to the end; defer or fail when that is not enough."""
        wait = min(self.inline_wait, request.timeout) if self.deferrable else request.timeout
        if wait > 0:
            try:
                return run.wait(timeout=wait)
            except WaitTimeoutError:
                self.log.info("Wiro task %s has not finished after %.1f s.", run.task_id, wait)
        if self.deferrable and time.time() < deadline:
            self.defer(
                trigger=WiroTaskTrigger(
                    wiro_task_id=run.task_id,
                    model=request.model,
                    deadline=deadline,
                    wiro_conn_id=self.wiro_conn_id,
                ),
                method_name="execute_complete",
                # Airflow's own timeout would end the task without stopping the remote run.
                timeout=None,
            )
        self._stop(run)
        raise AirflowException(
            f"Wiro task {run.task_id} of {request.model} did not end within {request.timeout:g} s; it was stopped."
        )

    def _delivered(
        self, result: RunResult, request: _Request, *, finished_at: float, resumed_at: float | None = None
    ) -> dict[str, Any]:
        summary = summary_of(result, finished_at=finished_at, resumed_at=resumed_at)
        return summary if request.output_path is None else save_outputs(result, request.output_path, summary)

    def _stop(self, run: Run) -> None:
        """Stop the remote run; a failure to do so is logged, because what called this goes on either way."""
        try:
            run.stop()
        except WiroError as error:
            self.log.warning("Wiro task %s could not be stopped: %s", run.task_id, error)
        else:
            self.log.info("Stopped Wiro task %s.", run.task_id)

    @contextmanager
    def _stopping_when_interrupted(self) -> Iterator[None]:
        """Stop the remote run on Ctrl-C and `execution_timeout`, where on_kill comes too late or never."""
        try:
            yield
        except BaseException as interruption:
            goes_on = isinstance(interruption, (Exception, TaskDeferred))
            if self._run is not None and not goes_on and not self._killed:
                self._stop(self._run)
            raise
        finally:
            self._run = None

    @contextmanager
    def _errors_of_waiting(self) -> Iterator[None]:
        """Translate errors after submission. All but a verdict on the run may be retried: a retry attaches."""
        try:
            yield
        except RunFailedError as error:
            raise AirflowFailException(failure_message(error)) from error
        except RunCancelledError as error:
            # Stopped by on_kill, the run says nothing about itself; stopped by somebody else, it was meant.
            kind = AirflowException if self._killed else AirflowFailException
            raise kind(str(error)) from error
        except WiroError as error:
            raise AirflowException(str(error)) from error


@contextmanager
def _errors_of_submission() -> Iterator[None]:
    """Translate errors before there is a run: what another try cannot change fails the task at once."""
    try:
        yield
    except ValueError as error:
        raise AirflowFailException(f"Nothing was submitted: {error}") from error
    except WiroError as error:
        kind = AirflowException if error.retryable else AirflowFailException
        raise kind(f"Nothing was submitted: {error}") from error
