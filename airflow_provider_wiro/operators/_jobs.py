"""What `PaidJobOperator` knows of the work that it pays for: the request, the job, and how far it is."""

from __future__ import annotations

from abc import ABC, abstractmethod
from enum import Enum
from typing import TYPE_CHECKING, Any, ClassVar, Generic, TypeVar

from attrs import frozen

from airflow_provider_wiro.events import verdict_on

if TYPE_CHECKING:
    from collections.abc import Sequence
    from decimal import Decimal

    from airflow.providers.common.compat.sdk import Context
    from airflow.triggers.base import BaseTrigger

    from wiro import Wiro
    from wiro.errors import WiroError

__all__ = ["JobState", "PaidJob", "PaidRequest"]


@frozen(kw_only=True)
class PaidRequest(ABC):
    """The templated arguments of an operator, rendered and checked. A subclass adds what its request is made of.

    Attributes:
        timeout: Seconds from the start of the try after which the job is stopped and the task fails.
        output_path: Address under which files and long texts are saved, for `storage_path`; None leaves them on Wiro.
        max_cost_usd: What the job may cost at most; None for no limit.
        quote: What `_prepare` found out about the cost, such as `{"usd": 0.03, "certainty": "exact"}`; kept with the
            record and told in XCom. None if nobody asked.
    """

    timeout: float
    output_path: str | None = None
    max_cost_usd: Decimal | None = None
    quote: dict[str, Any] | None = None

    @property
    @abstractmethod
    def subject(self) -> str:
        """What is asked for work, for people and for the record: `owner/model`, or an agent."""

    @property
    @abstractmethod
    def fingerprint(self) -> str:
        """Digest of what is paid for, from `airflow_provider_wiro.submissions.fingerprint_of`.

        A retry with another fingerprint stops the recorded job and pays for a new one. So it covers what the submission
        itself sends, and neither secrets nor what idempotent steps set up afterwards.
        """


class JobState(Enum):
    """How far a recorded job is. One that Wiro does not know any more is a `NotFoundError` instead."""

    ACTIVE = "active"
    SUCCEEDED = "succeeded"
    FAILED = "failed"
    CANCELLED = "cancelled"


_Request = TypeVar("_Request", bound=PaidRequest)
_Job = TypeVar("_Job")
_Result = TypeVar("_Result")


class PaidJob(ABC, Generic[_Request, _Job, _Result]):
    """One kind of job: how it is asked for, followed, stopped and described. See `operators._paid`.

    The types are those of the request, of the handle of a job (such as `wiro.Run`) and of its result.
    """

    #: What the job is called in messages: `task`, `message` or `agent`.
    _kind: ClassVar[str]
    #: Whether there is anything to wait for. If not, `_wait` reads what is there already, and the task never defers.
    _waits: ClassVar[bool] = True
    #: Whether a kill, the deadline and an interruption stop the job.
    _stops_remote: ClassVar[bool] = True

    @abstractmethod
    def _request(self) -> _Request:
        """Return the rendered and checked arguments.

        Raises:
            ValueError: Names an argument that is wrong and says what is accepted.
        """

    @abstractmethod
    def _submit(self, client: Wiro, request: _Request) -> _Job:
        """Send the request that costs money, once. Nothing else in here may fail after it was accepted."""

    @abstractmethod
    def _remote_id(self, job: _Job) -> str:
        """Return the id that finds the job again."""

    @abstractmethod
    def _attach(self, client: Wiro, remote_id: str) -> _Job:
        """Return a handle of a job by its id. Sends nothing."""

    @abstractmethod
    def _look(self, job: _Job) -> JobState:
        """Ask how far a job is.

        Raises:
            NotFoundError: Wiro does not know it any more.
        """

    @abstractmethod
    def _wait(self, job: _Job, timeout: float) -> _Result:
        """Wait for the job on the worker.

        Args:
            job: What was submitted or attached to.
            timeout: Seconds, above 0.

        Raises:
            WaitTimeoutError: The time is over; the job goes on.
            WiroError: The job did not succeed, if `_verdict` has a verdict on it; or it cannot be followed.
        """

    @abstractmethod
    def _trigger(self, remote_id: str, request: _Request, deadline: float) -> BaseTrigger:
        """Return the trigger that goes on waiting.

        Args:
            remote_id: Id of the job.
            request: The rendered arguments.
            deadline: When the trigger gives up, seconds since the epoch.
        """

    @abstractmethod
    def _summary(
        self, result: _Result, request: _Request, *, finished_at: float, resumed_at: float | None
    ) -> dict[str, Any]:
        """Describe a result for XCom: small, JSON, no tokens; with `finished_at` and `resumed_at`."""

    @abstractmethod
    def _stop_remote(self, job: _Job) -> None:
        """Stop the job. One that has ended is fine."""

    def _announce(self, context: Context, request: _Request) -> None:
        """Push links to XCom."""

    def _prepare(self, client: Wiro, request: _Request) -> _Request:  # noqa: ARG002
        """Refuse what cannot work while nothing is recorded; return the request to submit."""
        return request

    def _set_up(self, client: Wiro, job: _Job, request: _Request) -> None:
        """Do the idempotent steps that follow the submission."""

    def _look_up(self, client: Wiro, request: _Request, since: float) -> Sequence[str]:  # noqa: ARG002
        """Return the ids of jobs that this request may have made since a moment, seconds since the epoch."""
        return ()

    def _replaced(self, job: _Job) -> None:
        """Deal with a recorded job that was asked for something else, before a new one is submitted."""
        self._stop_remote(job)

    def _verdict(self, error: WiroError) -> tuple[str, str] | None:
        """Tell whether an error says how the job ended; see `airflow_provider_wiro.events.verdict_on`."""
        return verdict_on(error)

    def _saved(self, result: _Result, request: _Request, summary: dict[str, Any]) -> dict[str, Any]:  # noqa: ARG002
        """Save what belongs under `output_path`, called only if there is one; return the summary with where it is."""
        return summary
