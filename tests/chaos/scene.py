"""One row of the matrix while it happens: its own sandbox, its DAG run, and what a test can do to both."""

from __future__ import annotations

import json
import signal
import threading
import time
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING, Any

import httpx
import psutil
from attrs import define, field, frozen

from tests.chaos.airflow211 import Stack211
from tests.chaos.canary import MARK, Canaries
from tests.chaos.work import WORK, Work
from wiro.sandbox import Sandbox

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from demo.airflow_api import AirflowApi
    from demo.stack import Stack
    from tests.chaos.table import Row

__all__ = ["TASK", "Airflow", "Outcome", "Scene", "StuckError"]

TASK = "paid"
ENDED = ("success", "failed", "skipped")
_PATIENCE_SECONDS = 120.0
_SETTLE_SECONDS = 100.0
# A wrong stop or a second submission would come from a trigger or worker that is still winding up.
_AFTERMATH_SECONDS = 3.0
_STATES_AGE_SECONDS = 0.7


class StuckError(AssertionError):
    """Something that must happen did not."""


class Airflow:
    """The Airflow that all rows share, asked by one of them at a time.

    Concurrent requests that write deadlock an api-server on SQLite for minutes. The states of all task instances are
    fetched together, because every row asking for itself would keep Airflow busy.
    """

    def __init__(self, stack: Stack) -> None:
        self._stack = stack
        self._lock = threading.Lock()
        self._fetched_at = 0.0
        self._rows: dict[str, dict[str, Any]] = {}

    @contextmanager
    def api(self) -> Iterator[AirflowApi]:
        """Give its REST API to one row."""
        with self._lock:
            yield self._stack.api

    def clear(self, dag_id: str, run_id: str) -> None:
        """Clear the only task of a DAG run."""
        if isinstance(self._stack, Stack211):
            self._stack.clear(dag_id, TASK)
            return
        with self.api() as api:
            api.clear(dag_id, run_id, TASK)

    def task_instance(self, dag_id: str) -> dict[str, Any]:
        """Return the latest row of a DAG's only task instance; empty before there is one."""
        with self._lock:
            if time.monotonic() - self._fetched_at > _STATES_AGE_SECONDS:
                # A busy api-server may let a question time out; the next one is soon.
                with suppress(httpx.TransportError):
                    self._rows = {row["dag_id"]: row for row in self._stack.api.task_instances_of_all_dags()}
                self._fetched_at = time.monotonic()
            return self._rows.get(dag_id, {})


@frozen
class Outcome:
    """What became of a row.

    Args:
        jobs: End of every job that Wiro accepted from the operator, oldest first.
        state: Airflow's final state of the task instance, or `stuck`.
        tries: Number of the last try.
        seconds: From the start of the DAG run to its judgement.
        violations: What the sandbox found wrong with requests.
        told: What somebody who looks for the cause needs: an error of the test itself, the logs of all tries.
    """

    jobs: tuple[str, ...]
    state: str
    tries: int
    seconds: float
    violations: tuple[Any, ...]
    told: str


