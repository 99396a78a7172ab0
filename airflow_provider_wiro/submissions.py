"""The record that prevents paying twice: what a task instance submitted, kept outside the process that did.

    (nothing) ── intend ──> intent ── confirm(remote id) ──> submitted ── deliver ──> delivered
                              └────── discard (refused) ──> (nothing)

Wiro has no idempotency key. So the intent is stored before the request leaves, the id in the statement that learns it,
and "delivered" as the very last step of the task, because a worker may die after `execute()` returned and before
Airflow recorded success. The next try of the same task instance reads the record and `next_step` decides.

The record is kept in `context["task_state_store"]` (Airflow 3.3 and later) or in an Airflow Variable. It holds ids,
never tokens or parameters.
"""

from __future__ import annotations

import hashlib
import json
import time
from enum import Enum
from typing import TYPE_CHECKING, Any, Literal, Protocol

from attrs import asdict, evolve, frozen

from airflow_provider_wiro.success import after_success
from airflow_provider_wiro.task_states import TaskInstanceId

if TYPE_CHECKING:
    from collections.abc import Mapping

    from airflow.providers.common.compat.sdk import Context

__all__ = ["NextStep", "Submission", "SubmissionRecord", "fingerprint_of", "next_step"]

_VERSION = 1
_KEY = "wiro_submission"
_States = Literal["intent", "submitted", "delivered"]


@frozen(kw_only=True)
class SubmissionRecord:
    """What is known about the latest submission of a task instance.

    Attributes:
        state: How far it got.
        subject: What was asked for work, for people: `owner/model`, or an agent.
        fingerprint: Digest of the request.
        try_number: The try that wrote the state.
        recorded_at: When the intent was recorded, seconds since the epoch.
        remote_id: Id of the Wiro task, message or agent; unknown in an intent.
        quote: What the job was expected to cost, with `usd` and `certainty`; None if nobody asked.
        version: Version of this format.
    """

    state: _States
    subject: str
    fingerprint: str
    try_number: int
    recorded_at: float
    remote_id: str | None = None
    quote: dict[str, Any] | None = None
    version: int = _VERSION

    @classmethod
    def from_json(cls, value: Any) -> SubmissionRecord:
        """Read a stored record.

        Raises:
            ValueError: It was written by a version of this provider that this one does not know.
        """
        try:
            if value["version"] == _VERSION:
                return cls(**value)
        except (KeyError, TypeError):
            pass
        raise ValueError(
            "The record of this task's submission was written by another version of the Wiro provider; "
            "whether it must be submitted again cannot be told."
        )


class NextStep(Enum):
    """What a try does, given the record that it finds."""

    SUBMIT = "submit"
    ATTACH = "attach"
    #: The recorded job was asked for something else: stop it, then submit.
    REPLACE = "replace"
    #: The recorded request may have been accepted; nobody knows its id.
    AMBIGUOUS = "ambiguous"


