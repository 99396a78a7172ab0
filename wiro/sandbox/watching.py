"""The sandbox's state as people see it, as a whole and as what has changed since they last looked."""

import json
from collections.abc import Mapping
from itertools import islice, takewhile
from typing import Any, get_args

from attrs import define, field

from wiro.sandbox.catalogue import SandboxModel
from wiro.sandbox.faults import FaultKind
from wiro.sandbox.models import MODELS
from wiro.sandbox.operations import REQUEST_NAMES
from wiro.sandbox.tasks import Task
from wiro.sandbox.wallet import LedgerEntry
from wiro.sandbox.watching_agents import AgentWatcher
from wiro.sandbox.world import World

__all__ = ["Watcher"]

# What one message carries at most. What does not fit into it follows in the next one.
_MAX_TASKS = 200
_CHANGED_TASKS = 50
_ENTRIES = 100
_MAX_TEXT = 20_000
_MAX_PARTS = 20
_MAX_PARAMETERS = 50
_MAX_NAME = 100
_MAX_VALUE = 4_000


@define(eq=False)
class Watcher:
    """One reader: it knows what it was told already, so each message holds only what is new.

    Nothing waits for a slow reader. It is told the latest state of things when it asks next, and how much of the
    traffic it has missed.

    Args:
        world: What is watched.
    """

    world: World
    _tasks: dict[str, tuple[object, ...]] = field(factory=dict, init=False)
    _requests: int = field(default=0, init=False)
    _frames: int = field(default=0, init=False)
    _summary: str = field(default="", init=False)
    _ledger: LedgerEntry | None = field(default=None, init=False)
    _agents: AgentWatcher = field(init=False)

    def __attrs_post_init__(self) -> None:
        self._agents = AgentWatcher(self.world)

    _resets: int = field(default=-1, init=False)

    def changes(self) -> dict[str, Any]:
        """Return what is new, as JSON; an empty object if nothing is.

        The first call returns everything there is, and so does the first one after a reset; both say `"whole": true`.
        """
        message: dict[str, Any] = {}
        if self._resets != self.world.observation.resets:
            self._resets = self.world.observation.resets
            self._tasks.clear()
            self._summary = ""
            self._ledger = None
            self._agents.forget()
            message["whole"] = True
            message["models"] = [_model(model) for model in MODELS.values()]
            message["agent_catalogue"] = self._agents.catalogue()
            message["operations"] = sorted(REQUEST_NAMES)
            message["fault_kinds"] = list(get_args(FaultKind))
        self._add_summary(message)
        self._add_tasks(message)
        message |= self._agents.changes()
        self._add_ledger(message)
        self._add_traffic(message)
        return message

    def _add_summary(self, message: dict[str, Any]) -> None:
        summary = _summary(self.world)
        text = json.dumps(summary)
        if text != self._summary:
            self._summary = text
            message["summary"] = summary

    def _add_tasks(self, message: dict[str, Any]) -> None:
        rows = []
        for task in self.world.tasks.newest(_MAX_TASKS):
            seen = _fingerprint(task)
            if self._tasks.get(task.id) == seen:
                continue
            self._tasks.pop(task.id, None)
            self._tasks[task.id] = seen
            rows.append(_task(self.world, task))
            if len(rows) == _CHANGED_TASKS:
                break
        while len(self._tasks) > 2 * _MAX_TASKS:
            del self._tasks[next(iter(self._tasks))]
        if rows:
            message["tasks"] = rows

    def _add_ledger(self, message: dict[str, Any]) -> None:
        """Add the movements of the wallet since the last one that was told, the newest one first."""
        untold = takewhile(lambda entry: entry is not self._ledger, reversed(self.world.wallet.ledger))
        new = list(islice(untold, _ENTRIES))
        if new:
            self._ledger = new[0]
            message["ledger"] = [
                {"at": entry.at, "amount": str(entry.amount), "reason": entry.reason, "balance": str(entry.balance)}
                for entry in new
            ]

    def _add_traffic(self, message: dict[str, Any]) -> None:
        observation = self.world.observation
        requests, lost_requests = observation.requests.since(self._requests, _ENTRIES)
        frames, lost_frames = observation.frames.since(self._frames, _ENTRIES)
        self._requests, self._frames = observation.requests.end, observation.frames.end
        if requests:
            message["requests"] = requests
        if frames:
            message["frames"] = frames
        if (lost_requests or lost_frames) and not message.get("whole"):
            message["lost"] = {"requests": lost_requests, "frames": lost_frames}


