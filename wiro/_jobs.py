"""The kinds of jobs that a hub can wait for: tasks and messages to agents.

A kind says which lifecycle follows the job, how its frames and rows are recognised, and how the socket subscribes to
it. The hub, its subscriptions and the handles know nothing else about the difference.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final, Generic, Protocol, TypeVar

from attrs import frozen

from wiro.agent_lifecycle import MESSAGE_TERMINAL_STATUSES, MessageLifecycle, MessageOutcome, is_terminal_agent_frame
from wiro.lifecycle import TERMINAL_STATUSES, TaskLifecycle, TaskOutcome, is_terminal_frame
from wiro.protocol import encode_agent_info, encode_task_info, frame_task_id

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from wiro.config import WaitSettings

__all__ = ["KINDS", "MESSAGES", "TASKS", "JobKind", "JobOutcome", "Lifecycle"]


class JobOutcome(Protocol):
    """What every kind of outcome tells."""

    @property
    def status(self) -> str:
        """The status that decided."""

    @property
    def detail(self) -> dict[str, Any]:
        """The row that decided."""


_Outcome = TypeVar("_Outcome", bound=JobOutcome)
_Settled = TypeVar("_Settled", bound=JobOutcome, covariant=True)


class Lifecycle(Protocol[_Settled]):
    """A sans-I/O state machine of one job; see `wiro.lifecycle` and `wiro.agent_lifecycle`."""

    @property
    def status(self) -> str | None:
        """The latest known status."""

    @property
    def outcome(self) -> _Settled | None:
        """How the job ended; None while it has not."""

    @property
    def needs_detail(self) -> bool:
        """True if only a Detail can settle what a frame said."""

    @property
    def next_check_at(self) -> float | None:
        """When the machine itself wants a Detail, on the caller's clock."""

    def feed_frame(self, frame: Mapping[str, Any], now: float) -> None:
        """Take a decoded socket frame of this job."""

    def feed_detail(self, row: Mapping[str, Any], now: float) -> None:
        """Take a Detail row of this job."""


@frozen(slots=True, kw_only=True)
class JobKind(Generic[_Outcome]):
    """One kind of job.

    Attributes:
        name: What people call it.
        frame_prefix: What the types of its frames begin with.
        frame_token: Key of the token in its frames.
        row_token: Key of the token in its Detail row.
        detail_operation: Operation that reads the row.
        terminal_statuses: After these nothing more happens.
        snapshot_frame: Type of the frame that answers a subscription and says how far the job is; empty if none does.
        encode_subscription: Makes the frame that subscribes the socket to a token.
        frame_id: Reads the job's id from a frame; None where frames carry none.
        row_id: Reads the job's id from a Detail row.
        is_last: Tells whether a frame says that its job is over.
        lifecycle: Makes the state machine of one job.
    """

    name: str
    frame_prefix: str
    frame_token: str
    row_token: str
    detail_operation: str
    terminal_statuses: frozenset[str]
    snapshot_frame: str
    encode_subscription: Callable[[str], str]
    frame_id: Callable[[Mapping[str, Any]], str | None]
    row_id: Callable[[Mapping[str, Any]], str | None]
    is_last: Callable[[Mapping[str, Any]], bool]
    lifecycle: Callable[[WaitSettings], Lifecycle[_Outcome]]


def _guid(row: Mapping[str, Any]) -> str | None:
    guid = row.get("guid")
    return guid if isinstance(guid, str) and guid else None


#: Runs of models.
TASKS: Final[JobKind[TaskOutcome]] = JobKind(
    name="task",
    frame_prefix="task_",
    frame_token="tasktoken",  # noqa: S106 - the name of a key
    row_token="socketaccesstoken",  # noqa: S106
    detail_operation="tasks_detail",
    terminal_statuses=TERMINAL_STATUSES,
    snapshot_frame="",
    encode_subscription=encode_task_info,
    frame_id=frame_task_id,
    row_id=frame_task_id,
    is_last=is_terminal_frame,
    lifecycle=lambda settings: TaskLifecycle(
        settings.task_error_grace_seconds,
        lag_seconds=settings.detail_lag_seconds,
        lag_max_seconds=settings.detail_lag_max_seconds,
    ),
)

#: Messages to agents. Their frames carry the token and no id.
MESSAGES: Final[JobKind[MessageOutcome]] = JobKind(
    name="message",
    frame_prefix="agent_",
    frame_token="agenttoken",  # noqa: S106
    row_token="agenttoken",  # noqa: S106
    detail_operation="user_agent_messages_detail",
    terminal_statuses=MESSAGE_TERMINAL_STATUSES,
    snapshot_frame="agent_subscribed",
    encode_subscription=encode_agent_info,
    frame_id=lambda _: None,
    row_id=_guid,
    is_last=is_terminal_agent_frame,
    lifecycle=lambda settings: MessageLifecycle(
        lag_seconds=settings.detail_lag_seconds, lag_max_seconds=settings.detail_lag_max_seconds
    ),
)

#: All kinds, to find the one of a frame.
KINDS: Final[tuple[JobKind[Any], ...]] = (TASKS, MESSAGES)