def fingerprint_of(subject: str, content: Mapping[str, Any]) -> str:
    """Return the digest of a request: the same for the same JSON, whatever the order of its keys."""
    canonical = json.dumps([subject, content], sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(canonical.encode()).hexdigest()


def next_step(record: SubmissionRecord | None, fingerprint: str, cleared_after_try: int) -> NextStep:
    """Decide what a try does.

    Args:
        record: What an earlier try left behind.
        fingerprint: Digest of the request that this try would send.
        cleared_after_try: The try after which a person cleared the task; 0 if nobody did.

    Returns:
        The step. A record counts as finished work only if it was delivered before the task was cleared. Delivered and
        retried by Airflow itself means that the worker died between the two, and the result is read again.
    """
    if record is None or (record.state == "delivered" and record.try_number <= cleared_after_try):
        return NextStep.SUBMIT
    if record.remote_id is None:
        return NextStep.AMBIGUOUS
    return NextStep.ATTACH if record.fingerprint == fingerprint else NextStep.REPLACE


class RecordStore(Protocol):
    """Where one task instance's record lives; JSON in, JSON out."""

    def load(self) -> Any | None:
        """Return what is stored, or None."""

    def save(self, value: dict[str, Any]) -> None:
        """Replace what is stored."""

    def finish(self, value: dict[str, Any]) -> None:
        """Replace what is stored with a record that no try but one of Airflow's own retries will need."""

    def delete(self) -> None:
        """Forget what is stored, if anything is."""


class Submission:
    """The submission of one task instance.

    Args:
        store: Where the record lives.
        try_number: Number of this try, counted from 1.
        cleared_after_try: See `next_step`.
    """

    def __init__(self, store: RecordStore, *, try_number: int, cleared_after_try: int = 0) -> None:
        self._store = store
        self._try_number = try_number
        self._cleared_after_try = cleared_after_try
        self._intent: SubmissionRecord | None = None

    @classmethod
    def of(cls, context: Context) -> Submission:
        """Return the submission of the task instance that is running."""
        instance: Any = context["ti"]
        retries = getattr(getattr(instance, "task", None), "retries", 0) or 0
        # Airflow sets max_tries = retries at first, and the last try + retries whenever a finished task is cleared.
        cleared_after_try = max(0, (instance.max_tries or 0) - retries)
        return cls(_store_of(context), try_number=instance.try_number, cleared_after_try=cleared_after_try)

    def record(self) -> SubmissionRecord | None:
        """Return the stored record.

        Raises:
            ValueError: It was written by a version of this provider that this one does not know.
        """
        stored = self._store.load()
        return None if stored is None else SubmissionRecord.from_json(stored)

    def next_step(self, fingerprint: str) -> tuple[NextStep, SubmissionRecord | None]:
        """Return what this try does about a request, and the record that says so."""
        record = self.record()
        return next_step(record, fingerprint, self._cleared_after_try), record

    def was_cleared(self, record: SubmissionRecord) -> bool:
        """Tell whether a person cleared the task after the record was written."""
        return record.try_number <= self._cleared_after_try

    def quote(self) -> dict[str, Any] | None:
        """Return what the recorded job was expected to cost; None if that is not known."""
        try:
            record = self.record()
        except ValueError:
            return None
        return None if record is None else record.quote

    def intend(self, subject: str, fingerprint: str, quote: dict[str, Any] | None = None) -> SubmissionRecord:
        """Record that the request is about to be sent."""
        self._intent = SubmissionRecord(
            state="intent",
            subject=subject,
            fingerprint=fingerprint,
            try_number=self._try_number,
            recorded_at=time.time(),
            quote=quote,
        )
        self._store.save(asdict(self._intent))
        return self._intent

    def confirm(self, remote_id: str) -> None:
        """Record the id of the job that the intended request made, or that was found for an intent of an earlier try.

        Raises:
            RuntimeError: There was no intent; the request must not have been sent.
        """
        intent = self._intent or self.record()
        if intent is None or intent.state != "intent":
            raise RuntimeError("A submission was confirmed that was never recorded as intended.")
        confirmed = evolve(intent, state="submitted", remote_id=remote_id, try_number=self._try_number)
        self._store.save(asdict(confirmed))

    def discard(self) -> None:
        """Forget an intent whose request was certainly not accepted."""
        self._store.delete()

    def deliver(self) -> None:
        """Record that the result has reached Airflow. Without a record there is nothing to do."""
        record = self.record()
        if record is not None:
            self._store.finish(asdict(evolve(record, state="delivered", try_number=self._try_number)))


class _TaskStateStore:
    """Airflow 3.3's own store: survives retries and clears, and forgets after its configured retention."""

    def __init__(self, accessor: Any) -> None:
        self._accessor = accessor

    def load(self) -> Any | None:
        return self._accessor.get(_KEY)

    def save(self, value: dict[str, Any]) -> None:
        self._accessor.set(_KEY, value)

    finish = save

    def delete(self) -> None:
        self._accessor.delete(_KEY)


class _VariableStore:
    """An Airflow Variable a task instance, where there is no task state store.

    Args:
        instance: Whose record it is. Never the try: the next try must find the record.
    """

    def __init__(self, instance: TaskInstanceId) -> None:
        self._instance = instance
        # Ids may be as long as a Variable's key may be, so the key is a digest and the description is for people.
        identity = [instance.dag_id, instance.run_id, instance.task_id, instance.map_index]
        digest = hashlib.sha256(json.dumps(identity).encode()).hexdigest()
        self._key = f"{_KEY}_{digest[:40]}"
        self._description = "Wiro submission of {0}.{2}, run {1}, map index {3}".format(*identity)

    def load(self) -> Any | None:
        from airflow.providers.common.compat.sdk import Variable

        # By position: the default is called default_var in Airflow 2 and default in Airflow 3.
        return Variable.get(self._key, None, deserialize_json=True)

    def save(self, value: dict[str, Any]) -> None:
        from airflow.providers.common.compat.sdk import Variable

        Variable.set(self._key, value, description=self._description, serialize_json=True)

    def finish(self, value: dict[str, Any]) -> None:
        # Variables never expire, and one for every task instance that ever ran would bury everybody else's. Airflow 3
        # before 3.3 cannot tell when success is recorded: a worker that dies before that is not covered there.
        if after_success(self._instance, self.delete):
            self.save(value)
        else:
            self.delete()

    def delete(self) -> None:
        from airflow.providers.common.compat.sdk import Variable

        Variable.delete(self._key)


def _store_of(context: Context) -> RecordStore:
    accessor = context.get("task_state_store")
    if accessor is not None:
        return _TaskStateStore(accessor)
    instance: Any = context["ti"]
    return _VariableStore(TaskInstanceId.of(instance))
