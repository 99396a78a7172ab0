"""What newer documentation says of messages: no thoughts in frames, times as numbers, snapshots with guids."""

from collections.abc import Mapping
from typing import Any

from wiro.sandbox.agents.messages import Message
from wiro.sandbox.options import Dialect

__all__ = ["message_row", "progress_in", "snapshot_in"]

_THOUGHTS = ("thinking", "isThinking")
_TIMES = ("createdat", "startedat", "endedat")


def progress_in(dialect: Dialect, report: Mapping[str, Any]) -> dict[str, Any]:
    """Return a progress object as a dialect writes it; the newer one leaves thoughts out."""
    if dialect == "documented":
        return dict(report)
    kept = {name: value for name, value in report.items() if name not in _THOUGHTS}
    return kept | {"raw": "".join(kept.get("answer", ()))}


def snapshot_in(dialect: Dialect, frame: Mapping[str, Any], message: Message) -> dict[str, Any]:
    """Return the answer to a subscription as a dialect writes it; the newer one names the message."""
    if dialect == "documented":
        return dict(frame)
    return {**frame, "messageguid": message.guid, "timeline": []}


def message_row(dialect: Dialect, message: Message) -> dict[str, Any]:
    """Return a row of Message/Detail as a dialect writes it; times are text or, in the newer one, numbers."""
    row = message.to_dict()
    if dialect == "newer":
        row |= {name: int(row[name]) for name in _TIMES if name in row}
        row["timeline"] = []
    return row