def _summary(world: World) -> dict[str, Any]:
    books = world.books
    return {
        "base_url": f"{world.base_url}/v1",
        "socket_url": f"{world.base_url.replace('http', 'ws', 1)}/v1",
        "api_key": world.options.api_key,
        "requires_signature": world.options.require_signature,
        "dialect": world.options.dialect,
        "time_scale": world.clock.scale,
        "balance": str(world.wallet.balance),
        "slots": world.wallet.slots,
        "active": world.tasks.active,
        "sockets": books.sockets_open,
        "frames_sent": books.frames_sent,
        "violations": len(books.violations),
        "faults": [fault.to_dict() for fault in world.faults.rules],
    }


def _model(model: SandboxModel) -> dict[str, Any]:
    return {
        "name": model.name,
        "title": model.title,
        "description": model.description,
        "categories": list(model.categories),
        "prices": [tier.to_dict() for tier in model.tiers],
        "cps": model.cps,
        "groups": [
            {"title": title, "items": [parameter.to_dict() for parameter in parameters]}
            for title, parameters in model.groups.items()
        ],
    }


def _fingerprint(task: Task) -> tuple[object, ...]:
    """Return something small that differs whenever the row of a task does."""
    return (
        task.status,
        task.exit_code,
        len(task.record.frames),
        len(task.outputs),
        len(task.stdout),
        len(task.stdout[-1]) if task.stdout else 0,
        len(task.stderr),
        task.cost,
    )


def _task(world: World, task: Task) -> dict[str, Any]:
    progress = world.observation.progress(task.id)
    return {
        "id": task.id,
        "model": task.model.name,
        "title": task.model.title,
        "status": task.status,
        "terminal": task.is_terminal,
        "cancellable": task.is_cancellable,
        "exit_code": task.exit_code,
        "progress": progress.get("percentage"),
        "stream": _text(progress),
        "parameters": _parameters(task),
        "accepted_at": task.record.accepted_at,
        "finished_at": task.record.finished_at,
        "elapsed_seconds": task.elapsed_seconds,
        "cost": str(task.cost),
        "stdout": "\n".join(task.stdout)[-_MAX_TEXT:],
        "stderr": "\n".join(task.stderr)[-_MAX_TEXT:],
        "outputs": [_output(output) for output in task.outputs],
        "frames": task.record.frames[-_ENTRIES:],
    }


def _text(content: Mapping[str, Any]) -> dict[str, Any] | None:
    """Return the text of a language model in either dialect, as much of it as a person reads; None if it is none."""
    text: dict[str, Any] = {
        kind: [str(part)[:_MAX_TEXT] for part in content[kind][:_MAX_PARTS]]
        for kind in ("thinking", "answer")
        if kind in content
    }
    if "segments" in content:
        text["segments"] = [
            {"type": segment["type"], "text": str(segment["text"])[:_MAX_TEXT]}
            for segment in content["segments"][:_MAX_PARTS]
        ]
    return text or None


def _parameters(task: Task) -> dict[str, str]:
    """Return the parameters as text, and not more of it than a person reads."""
    rows = {}
    for name, value in islice(task.record.parameters.items(), _MAX_PARAMETERS):
        text = value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
        rows[name[:_MAX_NAME]] = text[:_MAX_VALUE]
    return rows


def _output(output: Mapping[str, Any]) -> dict[str, Any]:
    """Return an output; files get an address that neither counts as a download nor meets the faults of downloads."""
    if "content" in output:
        return {"content": _text(output["content"])}
    row = dict(output)
    url = row.get("url")
    if isinstance(url, str) and "/files/" in url:
        row["preview"] = f"/_sandbox/files/{url.rpartition('/files/')[2]}"
    return row
