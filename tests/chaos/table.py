"""The money matrix: what happens to a paid task, and what must come of it.

A row's `jobs` are the ends of every job that Wiro accepted from the operator, oldest first; so their number is the
number of submissions, and `cancelled` stands exactly where the remote job must be stopped.
"""

from __future__ import annotations

from itertools import product
from typing import TYPE_CHECKING, Any, Final

from attrs import field, frozen

from tests.chaos import events

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from demo.stack import Stack
    from tests.chaos.scene import Scene

__all__ = ["ROWS", "Event", "Row"]


@frozen(kw_only=True)
class Event:
    """What happens.

    Args:
        name: Part of the row's id.
        act: Done to the row once its DAG run was started.
        befalls: Done to Airflow once every row with the same event has `act` behind it; nothing else runs meanwhile.
        seconds: How long the remote job takes.
        fails: Whether it fails in the end.
        arguments: More arguments of the operator.
        deferred: The same, for the deferred rows only.
        execution_timeout: As the operator takes it, in seconds; 0 for none.
        retries: As the operator takes it.
        retry_seconds: Delay between tries.
        hold: Where the DAG's hook holds the first try: `before_execute`, `after_execute` or `after_delivery`.
        raises: Whether the DAG's `post_execute` hook raises in the first try.
        faults: Faults of the sandbox, with `operation` one of `Work.operations`.
        socket: Whether the socket can be reached.
        not_before_3: Why the event does not exist before Airflow 3; empty if it does.
    """

    name: str
    act: Callable[[Scene], None] = events.nothing
    befalls: Callable[[Stack], None] | None = None
    seconds: float = 12.0
    fails: bool = False
    arguments: Mapping[str, Any] = field(factory=dict)
    deferred: Mapping[str, Any] = field(factory=dict)
    execution_timeout: float = 0.0
    retries: int = 1
    retry_seconds: float = 1.0
    hold: str = ""
    raises: bool = False
    faults: tuple[Mapping[str, Any], ...] = ()
    socket: bool = True
    not_before_3: str = ""


@frozen(kw_only=True)
class Row:
    """One operator, in one mode, to which one event happens.

    Args:
        work: A key of `tests.chaos.work.WORK`.
        mode: `inline` or `deferred`.
        event: What happens.
        jobs: See the module.
        state: Airflow's final state of the task instance; what Airflow itself decides one way or the other is
            `failed or skipped`.
    """

    work: str
    mode: str
    event: Event
    jobs: tuple[str, ...]
    state: str

    def is_met(self, jobs: tuple[str, ...], state: str) -> bool:
        """Tell whether this is what must come of it."""
        return jobs == self.jobs and state in self.state.split(" or ")

    @property
    def dag_id(self) -> str:
        """The row's name, which is also its DAG's and its connection's."""
        return f"{self.work}_{self.mode}_{self.event.name}"

    def plan(self, arguments: Mapping[str, Any], operator: str) -> dict[str, Any]:
        """Return what `dags/chaos.py` makes a DAG of."""
        mode = {"deferrable": False} if self.mode == "inline" else {"inline_wait": 0.5, **self.event.deferred}
        return {
            "dag_id": self.dag_id,
            "operator": operator,
            "arguments": {**arguments, **mode, **self.event.arguments},
            "execution_timeout": self.event.execution_timeout,
            "retries": self.event.retries,
            "retry_seconds": self.event.retry_seconds,
            "hold": self.event.hold,
            "raises": self.event.raises,
        }


#: Long enough that a row which is stopped is stopped by somebody.
_ENDLESS: Final = 600.0
_ONE, _TWO = ("succeeded",), ("succeeded", "succeeded")
_BOTH: Final = ("inline", "deferred")
_ALL: Final = ("run", "message", "deploy")
#: What can fail on Wiro, or be stopped there. An agent is paid for by the period, so that nothing stops it.
_JOBS: Final = ("run", "message")
#: A deferred row whose worker is killed while it waits: it waits long enough to be killed, and defers in its next try.
_WAITS_A_WHILE: Final = {"inline_wait": 8}
#: Hits nothing, but lets the sandbox read requests ahead, so that one whose sender has died is carried out after all.
_CARRIED_OUT: Final = {"operation": "submit", "kind": "delay", "task_id": "nobody"}

_NO_API: Final = "workers of Airflow 2 ask its database, not an API"

_Case = tuple[Event, tuple[str, ...], tuple[str, ...], tuple[str, ...], str]

