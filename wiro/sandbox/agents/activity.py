"""The activity logs of agents: one file a day, plain for a week, compressed until the 180th day, then gone."""

import gzip
import json
from collections.abc import Mapping
from datetime import UTC, date, datetime
from typing import Any

from attrs import define, field

from wiro.sandbox.agents.accounts import Actor, actor_dict, actor_uuid

__all__ = ["ActivityLog", "day_of"]

_PLAIN_DAYS = 7
_KEPT_DAYS = 180


def day_of(now: int) -> date:
    """Return the day of a moment in seconds since the epoch, UTC."""
    return datetime.fromtimestamp(now, UTC).date()


@define
class ActivityLog:
    """The log files of one agent by day, oldest event first."""

    _days: dict[date, list[dict[str, Any]]] = field(factory=dict)

    def write(
        self,
        now: int,
        kind: str,
        action: str,
        *,
        skill: str | None = None,
        session: str | None = None,
        actor: Actor | None = None,
        details: Mapping[str, Any] | None = None,
    ) -> None:
        """Add an event.

        Args:
            now: Seconds since the epoch.
            kind: `message`, `session`, `deduct`, `system` or another documented word.
            action: What exactly, such as `agent_start`.
            skill: Skill that did it.
            session: Conversation that it belongs to.
            actor: Account that caused it, None for the service.
            details: Facts.
        """
        event = {
            "ts": now,
            "kind": kind,
            "action": action,
            "skill": skill,
            "session": session,
            "userUuid": actor_uuid(actor),
            "user": actor_dict(actor),
            "details": dict(details or {}),
        }
        day = day_of(now)
        if day not in self._days:
            self._forget_old(day)
        self._days.setdefault(day, []).append(event)

    def events(self, day: date) -> list[dict[str, Any]]:
        """Return the events of a day, oldest first."""
        return list(self._days.get(day, ()))

    def files(self, today: date) -> list[dict[str, Any]]:
        """Return the files as the API writes them, newest day first."""
        self._forget_old(today)
        rows = []
        for day, events in sorted(self._days.items(), reverse=True):
            compressed = _is_compressed(day, today)
            content = "".join(json.dumps(event) + "\n" for event in events).encode()
            rows.append(
                {
                    "date": day.isoformat(),
                    "filename": f"{day.isoformat()}.jsonl" + (".gz" if compressed else ""),
                    "size": len(gzip.compress(content, mtime=0)) if compressed else len(content),
                    "compressed": compressed,
                }
            )
        return rows

    def delete(self, day: date, today: date) -> dict[str, bool]:
        """Delete a day's file; tell which form of it was there."""
        self._forget_old(today)
        existed = self._days.pop(day, None) is not None
        compressed = _is_compressed(day, today)
        return {"plain": existed and not compressed, "gz": existed and compressed}

    def _forget_old(self, today: date) -> None:
        self._days = {day: events for day, events in self._days.items() if (today - day).days <= _KEPT_DAYS}


def _is_compressed(day: date, today: date) -> bool:
    return (today - day).days >= _PLAIN_DAYS
