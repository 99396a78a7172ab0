"""The sandbox's books: what was asked, accepted, charged and sent, for tests to read."""

from collections import Counter
from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from attrs import asdict, define, field, fields, frozen

__all__ = ["Books", "Payment", "RequestRecord", "Stop", "Submission", "Violation", "WebhookAttempt"]

# Requests and frames are listed for people; the counters beside the lists stay exact when the lists are cut.
_MAX_LISTED = 10_000


@define(kw_only=True, eq=False)
class Submission:
    """One accepted run.

    Args:
        taskid: Id of the task.
        model: `owner/slug`.
        parameters: The run's parameters as the service keeps them; files by their address.
        fingerprint: Hash of model and parameters: equal for a run that was submitted twice.
        identity: Project that pays, and how it proved who it is.
        accepted_at: Seconds since the epoch.
        finished_at: When the last status was reached, None before.
        status: Current status.
        exit_code: The model's exit code, None before it ended and for cancelled tasks.
        charged_usd: What was taken from the wallet.
        frames: Types of the frames in the order in which they were emitted, whether or not anybody listened.
        requests: How often each operation was asked about this task, refusals included, the run itself excluded.
    """

    taskid: str
    model: str
    parameters: dict[str, Any]
    fingerprint: str
    identity: str
    accepted_at: float
    finished_at: float | None = None
    status: str = "task_queue"
    exit_code: int | None = None
    charged_usd: Decimal = Decimal(0)
    frames: list[str] = field(factory=list)
    requests: Counter[str] = field(factory=Counter)


@frozen
class Stop:
    """A task that was cancelled or killed: its id and when, in seconds since the epoch."""

    taskid: str
    at: float


@frozen
class RequestRecord:
    """One answered request: when, operation, HTTP status, `result` of the envelope, and the fault if one hit it."""

    at: float
    operation: str
    status: int
    result: bool | None
    fault: str | None = None


@frozen
class Violation:
    """Something wrong with a `request`, `response`, `frame` or `task`: where it happened and what it is."""

    direction: str
    where: str
    problem: str


@frozen
class Payment:
    """What a deployed agent cost: when, which agent, USD (negative when given back) and what for."""

    at: float
    useragentguid: str
    amount_usd: Decimal
    reason: str


@frozen
class WebhookAttempt:
    """One POST to a `callbackUrl`: task, address, HTTP status (None if nobody answered) and when."""

    taskid: str
    url: str
    status: int | None
    at: float


@define
class Books:
    """Everything a test may want to count.

    The sandbox appends from its own thread; reading from another is safe. `counts` has one entry an operation and
    counts each request that arrived, also those that a fault or a refusal ended.
    """

    submissions: list[Submission] = field(factory=list)
    cancels: list[Stop] = field(factory=list)
    kills: list[Stop] = field(factory=list)
    webhooks: list[WebhookAttempt] = field(factory=list)
    payments: list[Payment] = field(factory=list)
    violations: list[Violation] = field(factory=list)
    requests: list[RequestRecord] = field(factory=list)
    counts: Counter[str] = field(factory=Counter)
    refusals: Counter[str] = field(factory=Counter)
    faults: Counter[str] = field(factory=Counter)
    sockets_opened: int = 0
    sockets_open: int = 0
    frames_sent: int = 0
    frames_lost: int = 0

    @property
    def charges_usd(self) -> Decimal:
        """Sum of what the runs cost."""
        return sum((submission.charged_usd for submission in self.submissions), Decimal(0))

    def submission(self, taskid: str) -> Submission:
        """Return the record of one task.

        Raises:
            KeyError: If no such run was accepted.
        """
        for submission in self.submissions:
            if submission.taskid == taskid:
                return submission
        raise KeyError(taskid)

    def record_request(self, record: RequestRecord) -> None:
        """Add one answered request to the list, forgetting the oldest ones of very long runs."""
        self.requests.append(record)
        if len(self.requests) > _MAX_LISTED:
            del self.requests[: _MAX_LISTED // 2]

    def clear(self) -> None:
        """Forget everything but the number of sockets that are open now."""
        open_sockets = self.sockets_open
        fresh = Books()
        for attribute in fields(Books):
            setattr(self, attribute.name, getattr(fresh, attribute.name))
        self.sockets_open = self.sockets_opened = open_sockets

    def to_dict(self) -> dict[str, Any]:
        """Return the books as JSON: amounts of money are strings, times are seconds since the epoch."""
        return {
            "submissions": [_plain(submission) for submission in list(self.submissions)],
            "counts": dict(self.counts),
            "refusals": dict(self.refusals),
            "faults": dict(self.faults),
            "cancels": [_plain(stop) for stop in list(self.cancels)],
            "kills": [_plain(stop) for stop in list(self.kills)],
            "payments": [_plain(payment) for payment in list(self.payments)],
            "webhooks": [_plain(attempt) for attempt in list(self.webhooks)],
            "violations": [_plain(violation) for violation in list(self.violations)],
            "requests": [_plain(record) for record in list(self.requests)],
            "charges_usd": str(self.charges_usd),
            "sockets": {
                "open": self.sockets_open,
                "opened": self.sockets_opened,
                "frames_sent": self.frames_sent,
                "frames_lost": self.frames_lost,
            },
        }


def _plain(record: Any) -> Mapping[str, Any]:
    return asdict(record, value_serializer=lambda _record, _attribute, value: _money_as_text(value))


def _money_as_text(value: Any) -> Any:
    return str(value) if isinstance(value, Decimal) else value
