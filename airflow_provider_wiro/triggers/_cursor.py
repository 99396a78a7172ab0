"""What a watcher has told Airflow already, and which jobs it still waits for; without I/O.

A list on Wiro is read newest first. Jobs are listed when they are submitted and end in any order, so one number is no
cursor. It takes three things:

* `floor`: every job whose position is below it is old, unless it is open. A position is a number that grows from job to
  job: the id of a task, the second at which a message was sent.
* `known`: the jobs from the floor up that have been told, or had ended before watching began.
* `open`: the jobs that had not ended at the last look.

The newest `KNOWN_JOBS` are kept by name, so a job that becomes visible a little late, between others that were told
already, is still news. A list may also show jobs that are not watched. Their positions grow with the others, so they
move the floor as well: a busy neighbour must not make every look go back to the last job that is watched.

The document of a cursor lies in Airflow's database: it holds ids and numbers only.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from attrs import field, frozen

__all__ = ["KNOWN_JOBS", "OPEN_JOBS", "Cursor", "Look"]

#: How many of the newest jobs are known by name, and how many are read at the first look.
KNOWN_JOBS: Final = 20
#: Most jobs that are waited for; of more, the oldest are given up.
OPEN_JOBS: Final = 1000
#: How far below the floor a list is read for jobs that are still open.
_ROWS_BELOW_FLOOR: Final = 200
#: How many jobs that are not watched the first look reads past.
_FOREIGN_ROWS_OF_STOCK: Final = 200
_VERSION: Final = 1


@frozen
class Cursor:
    """Where a watcher stands.

    Attributes:
        floor: Position from which on jobs may be news.
        known: Positions of told jobs, by id.
        open: Positions of jobs that go on, by id.
        number: Grows with every change, so that of two the later one can be told.
    """

    floor: int = 0
    known: Mapping[str, int] = field(factory=dict)
    open: Mapping[str, int] = field(factory=dict)
    number: int = 0

    @property
    def newest(self) -> int:
        """Position of the newest job that was ever seen."""
        return max(self.floor, *self.known.values(), *self.open.values(), 0)

    def to_document(self) -> dict[str, Any]:
        """Return the JSON form."""
        jobs = {"known": dict(self.known), "open": dict(self.open)}
        return {"version": _VERSION, "number": self.number, "floor": self.floor, **jobs}

    @classmethod
    def from_document(cls, document: object) -> Cursor:
        """Read the JSON form.

        Raises:
            ValueError: It is no cursor, or one of a later version of this provider.
        """
        if not isinstance(document, Mapping) or document.get("version") != _VERSION:
            version = document.get("version") if isinstance(document, Mapping) else None
            raise ValueError(f"The stored cursor has an unknown format (version {version!r}).")
        floor, number = document.get("floor"), document.get("number")
        if not isinstance(floor, int) or not isinstance(number, int):
            raise ValueError("The stored cursor is damaged: floor and number must be whole numbers.")
        known, still_open = _positions(document.get("known")), _positions(document.get("open"))
        return cls(floor=floor, known=known, open=still_open, number=number)


class Look:
    """One look at a list, or at several lists of the same kind of job, each newest first.

    Args:
        cursor: Where the watcher stood; None for the first look, which only takes stock: nothing is news.
    """

    def __init__(self, cursor: Cursor | None) -> None:
        self._before = cursor
        self._ended: dict[str, int] = {}
        self._open: dict[str, int] = {}
        self._waiting = dict(cursor.open) if cursor is not None else {}
        self._rows_below_floor = 0
        self._rows_of_stock = 0
        self._foreign: list[int] = []
        self._floor = cursor.floor if cursor is not None else 0

    def reaches(self, position: int, *, foreign: bool = False) -> bool:
        """Tell whether a row at this position may matter; if not, neither do those after it in its list.

        Args:
            position: Position of the row.
            foreign: Whether it is a job that is not watched, which is not taken.
        """
        if foreign:
            self._foreign.append(position)
        if self._before is None:
            if self._rows_of_stock < KNOWN_JOBS and len(self._foreign) <= _FOREIGN_ROWS_OF_STOCK:
                self._rows_of_stock += not foreign
                return True
            # What lies here and below was not read, so it must never count as news.
            self.ignore_below(position + 1)
            return False
        if position >= self._before.floor:
            return True
        self._rows_below_floor += 1
        return self._rows_below_floor <= _ROWS_BELOW_FLOOR and bool(self._waiting)

    def start_list(self) -> None:
        """Begin with the next list; the limits count for each of them."""
        self._rows_below_floor = self._rows_of_stock = 0

    def ignore_below(self, position: int) -> None:
        """Count everything below a position as old: it was left out on purpose."""
        self._floor = max(self._floor, position)

    def take(self, job_id: str, position: int, *, ended: bool) -> bool:
        """Take a row, and tell whether it is news: a job that has ended and was not told before."""
        before = self._before
        if job_id in self._ended or job_id in self._open:
            return False
        if before is None:
            (self._ended if ended else self._open)[job_id] = position
            return False
        waited_for = self._waiting.pop(job_id, None) is not None
        told = job_id in before.known
        if not waited_for and position < before.floor:
            return False
        (self._ended if ended or told else self._open)[job_id] = position
        return ended and not told

    def drop(self, job_id: str) -> None:
        """Stop waiting for a job that does not exist any more."""
        self._waiting.pop(job_id, None)

    @property
    def unseen(self) -> list[str]:
        """Ids of open jobs that no list has shown so far, the newest first."""
        return sorted(self._waiting, key=self._waiting.__getitem__, reverse=True)

    def cursor(self) -> Cursor:
        """Return where the watcher stands now; the cursor it came with if nothing has changed."""
        before = self._before or Cursor()
        still_open = self._waiting | self._open
        newest_open = sorted(still_open.items(), key=lambda job: job[1], reverse=True)[:OPEN_JOBS]
        known = {**before.known, **self._ended}
        positions = sorted([*known.values(), *still_open.values(), *self._foreign], reverse=True)
        floor = self._floor if len(positions) <= KNOWN_JOBS else max(self._floor, positions[KNOWN_JOBS - 1])
        known = {job_id: position for job_id, position in known.items() if position >= floor}
        now = Cursor(floor, known, dict(newest_open), before.number)
        if self._before is not None and now == before:
            return before
        return Cursor(now.floor, now.known, now.open, before.number + 1)


def _positions(value: object) -> dict[str, int]:
    if not isinstance(value, Mapping) or not all(isinstance(position, int) for position in value.values()):
        raise ValueError("The stored cursor is damaged: its jobs must have whole numbers.")
    return {str(job_id): position for job_id, position in value.items()}
