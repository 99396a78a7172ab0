"""The JSON documents about agents. Their credentials and tokens stay where they are."""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from wiro.agents import Agent

__all__ = ["agent_document", "day_of"]


def agent_document(agent: Agent) -> dict[str, Any]:
    """Return an agent for scripts."""
    row, status = agent.row, agent.status
    return {
        "agent": agent.guid,
        "title": agent.title,
        "status": status.name.lower() if status is not None else row.get("status"),
        "tier": row.get("tier"),
        "team": row.get("teamguid"),
        "setup_required": row.get("setuprequired"),
        "missing_credentials": list(agent.missing_credentials),
        "remaining_credits": row.get("remainingcredits"),
        "monthly_credits": row.get("monthlycredits"),
    }


def day_of(value: object) -> str | None:
    """Return a moment, which the service writes as seconds since the epoch, as UTC; None if it is none."""
    try:
        return datetime.datetime.fromtimestamp(float(str(value)), datetime.UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    except (ValueError, OverflowError, OSError):
        return None