@define(eq=False)
class Scene:
    """See the module."""

    row: Row
    airflow: Airflow
    folder: Path
    canaries: Canaries
    sandbox: Sandbox = field(init=False)
    work: Work = field(init=False)
    run_id: str = field(init=False, default="")
    _began: float = field(init=False, factory=time.monotonic)
    _decoys: set[str] = field(init=False, factory=set)

    @sandbox.default
    def _sandbox_with_canaries(self) -> Sandbox:
        name = self.row.dag_id
        return Sandbox(api_key=f"{MARK}key-{name}", api_secret=f"{MARK}secret-{name}")

    @work.default
    def _work_of_row(self) -> Work:
        return WORK[self.row.work]

    def start(self) -> None:
        """Start the sandbox with its faults, and the DAG run."""
        self.sandbox.start()
        conf = self.work.prepare(self.sandbox, self.row.event.seconds)
        for fault in self.row.event.faults:
            self.sandbox.faults.add(**{**fault, "operation": self.work.operations[fault["operation"]]})
        closed = "ws://127.0.0.1:9/v1"
        extra = {
            "api_secret": self.sandbox.api_secret,
            "socket_url": self.sandbox.socket_url if self.row.event.socket else closed,
        }
        connection = {
            "connection_id": self.row.dag_id,
            "conn_type": "wiro",
            "host": self.sandbox.base_url,
            "password": self.sandbox.api_key,
            "extra": json.dumps(extra),
        }
        conf |= {"connection": self.row.dag_id, "folder": str(self.folder)}
        with self.airflow.api() as api:
            api.create_connection(connection)
            self.run_id = api.trigger(self.row.dag_id, conf)

    def judge(self, error: Exception | None = None) -> Outcome:
        """Wait for the end, and a little longer, then say what happened.

        Args:
            error: What kept the row from being played.
        """
        if error is None:
            try:
                # A retry that starts an agent late waits for it as long as the first try would have.
                patience = _PATIENCE_SECONDS + min(self.row.event.seconds, _PATIENCE_SECONDS)
                self.until("the end", lambda: self.state in ENDED, patience)
            except StuckError as stuck:
                error = stuck
            deadline = time.monotonic() + _SETTLE_SECONDS
            while self.jobs != self.row.jobs and time.monotonic() < deadline:
                time.sleep(0.3)
            time.sleep(_AFTERMATH_SECONDS)
        jobs, state = self.jobs, "stuck" if error else str(self.state)
        tries = int(self.airflow.task_instance(self.row.dag_id).get("try_number") or 0)
        return Outcome(
            jobs=jobs,
            state=state,
            tries=tries,
            seconds=time.monotonic() - self._began,
            violations=tuple(self.sandbox.books.violations),
            told="" if self.row.is_met(jobs, state) else self._story(error, tries),
        )

    def stop(self) -> None:
        """Stop the sandbox, whose tokens nobody may have seen."""
        self.canaries.add(self)
        self.sandbox.stop()

    @property
    def state(self) -> str | None:
        """Airflow's state of the task instance."""
        state: str | None = self.airflow.task_instance(self.row.dag_id).get("state")
        return state

    @property
    def jobs(self) -> tuple[str, ...]:
        """End of every job so far, oldest first."""
        return tuple(end for job, end in self.work.ends(self.sandbox).items() if job not in self._decoys)

    def until(self, what: str, ready: Callable[[], Any], timeout: float = _PATIENCE_SECONDS) -> Any:
        """Wait for a truthy answer and return it.

        Raises:
            StuckError: It took longer than `timeout` seconds.
        """
        deadline = time.monotonic() + timeout
        while not (answer := ready()):
            if time.monotonic() > deadline:
                raise StuckError(f"{what} did not come within {timeout:.0f} s; the task is {self.state}")
            time.sleep(0.05)
        return answer

    def submitted(self, times: int = 1) -> None:
        """Wait until so many jobs were accepted."""
        self.until("the submission", lambda: len(self.jobs) >= times)

    def asked(self, operation: str) -> None:
        """Wait until the operation was asked for, whatever became of the request."""
        self.until(f"a {operation} request", lambda: self.sandbox.books.counts[self.work.operations[operation]])

    def is_state(self, *states: str) -> None:
        """Wait until the task instance is in one of the states."""
        self.until(" or ".join(states), lambda: self.state in states)

    def watched(self) -> None:
        """Wait until the task is deferred, its worker is gone, and its trigger has asked Wiro for something."""
        worker = self.process()
        self.is_state("deferred")
        self.until("the worker's end", lambda: not worker.is_running() or worker.status() == psutil.STATUS_ZOMBIE)
        before = self.sandbox.books.counts.total()
        self.until(
            "the trigger",
            lambda: self.sandbox.books.sockets_open or self.sandbox.books.counts.total() > before,
        )

    def process(self, moment: str = "started", try_number: int = 1) -> psutil.Process:
        """Return the task's own process as soon as it has come so far (see `dags/chaos.py`)."""
        file = self.folder / f"{self.row.dag_id}.{try_number}.{moment}"
        self.until(f"a process that is {moment}", file.exists)
        return psutil.Process(int(file.read_text()))

    def kill(self, moment: str = "started") -> None:
        """Kill the worker's task process (-9)."""
        self.process(moment).send_signal(signal.SIGKILL)

    def add_decoy(self) -> None:
        """Submit the same job as somebody else would."""
        # Known as a decoy before the books show it would need its id; the rows that use it look at the end only.
        self._decoys.add(self.work.decoy(self.sandbox, self.row.dag_id))

    def clear(self) -> None:
        """Clear the task as a person does."""
        self.airflow.clear(self.row.dag_id, self.run_id)

    def mark(self, state: str) -> None:
        """Mark the task as a person does."""
        with self.airflow.api() as api:
            api.set_task_state(self.row.dag_id, self.run_id, TASK, state)

    def mark_dag_run(self, state: str) -> None:
        """Mark the DAG run as a person does."""
        with self.airflow.api() as api:
            api.set_run_state(self.row.dag_id, self.run_id, state)

    def _story(self, error: Exception | None, tries: int) -> str:
        parts = [f"{type(error).__name__}: {error}"] if error else []
        for number in range(1, max(tries, 1) + 1):
            try:
                with self.airflow.api() as api:
                    log = api.task_log(self.row.dag_id, self.run_id, TASK, number)
            except RuntimeError as problem:
                log = str(problem)
            parts.append(f"--- try {number} ---\n{log}")
        return "\n".join(parts)
