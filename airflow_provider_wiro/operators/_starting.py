"""From the record of a task instance to the job that a try waits for: adopted, attached to, or submitted."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, Any, Final, TypeVar

from airflow.providers.common.compat.sdk import AirflowException, AirflowFailException, BaseOperator

from airflow_provider_wiro.claims import claim, claimed_by_siblings
from airflow_provider_wiro.operators._errors import MAYBE_ACCEPTED
from airflow_provider_wiro.operators._jobs import JobState, PaidJob, PaidRequest
from airflow_provider_wiro.storage import check_output_folder
from airflow_provider_wiro.submissions import NextStep, Submission
from wiro.errors import NotFoundError, WiroError

if TYPE_CHECKING:
    from airflow.providers.common.compat.sdk import Context

    from wiro import Wiro

__all__ = ["PaidJobStart"]

#: Pauses in seconds before the looks for a job whose id never arrived: its request may still be on its way.
_LOOK_UP_PAUSES: Final = (0.0, 2.0, 5.0)

_Request = TypeVar("_Request", bound=PaidRequest)
_Job = TypeVar("_Job")
_Result = TypeVar("_Result")


class PaidJobStart(PaidJob[_Request, _Job, _Result], BaseOperator):
    """The part of `PaidJobOperator` that decides whether to submit, and does it."""

    on_ambiguous: str
    resubmit_on_failure: bool

    _job: _Job | None
    _killed: bool
    _spared: bool
    #: What `_prepare` made of the request of this process: files are not uploaded again for each try to get a slot.
    _prepared: _Request | None
    #: What the job was expected to cost; see `PaidRequest.quote`.
    _quote: dict[str, Any] | None
    #: Whether the job of an earlier try has ended well already, so that its result only needs to be read.
    _over: bool

    def __init__(self, **kwargs: Any) -> None:
        # Airflow 3.3 reads the defaults of `partial()` from the signatures of `__init__`. For an operator class without
        # one of its own it finds that of BaseOperator, where None stands for "the default", and takes it as it is.
        super().__init__(**kwargs)

    def _started(self, client: Wiro, request: _Request, context: Context) -> _Job:
        """Return the job that this try waits for.

        Raises:
            ConcurrencyLimitError: All task slots are busy; nothing was submitted.
        """
        submission = Submission.of(context)
        step, record = submission.next_step(request.fingerprint)
        job: _Job | None = None
        if record is None or step is NextStep.SUBMIT:
            pass
        elif step is NextStep.AMBIGUOUS:
            since = record.recorded_at if record.fingerprint == request.fingerprint else None
            job = self._adopted(client, request, context, submission, since)
            if job is None:
                self._refuse_ambiguous(request.subject)
        elif record.remote_id is not None:
            job = self._recorded(client, record.remote_id, request, cleared=submission.was_cleared(record))
            if job is not None and step is NextStep.REPLACE:
                self.log.warning("Wiro %s %s was asked for something else.", self._kind, record.remote_id)
                self._replace(job)
                job, self._over = None, False
        if job is None:
            self._job = None
            return self._submitted(client, request, context, submission)
        self._quote = record.quote if record is not None else None
        self.log.info("Attached to Wiro %s %s, submitted by an earlier try.", self._kind, self._remote_id(job))
        claim(context, self._remote_id(job))
        return job

    def _submitted(self, client: Wiro, request: _Request, context: Context, submission: Submission) -> _Job:
        # Of the arguments, before they are prepared: the same arguments are the same work.
        fingerprint = request.fingerprint
        if request.output_path is not None:
            check_output_folder(request.output_path)
        if self._prepared is None:
            self._prepared = self._prepare(client, request)
        prepared = self._prepared
        self._quote = prepared.quote
        if self._killed:
            # Airflow 3 calls on_kill and lets the task go on until it kills the process, seconds later.
            raise AirflowException("Nothing was submitted: the task was told to end.")
        intent = submission.intend(request.subject, fingerprint, prepared.quote)
        try:
            self._job = job = self._submit(client, prepared)
        except MAYBE_ACCEPTED as error:
            found = self._adopted(client, request, context, submission, intent.recorded_at)
            if found is None:
                raise self._left_ambiguous(error) from error
            self._job = job = found
        except WiroError:
            submission.discard()
            raise
        except BaseException as interruption:
            if not isinstance(interruption, Exception):
                self._stop_unanswered(client, request, context, submission, intent.recorded_at)
            raise
        else:
            remote_id = self._remote_id(job)
            try:
                submission.confirm(remote_id)
            finally:
                self.log.info("Submitted %s as Wiro %s %s.", request.subject, self._kind, remote_id)
            claim(context, remote_id)
        return job

    def _stop_unanswered(
        self, client: Wiro, request: _Request, context: Context, submission: Submission, since: float
    ) -> None:
        """Stop what a request has made whose answer nobody waited for: Ctrl-C, `execution_timeout`, a kill."""
        if self._spared or not self._stops_remote:
            return
        try:
            job = self._adopted(client, request, context, submission, since)
        except Exception as error:
            self.log.warning("The %s of %s may run and be billed: %s", self._kind, request.subject, error)
            return
        if job is not None and self._killed:
            # Otherwise the interruption itself stops it, on its way out.
            self._stop(job)

    def _adopted(
        self, client: Wiro, request: _Request, context: Context, submission: Submission, since: float | None
    ) -> _Job | None:
        """Return the one job that a request without an answer has made; None if none, or several, may be it."""
        if since is None:
            return None
        found: list[str] = []
        for pause in _LOOK_UP_PAUSES:
            time.sleep(pause)
            try:
                claimed = claimed_by_siblings(context)
                found = [one for one in self._look_up(client, request, since) if one not in claimed]
            except WiroError as error:
                self.log.warning("Wiro could not be asked for the %s of %s: %s", self._kind, request.subject, error)
                continue
            if found:
                break
        if len(found) != 1:
            self.log.warning("%d jobs on Wiro may be the %s of %s.", len(found), self._kind, request.subject)
            return None
        (remote_id,) = found
        submission.confirm(remote_id)
        self.log.info("Adopted Wiro %s %s: the request for it got no answer.", self._kind, remote_id)
        claim(context, remote_id)
        self._job = job = self._attach(client, remote_id)
        return job

    def _left_ambiguous(self, error: WiroError) -> AirflowException:
        """Return what ends a try whose request may or may not have been accepted."""
        if self.on_ambiguous == "resubmit":
            return AirflowException(f"{error} The next try looks for it again, and submits again if it finds nothing.")
        return AirflowFailException(f"{error} It was not found on Wiro. This task will not submit again by itself.")

    def _recorded(self, client: Wiro, remote_id: str, request: _Request, *, cleared: bool) -> _Job | None:
        """Return the recorded job, or None if it ended without success: then a new one must be submitted."""
        try:
            self._job = job = self._attach(client, remote_id)
            state = self._look(job)
        except NotFoundError as error:
            self._refuse_ambiguous(
                request.subject,
                f"Wiro does not know {self._kind} {remote_id} any more, or not with this connection ({error}).",
            )
            return None
        except WiroError as error:
            kind = AirflowException if error.retryable else AirflowFailException
            raise kind(
                f"Wiro {self._kind} {remote_id} of an earlier try could not be looked at ({error}); it may still run "
                "and be billed. Nothing was submitted again."
            ) from error
        self._over = state is JobState.SUCCEEDED
        if self._over or state is JobState.ACTIVE:
            return job
        if state is JobState.FAILED and not (self.resubmit_on_failure or cleared):
            raise AirflowFailException(
                f"Wiro {self._kind} {remote_id} of an earlier try failed. It is not submitted again: the same request "
                "would probably fail again. To submit it nevertheless, clear this task or set resubmit_on_failure=True."
            )
        self.log.info("Wiro %s %s of an earlier try %s; submitting again.", self._kind, remote_id, state.value)
        return None

    def _refuse_ambiguous(self, subject: str, reason: str = "An earlier try ended while it was submitting.") -> None:
        """Fail, unless the author of the DAG has decided to risk a second bill."""
        if self.on_ambiguous == "resubmit":
            self.log.warning("%s Submitting again, as on_ambiguous='resubmit' says; this may be billed twice.", reason)
            return
        raise AirflowFailException(
            f"{reason} The {self._kind} of {subject} may exist and be billed, so it is not submitted again. Look for "
            "it on Wiro; to submit again nevertheless, set on_ambiguous='resubmit' and clear this task."
        )

    def _stop(self, job: _Job) -> bool:
        """Stop the remote job; a failure to do so is logged, because what called this goes on either way."""
        remote_id = self._remote_id(job)
        try:
            self._stop_remote(job)
        except WiroError as error:
            self.log.warning("Wiro %s %s could not be stopped: %s", self._kind, remote_id, error)
            return False
        self.log.info("Stopped Wiro %s %s.", self._kind, remote_id)
        return True

    def _replace(self, job: _Job) -> None:
        try:
            self._replaced(job)
        except WiroError as error:
            self.log.warning("Wiro %s %s could not be stopped: %s", self._kind, self._remote_id(job), error)
