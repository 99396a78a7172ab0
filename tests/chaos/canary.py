"""Looks for secrets wherever Airflow keeps or shows something: files, every table of its database, its REST answers."""

from __future__ import annotations

import json
import sqlite3
import threading
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from demo.stack import Stack
    from tests.chaos.scene import Scene

__all__ = ["MARK", "Canaries"]

#: What the secrets that the tests choose begin with.
MARK = "canary-"
_LISTS = (
    "connections",
    "variables",
    "eventLogs",
    "importErrors",
    "dags",
    "dags/~/dagRuns",
    "dags/~/dagRuns/~/taskInstances",
    "dags/~/dagRuns/~/taskInstances/~/xcomEntries",
)


class Canaries:
    """The secrets of all rows, and where they turned up.

    Attributes:
        found: Each place that shows a secret, and which.
        looked_at: How many characters were looked at, by kind of place.
    """

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._tokens: set[str] = set()
        self.found: list[str] = []
        self.looked_at: dict[str, int] = {}

    def add(self, scene: Scene) -> None:
        """Learn the tokens that a row's sandbox has given out."""
        world = scene.sandbox._world
        with self._lock:
            self._tokens |= {task.token for task in list(world.tasks)}
            self._tokens |= {message.token for message in list(world.agents.messages)}

    def look_at_triggers(self, stack: Stack) -> None:
        """Look at the decrypted arguments of the triggers that wait now."""
        from cryptography.fernet import Fernet

        cipher = Fernet(stack._fernet_key.encode())
        for row in _rows(_database(stack), "trigger"):
            text = "".join(
                cipher.decrypt(value.encode()).decode() if _is_cipher(value) else str(value) for value in row
            )
            self._look("triggers", f"trigger {row[0]}", text)

    def look_everywhere(self, stack: Stack) -> None:
        """Look at all that is left when the rows are over."""
        for file in _files(stack.folder):
            self._look("files", str(file.relative_to(stack.folder)), file.read_text(errors="replace"))
        database = _database(stack)
        for table in _tables(database):
            for row in _rows(database, table):
                self._look("tables", f"table {table}", "\n".join(_text(value) for value in row))
        for path in _LISTS:
            answer = stack.api.text(f"{path}?limit=1000")
            self._look("REST answers", path, answer)
        for connection in json.loads(stack.api.text("connections?limit=1000"))["connections"]:
            path = f"connections/{connection['connection_id']}"
            self._look("REST answers", path, stack.api.text(path))
        for instance in stack.api.task_instances_of_all_dags():
            identity = (instance["dag_id"], instance["dag_run_id"], instance["task_id"])
            for number in range(1, int(instance["try_number"] or 0) + 1):
                log = stack.api.task_log(*identity, number)
                self._look("REST answers", f"log {number} of {identity[0]}", log)

    def _look(self, kind: str, place: str, text: str) -> None:
        with self._lock:
            self.looked_at[kind] = self.looked_at.get(kind, 0) + len(text)
            if MARK in text:
                at = text.index(MARK)
                self.found.append(f"{place}: …{text[max(0, at - 80) : at + 60]}…")
            self.found += [f"{place}: token {token}" for token in self._tokens if token in text]


def _files(folder: Path) -> Iterator[Path]:
    for file in sorted(folder.rglob("*")):
        # Scanned as tables; the DAG files are the author's own.
        if file.is_file() and not file.name.startswith("airflow.db") and file.suffix not in (".py", ".pyc"):
            yield file


def _database(stack: Stack) -> sqlite3.Connection:
    file = stack.folder / "airflow" / "airflow.db"
    return sqlite3.connect(f"file:{file}?mode=ro", uri=True, timeout=30)


def _tables(database: sqlite3.Connection) -> list[str]:
    return [row[0] for row in database.execute("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name")]


def _rows(database: sqlite3.Connection, table: str) -> list[tuple[Any, ...]]:
    return list(database.execute(f'SELECT * FROM "{table}"'))


def _text(value: Any) -> str:
    return value.decode(errors="replace") if isinstance(value, bytes) else str(value)


def _is_cipher(value: Any) -> bool:
    return isinstance(value, str) and value.startswith("gAAAA")
