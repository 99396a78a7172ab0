"""Tasks: what a run becomes, and the rows and frames that tell of it."""

import secrets
import string
import time
from collections import defaultdict
from collections.abc import Callable, Iterator
from decimal import Decimal
from itertools import islice
from typing import Any

from attrs import define, field

from wiro.lifecycle import CANCELLABLE_STATUSES, TASK_STATUS_ORDER, TERMINAL_STATUSES
from wiro.sandbox.books import Submission
from wiro.sandbox.catalogue import Plan, RunInput, SandboxModel
from wiro.sandbox.dialects import newer_outputs
from wiro.sandbox.options import Dialect

__all__ = ["Task", "TaskStore", "task_row"]

_TOKEN_LENGTH = 30
_TOKEN_ALPHABET = string.ascii_letters + string.digits
_FIRST_ID = 534_574
_RANK = {status: rank for rank, status in enumerate(TASK_STATUS_ORDER)}


@define(kw_only=True, eq=False)
class Task:
    """One task and everything that is known of it.

    Args:
        id: Number of the task, as text.
        token: The secret that opens its socket channel.
        model: What runs.
        run: What the model was given.
        plan: What the run will do.
        record: Its page in the books, which holds the parameters.
        callback_url: Where to POST the result, empty for nowhere.
        team_guid: The team that pays, None for the account itself.
    """

    id: str
    token: str
    model: SandboxModel
    run: RunInput
    plan: Plan
    record: Submission
    callback_url: str = ""
    team_guid: str | None = None
    status: str = TASK_STATUS_ORDER[0]
    exit_code: int | None = None
    stdout: list[str] = field(factory=list)
    stderr: list[str] = field(factory=list)
    outputs: list[dict[str, Any]] = field(factory=list)
    start_time: int | None = None
    end_time: int | None = None
    elapsed_seconds: float = 0.0
    cost: Decimal = Decimal(0)

    @property
    def prompt(self) -> str:
        """What was asked, empty for models without a prompt."""
        return str(self.record.parameters.get("prompt", ""))

    @property
    def is_terminal(self) -> bool:
        """Whether nothing more will happen."""
        return self.status in TERMINAL_STATUSES

    @property
    def is_cancellable(self) -> bool:
        """Whether the task is still in the queue."""
        return self.status in CANCELLABLE_STATUSES

    def move_to(self, status: str) -> None:
        """Change the status.

        Raises:
            RuntimeError: If the task has ended, or the documented order forbids the step: a mistake in the sandbox.
        """
        forward = _RANK.get(status, -1) >= _RANK.get(self.status, -1)
        if self.is_terminal or not (forward or status in ("task_cancel", "task_error")):
            raise RuntimeError(f"Task {self.id} cannot move from {self.status} to {status}.")
        self.status = self.record.status = status
        if status in TERMINAL_STATUSES:
            self.record.finished_at = time.time()


def task_row(task: Task, dialect: Dialect) -> dict[str, Any]:
    """Return the row of Task/Detail: numbers and times as text, `pexit` null until the model has ended.

    Args:
        task: The task.
        dialect: The newer one adds `debugerror` to every row, and gives a language model's text as segments.
    """
    row: dict[str, Any] = {
        "id": task.id,
        "socketaccesstoken": task.token,
        "parameters": task.record.parameters,
        "status": task.status,
        "pexit": None if task.exit_code is None else str(task.exit_code),
        "debugoutput": "\n".join(task.stdout),
        "elapsedseconds": f"{task.elapsed_seconds:.4f}",
        "totalcost": f"{task.cost:.12f}" if task.cost else "0",
        "modeldescription": task.model.description,
        "modelslugowner": task.model.owner,
        "modelslugproject": task.model.slug,
        "outputs": newer_outputs(task.outputs, task.prompt) if dialect == "newer" else list(task.outputs),
    }
    # How the service writes a time that has not come yet is not documented, but any field may be missing.
    if task.start_time is not None:
        row["starttime"] = str(task.start_time)
    if task.end_time is not None:
        row["endtime"] = str(task.end_time)
    if task.stderr or dialect == "newer":
        row["debugerror"] = "\n".join(task.stderr)
    return row


@define
class TaskStore:
    """All tasks, by id and by token, in the order in which they were accepted."""

    _by_id: dict[str, Task] = field(factory=dict, init=False)
    _by_token: dict[str, Task] = field(factory=dict, init=False)
    _active: defaultdict[str | None, set[str]] = field(factory=lambda: defaultdict(set), init=False)
    _next_id: int = field(default=_FIRST_ID, init=False)

    def __iter__(self) -> Iterator[Task]:
        return iter(self._by_id.values())

    @property
    def active(self) -> int:
        """How many tasks are queued or running."""
        return sum(map(len, self._active.values()))

    def active_in(self, team_guid: str | None) -> int:
        """Return how many tasks of one workspace are queued or running."""
        return len(self._active[team_guid])

    def new_id(self) -> str:
        """Return an id that no task had, not even before a reset."""
        self._next_id += 1
        return str(self._next_id)

    def new_token(self) -> str:
        """Return a secret token."""
        # A byte is not quite evenly spread over 62 characters, which leaves more than enough to guess.
        return "".join(_TOKEN_ALPHABET[byte % len(_TOKEN_ALPHABET)] for byte in secrets.token_bytes(_TOKEN_LENGTH))

    def add(self, task: Task) -> None:
        """Store a new task."""
        self._by_id[task.id] = task
        self._by_token[task.token] = task
        self._active[task.team_guid].add(task.id)

    def ended(self, task: Task) -> None:
        """Give the task's slot back."""
        self._active[task.team_guid].discard(task.id)

    def find(self, task_id: str | None, token: str | None) -> Task | None:
        """Return a task by its id or else its token."""
        if task_id:
            return self._by_id.get(task_id)
        return self._by_token.get(token) if token else None

    def newest_first(self, matches: Callable[[Task], bool]) -> list[Task]:
        """Return the tasks that match, the newest one first."""
        return [task for task in reversed(self._by_id.values()) if matches(task)]

    def newest(self, limit: int) -> Iterator[Task]:
        """Return the newest tasks, the newest one first."""
        return islice(reversed(self._by_id.values()), limit)

    def clear(self) -> None:
        """Forget all tasks; ids go on counting."""
        self._by_id.clear()
        self._by_token.clear()
        self._active.clear()
