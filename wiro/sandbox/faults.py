"""Scripted misfortune: what may go wrong between a client and the service, one rule at a time.

A rule hits an operation (`*` for any) or one task, a number of times or with a probability, and is then used up. Rules
that act before the operation leave nothing behind; rules that act after it leave an accepted request whose answer the
client never gets.
"""

import difflib
import math
import random
import sys
import threading
from collections.abc import Callable, Collection, Iterable, Mapping
from typing import Any, Literal, get_args

from attrs import Attribute, asdict, define, field, fields, validators

from wiro.agent_lifecycle import MESSAGE_STATUS_ORDER, MESSAGE_TERMINAL_STATUSES
from wiro.lifecycle import TASK_STATUS_ORDER, TERMINAL_STATUSES

__all__ = ["Fault", "FaultKind", "Faults", "Phase"]

FaultKind = Literal[
    "delay",
    "drop_before_accept",
    "drop_after_accept",
    "status",
    "garbage",
    "cut_body",
    "lose_frame",
    "duplicate_frame",
    "delay_frame",
    "reorder_frame",
    "unknown_frame",
    "malformed_frame",
    "oversized_frame",
    "cut_socket",
]
Phase = Literal["before", "after", "frame"]

_REQUEST_KINDS = frozenset({"delay", "drop_before_accept", "drop_after_accept", "status", "garbage", "cut_body"})
_TERMINAL_FRAMES = TERMINAL_STATUSES | MESSAGE_TERMINAL_STATUSES
_FRAMES = (
    {*TASK_STATUS_ORDER, *MESSAGE_STATUS_ORDER, *_TERMINAL_FRAMES}
    # Realtime models send the last three; log lines have no rank among the statuses, and a queued message no frame.
    | {"task_error", "task_stream_ready", "task_stream_end", "task_cost"}
) - {"agent_queue"}
_GARBAGE = "<html><body>upstream connect error</body></html>"


def _text_or_none(value: object) -> str | None:
    return None if value is None else str(value)


def _number(
    kinds: type[int] | tuple[type[int], type[float]], accepted: str, lowest: float, highest: float = math.inf
) -> Callable[[object, "Attribute[Any]", Any], None]:
    """Return a validator for numbers of a kind between two limits, which no boolean and no NaN passes."""

    def check(_fault: object, attribute: "Attribute[Any]", value: Any) -> None:
        if isinstance(value, bool) or not isinstance(value, kinds) or not lowest <= value <= highest:
            raise ValueError(f"{attribute.name} is {value!r}; accepted: {accepted}.")

    return check


@define(kw_only=True, eq=False)
class Fault:
    """One rule.

    Args:
        kind: `drop_before_accept` and `drop_after_accept` reset the TCP connection without an answer, `status`
            answers an HTTP error, `garbage` a body that is not JSON, `cut_body` resets the connection after half of
            the body or `after_bytes` of it, `delay` waits. The other kinds act on socket frames: `lose_frame`,
            `duplicate_frame`, `delay_frame` and `reorder_frame` (behind its successor) on the frame itself;
            `unknown_frame`, `malformed_frame` and `oversized_frame` put something strange before it; `cut_socket`
            resets the connections instead of sending it.
        operation: Operation id such as `runs_create`, `files_download`, the callback of a provider such as
            `user_agent_oauth_x_callback`, or `*`; ignored by the frame kinds.
        times: How many times the rule acts, None for always.
        probability: Chance that the rule acts when it could.
        accepted: Whether `status` and `garbage` act after the operation was carried out.
        status: HTTP status of `status` and `garbage`.
        retry_after: Value of the `Retry-After` header of `status`, if any.
        seconds: Real seconds of `delay`, `delay_frame` and, where no frame follows, `reorder_frame`.
        body: Body of `status` and `garbage`.
        size: Bytes of padding of `oversized_frame`.
        after_bytes: Where `cut_body` cuts; None for the middle.
        frame: Frame type that the frame kinds act on; `terminal` for the last one of a task or message, `*` for any.
        task_id: Id or token of a task or message: only its frames, and only requests that name it.
        used: How many times the rule has acted.
    """

    kind: FaultKind = field(validator=validators.in_(get_args(FaultKind)))
    operation: str = field(default="*")
    times: int | None = field(default=1)
    probability: float = field(default=1.0, validator=_number((int, float), "a number from 0 to 1", 0, 1))
    accepted: bool = field(default=False, validator=validators.instance_of(bool))
    status: int = field(validator=_number(int, "a whole number from 200 to 599", 200, 599))
    retry_after: str | None = field(default=None, converter=_text_or_none)
    seconds: float = field(
        default=1.0, validator=_number((int, float), "a finite number of at least 0", 0, sys.float_info.max)
    )
    body: str = field(default=_GARBAGE, validator=validators.instance_of(str))
    size: int = field(default=1024 * 1024, validator=_number(int, "a whole number of at least 0", 0))
    after_bytes: int | None = field(
        default=None,
        validator=validators.optional(_number(int, "a whole number of at least 0, or null for the middle", 0)),
    )
    frame: str = field(default="terminal")
    task_id: str | None = field(default=None, converter=_text_or_none)
    used: int = field(default=0, init=False)

    @status.default
    def _default_status(self) -> int:
        return 200 if self.kind == "garbage" else 503

    @times.validator
    def _check_times(self, attribute: "Attribute[int | None]", value: object) -> None:
        if value is not None:
            _number(int, "a whole number of at least 1, or null for always", 1)(self, attribute, value)

    @operation.validator
    def _check_operation(self, _attribute: object, value: object) -> None:
        if value == "*":
            return
        # Imported here: operations act on a world, and a world has faults.
        from wiro.sandbox.operations import REQUEST_NAMES

        if value not in REQUEST_NAMES:
            similar = difflib.get_close_matches(str(value), REQUEST_NAMES, n=3)
            meant = f" Did you mean {' or '.join(similar)}?" if similar else ""
            raise ValueError(
                f"There is no operation {value!r}.{meant} Known are the operation ids of the specification, "
                "files_download, and * for any."
            )

    @frame.validator
    def _check_frame(self, _attribute: object, value: object) -> None:
        if value not in _FRAMES | {"*", "terminal"}:
            raise ValueError(
                f"There is no frame {value!r} that a fault could hit. Known are {', '.join(sorted(_FRAMES))}, "
                "terminal for the last one, and * for any."
            )

    @property
    def phase(self) -> Phase:
        """When the rule acts: before the operation, after it, or on frames."""
        if self.kind not in _REQUEST_KINDS:
            return "frame"
        if self.kind in ("drop_after_accept", "cut_body") or (self.accepted and self.kind in ("status", "garbage")):
            return "after"
        return "before"

    def to_dict(self) -> dict[str, Any]:
        """Return the rule as JSON."""
        return asdict(self)


