"""Finding what a lost request may have made, among the messages and agents that Wiro lists."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING, Any, Final

from airflow_provider_wiro.agents import template_slug
from airflow_provider_wiro.lookups import CLOCK_SKEW_SECONDS

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    from wiro import Wiro
    from wiro.agents import Agent

__all__ = ["agents_like", "messages_like"]

#: How many of the newest messages of a conversation are looked at.
_LOOKED_AT: Final = 500
#: Times are in seconds since the epoch, or in milliseconds from here on.
_MILLISECONDS_FROM: Final = 1e12


def messages_like(agent: Agent, text: str, session: str | None, files: int, since: float) -> list[str]:
    """Return the guids of messages that a request may have sent.

    Args:
        agent: To whom.
        text: What the request said.
        session: In which conversation; None for the default one.
        files: How many files it had.
        since: When it was about to be sent, seconds since the epoch.

    Raises:
        WiroError: The messages cannot be listed.
    """
    found = []
    for message in islice(agent.history(session), _LOOKED_AT):
        row = message.row
        if not _is_since(row, since):
            # The newest come first.
            break
        attachments = row.get("attachments")
        if row.get("content") == text and len(attachments if isinstance(attachments, list) else ()) == files:
            found.append(message.guid)
    return found


def agents_like(client: Wiro, title: str, template: Collection[str] | None, since: float | None = None) -> list[Agent]:
    """Return agents with a title, deployed from a template.

    Args:
        client: Client of the connection, whose team counts.
        title: Exact title.
        template: Guid and slug of the template; None for custom builds.
        since: Only those that were deployed since then, seconds since the epoch; None for all.

    Raises:
        WiroError: The agents cannot be listed.
    """
    return [
        agent
        for agent in client.agents.list()
        if agent.title == title and _is_of(agent.row, template) and (since is None or _is_since(agent.row, since))
    ]


def _is_of(row: Mapping[str, Any], template: Collection[str] | None) -> bool:
    names = {name for name in (row.get("agentguid"), template_slug(row)) if name}
    return not names if template is None else not names.isdisjoint(template)


def _is_since(row: Mapping[str, Any], since: float) -> bool:
    """Tell whether a row may have been made since a moment; one without a time may."""
    try:
        made_at = float(row.get("createdat") or "")
    except ValueError:
        return True
    if made_at >= _MILLISECONDS_FROM:
        made_at /= 1000
    # Times are whole seconds, rounded down.
    return made_at + 1 >= since - CLOCK_SKEW_SECONDS