_CASES: Final[tuple[_Case, ...]] = (
    # event, operators, modes, jobs, state
    (Event(name="undisturbed"), _ALL, _BOTH, _ONE, "success"),
    # --- the worker is killed (-9)
    (Event(name="killed_before_execute", act=events.kill_held, hold="before_execute"), _ALL, _BOTH, _ONE, "success"),
    (
        Event(
            name="killed_while_checking",
            act=events.kill_while_checking,
            faults=({"operation": "check", "kind": "delay", "seconds": 30},),
        ),
        ("run",),
        _BOTH,
        _ONE,
        "success",
    ),
    (
        Event(
            name="killed_on_the_way",
            act=events.kill_on_the_way,
            faults=({"operation": "submit", "kind": "delay", "seconds": 5}, _CARRIED_OUT),
            retry_seconds=8,
        ),
        _ALL,
        _BOTH,
        _ONE,
        "success",
    ),
    (
        # Wiro accepts the request only after the next try has looked for it.
        Event(
            name="killed_on_a_long_way",
            act=events.kill_on_the_way,
            faults=({"operation": "submit", "kind": "delay", "seconds": 75}, _CARRIED_OUT),
        ),
        _ALL,
        _BOTH,
        _ONE,
        "failed",
    ),
    (
        Event(name="killed_after_submit", act=events.kill_after_submit, deferred=_WAITS_A_WHILE, seconds=20),
        _ALL,
        _BOTH,
        _ONE,
        "success",
    ),
    (
        Event(name="killed_while_waiting", act=events.kill_while_waiting, deferred=_WAITS_A_WHILE, seconds=25),
        _ALL,
        _BOTH,
        _ONE,
        "success",
    ),
    (Event(name="killed_before_xcom", act=events.kill_held, hold="after_execute"), _ALL, _BOTH, _ONE, "success"),
    (
        Event(name="killed_after_delivery", act=events.kill_held, hold="after_delivery"),
        _ALL,
        _BOTH,
        _ONE,
        "success",
    ),
    (
        Event(
            name="killed_while_saving",
            act=events.kill_while_saving,
            arguments={"output_path": "{{ dag_run.conf['folder'] }}"},
            faults=({"operation": "download", "kind": "delay", "seconds": 30},),
        ),
        ("run",),
        _BOTH,
        _ONE,
        "success",
    ),
    (
        Event(name="whole_worker_killed", act=events.kill_whole_worker, deferred=_WAITS_A_WHILE, seconds=75),
        _ALL,
        _BOTH,
        _ONE,
        "success",
    ),
    (
        Event(name="supervisor_killed", act=events.kill_supervisor, deferred={"inline_wait": 90}, seconds=75),
        _ALL,
        _BOTH,
        _ONE,
        "success",
    ),
    (
        Event(name="evicted", act=events.evict, deferred={"inline_wait": 60}, seconds=30),
        _ALL,
        _BOTH,
        _ONE,
        "success",
    ),
    (
        Event(name="evicted_for_good", act=events.evict, deferred={"inline_wait": 60}, seconds=_ENDLESS, retries=0),
        _JOBS,
        _BOTH,
        ("cancelled",),
        "failed",
    ),
    # --- retries
    (Event(name="failed", fails=True, seconds=3, retries=2), _JOBS, _BOTH, ("failed",), "failed"),
    (
        Event(name="failed_resubmitted", fails=True, seconds=3, retries=1, arguments={"resubmit_on_failure": True}),
        _JOBS,
        _BOTH,
        ("failed", "failed"),
        "failed",
    ),
    (Event(name="raised_after_the_end", raises=True), _ALL, _BOTH, _ONE, "success"),
    # --- a person clears the task
    (Event(name="cleared_running", act=events.clear_running, seconds=40), _ALL, ("inline",), _ONE, "success"),
    (Event(name="cleared_deferred", act=events.clear_deferred, seconds=30), _ALL, ("deferred",), _ONE, "success"),
    (Event(name="cleared_after_success", act=events.clear_ended), _ALL, _BOTH, _TWO, "success"),
    (
        Event(name="cleared_after_failure", act=events.clear_ended, fails=True, seconds=3, retries=0),
        _JOBS,
        _BOTH,
        ("failed", "failed"),
        "failed",
    ),
    # --- a person, or the deadline, ends the task
    (
        Event(name="marked_failed", act=events.mark_failed, seconds=_ENDLESS),
        _ALL,
        _BOTH,
        ("cancelled",),
        "failed",
    ),
    (
        Event(name="marked_success", act=events.mark_success, seconds=_ENDLESS),
        _ALL,
        _BOTH,
        ("cancelled",),
        "success",
    ),
    (
        Event(name="dag_run_failed", act=events.fail_dag_run, seconds=_ENDLESS),
        _ALL,
        _BOTH,
        ("cancelled",),
        "failed or skipped",
    ),
    (
        Event(name="deadline", seconds=_ENDLESS, retries=0, arguments={"timeout": 8}),
        _ALL,
        _BOTH,
        ("cancelled",),
        "failed",
    ),
    (
        Event(name="deadline_retried", seconds=_ENDLESS, retries=1, arguments={"timeout": 6}),
        _JOBS,
        _BOTH,
        ("cancelled", "cancelled"),
        "failed",
    ),
    (
        Event(name="deadline_retried", seconds=_ENDLESS, retries=1, arguments={"timeout": 6}),
        ("deploy",),
        _BOTH,
        ("left",),
        "failed",
    ),
    (
        Event(name="execution_timeout", seconds=_ENDLESS, retries=0, execution_timeout=20),
        _ALL,
        ("inline",),
        ("cancelled",),
        "failed",
    ),
    # --- the network
    (Event(name="cut_off", act=events.cut_off, seconds=20), _ALL, _BOTH, _ONE, "success"),
    (Event(name="socket_down", socket=False), _ALL, _BOTH, _ONE, "success"),
    (
        Event(
            name="ambiguous_adopted",
            faults=({"operation": "submit", "kind": "drop_after_accept"},),
        ),
        _ALL,
        _BOTH,
        _ONE,
        "success",
    ),
    (
        Event(
            name="ambiguous_two_candidates",
            act=events.add_candidate,
            faults=(
                {"operation": "submit", "kind": "drop_after_accept"},
                {"operation": "look_up", "kind": "delay", "seconds": 3},
            ),
        ),
        _ALL,
        _BOTH,
        _ONE,
        "failed",
    ),
    (
        Event(
            name="ambiguous_two_candidates_resubmitted",
            act=events.add_candidate,
            arguments={"on_ambiguous": "resubmit"},
            faults=(
                {"operation": "submit", "kind": "drop_after_accept"},
                {"operation": "look_up", "kind": "delay", "seconds": 3},
            ),
        ),
        _ALL,
        _BOTH,
        _TWO,
        "success",
    ),
    (
        Event(name="ambiguous_lost", faults=({"operation": "submit", "kind": "drop_before_accept"},)),
        _ALL,
        _BOTH,
        (),
        "failed",
    ),
    (
        Event(
            name="ambiguous_lost_resubmitted",
            arguments={"on_ambiguous": "resubmit"},
            faults=({"operation": "submit", "kind": "drop_before_accept"},),
        ),
        _ALL,
        _BOTH,
        _ONE,
        "success",
    ),
    # --- Airflow itself is hit
    (
        Event(name="triggerer_killed", act=events.waits, befalls=events.kill_triggerer, seconds=45),
        _ALL,
        ("deferred",),
        _ONE,
        "success",
    ),
    (
        Event(name="triggerer_stalled", act=events.waits, befalls=events.stall_triggerer, seconds=90),
        _ALL,
        ("deferred",),
        _ONE,
        "success",
    ),
    (
        Event(
            name="api_server_stopped",
            act=events.waits,
            befalls=events.stop_api_server,
            seconds=75,
            retries=3,
            retry_seconds=10,
            not_before_3=_NO_API,
        ),
        _ALL,
        _BOTH,
        _ONE,
        "success",
    ),
    (
        Event(name="scheduler_killed", act=events.waits, befalls=events.kill_scheduler, seconds=40),
        _ALL,
        _BOTH,
        _ONE,
        "success",
    ),
    (
        Event(name="machine_killed", act=events.waits, befalls=events.kill_scheduler_machine, seconds=75),
        _ALL,
        _BOTH,
        _ONE,
        "success",
    ),
)


#: Agents that were deployed by a request whose answer was lost, and that no try adopted: nobody starts them.
_UNADOPTED: Final = {
    "killed_on_a_long_way": ("left",),
    "ambiguous_two_candidates": ("left",),
    "ambiguous_two_candidates_resubmitted": ("left", "succeeded"),
}


def _ends(work: str, event: Event, jobs: tuple[str, ...]) -> tuple[str, ...]:
    """Return how the jobs of one operator end: agents are never stopped."""
    if work != "deploy":
        return jobs
    return _UNADOPTED.get(event.name) or tuple("left" if end == "cancelled" else end for end in jobs)


ROWS: Final = tuple(
    Row(work=work, mode=mode, event=event, jobs=_ends(work, event, jobs), state=state)
    for event, works, modes, jobs, state in _CASES
    for work, mode in product(works, modes)
)