def _fault(settings: Mapping[str, Any]) -> Fault:
    unknown = set(settings) - {attribute.name for attribute in fields(Fault)}
    if unknown:
        raise ValueError(f"Unknown fault settings: {', '.join(sorted(unknown))}.")
    try:
        return Fault(**settings)
    except TypeError as error:
        raise ValueError(f"Invalid fault: {error}") from error


@define
class Faults:
    """The rules in force. Rules may be added from any thread.

    Args:
        seed: Makes rules with a probability repeatable.
    """

    seed: int = 0
    _rules: list[Fault] = field(factory=list, init=False)
    _lock: threading.Lock = field(factory=threading.Lock, init=False)
    _random: random.Random = field(init=False)

    def __attrs_post_init__(self) -> None:
        self._random = random.Random(self.seed)  # noqa: S311 - repeatable chance, nothing secret

    @property
    def rules(self) -> tuple[Fault, ...]:
        """The rules that are not used up."""
        return tuple(self._rules)

    def add(self, **settings: Any) -> Fault:
        """Add a rule.

        Args:
            settings: What `Fault` takes.

        Raises:
            ValueError: If a setting is unknown, of the wrong type or out of range.
        """
        (fault,) = self.add_all([settings])
        return fault

    def add_all(self, rules: Iterable[Mapping[str, Any]]) -> list[Fault]:
        """Add several rules, or none of them if one is wrong.

        Args:
            rules: What `Fault` takes, for each.

        Raises:
            ValueError: If a setting is unknown, of the wrong type or out of range.
        """
        faults = [_fault(rule) for rule in rules]
        with self._lock:
            self._rules.extend(faults)
        return faults

    def clear(self) -> None:
        """Remove all rules."""
        with self._lock:
            self._rules.clear()

    @property
    def choose_tasks(self) -> bool:
        """Whether any rule hits the requests of one task only."""
        return any(rule.task_id is not None and rule.phase != "frame" for rule in tuple(self._rules))

    def take(self, phase: Phase, operation: str, named: Collection[str] = ()) -> list[Fault]:
        """Return the rules that hit a request now, and count them as used.

        A delay comes together with the rule that follows it; of other kinds only the first acts.

        Args:
            phase: Before the operation or after it.
            operation: Its id.
            named: Ids and tokens of the tasks that the request names.
        """
        if not self._rules:
            return []
        hits = []
        with self._lock:
            for fault in list(self._rules):
                wanted = fault.operation in ("*", operation) and (fault.task_id is None or fault.task_id in named)
                if fault.phase == phase and wanted and self._use(fault):
                    hits.append(fault)
                    if fault.kind != "delay":
                        break
        return hits

    def take_frame(self, task_id: str, token: str, frame_type: str) -> Fault | None:
        """Return the rule that hits a frame of a task or message now, and count it as used."""
        if not self._rules:
            return None
        with self._lock:
            for fault in list(self._rules):
                wanted = fault.frame in ("*", frame_type) or (
                    fault.frame == "terminal" and frame_type in _TERMINAL_FRAMES
                )
                if fault.phase == "frame" and wanted and fault.task_id in (None, task_id, token) and self._use(fault):
                    return fault
        return None

    def _use(self, fault: Fault) -> bool:
        if fault.probability < 1 and self._random.random() >= fault.probability:
            return False
        fault.used += 1
        if fault.used == fault.times:
            self._rules.remove(fault)
        return True
