"""Finding deployed agents by what DAG authors call them, and describing them for XCom."""

from __future__ import annotations

import re
import time
from typing import TYPE_CHECKING, Any, Final, TypeVar

if TYPE_CHECKING:
    from collections.abc import Mapping

    from wiro import AsyncWiro, Wiro
    from wiro.agent_lifecycle import AgentStatus
    from wiro.agents import Agent, AsyncAgent

__all__ = [
    "WANTED_STATUSES",
    "afind_agent",
    "agent_summary",
    "find_agent",
    "is_agent_guid",
    "is_at",
    "status_name",
    "template_slug",
    "wait_for",
]

#: What can be waited for, and how that is called.
WANTED_STATUSES: Final = {"running": "start", "stopped": "stop", "set_up": "set-up"}

_AnyAgent = TypeVar("_AnyAgent", "Agent", "AsyncAgent")

_GUID: Final = re.compile(r"[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}")


def is_agent_guid(reference: str) -> bool:
    """Tell whether a reference is a guid, which needs no request to find its agent."""
    return _GUID.fullmatch(reference) is not None


def find_agent(client: Wiro, reference: str) -> Agent:
    """Return a deployed agent.

    Args:
        client: Client of the connection, whose team counts.
        reference: Its guid, its title, or the slug of the template that it was deployed from. A guid costs no request;
            a title wins over a slug.

    Raises:
        NotFoundError: There is none.
        ValueError: There are several; the message has their guids.
    """
    if is_agent_guid(reference):
        return client.agents.get(reference)
    return _called(reference, list(client.agents.list()))


async def afind_agent(client: AsyncWiro, reference: str) -> AsyncAgent:
    """Return a deployed agent; like `find_agent`, for coroutines."""
    if is_agent_guid(reference):
        return client.agents.get(reference)
    return _called(reference, [agent async for agent in client.agents.list()])


def agent_summary(agent: Agent | AsyncAgent) -> dict[str, Any]:
    """Describe an agent by its latest row: small, JSON, without credentials.

    Args:
        agent: After `refresh`; rows of a list have no credits and no credentials.

    Returns:
        `agent_guid`, `title`, `status` (a word, such as "running"), `template` (its slug, None for a custom build),
        `tier`, `monthly_price_usd`, `remaining_credits`, `subscription` (`status`, `ends_at` in seconds since the
        epoch, `cancelled`; None without one), `missing_credentials` (keys of what it needs to start).
    """
    row = agent.row
    subscription = row.get("subscription")
    paid: dict[str, Any] | None = None
    if isinstance(subscription, dict):
        cancelled = subscription.get("pendingdowngrade") == "cancel"
        paid = {"status": subscription.get("status"), "ends_at": subscription.get("currentperiodend")}
        paid["cancelled"] = cancelled
    return {
        "agent_guid": agent.guid,
        "title": agent.title,
        "status": status_name(agent.status),
        "template": template_slug(row),
        "tier": row.get("tier"),
        "monthly_price_usd": row.get("monthlypriceusd"),
        "remaining_credits": row.get("remainingcredits"),
        "subscription": paid,
        "missing_credentials": list(agent.missing_credentials),
    }


def status_name(status: AgentStatus | None) -> str:
    """Return a status as a word, such as "running" or "setup_required"; "unknown" for None."""
    return "unknown" if status is None else status.name.lower()


def template_slug(row: Mapping[str, Any]) -> str | None:
    """Return the slug of the template that an agent was deployed from; None for a custom build."""
    template = row.get("agent")
    slug = template.get("slug") if isinstance(template, dict) else None
    return slug if isinstance(slug, str) else None


def is_at(agent: Agent | AsyncAgent, wanted: str) -> bool:
    """Tell by the latest row of an agent whether it is at one of `WANTED_STATUSES`. Sends nothing.

    Raises:
        AgentNotRunningError: It will not get there by itself.
    """
    from wiro._agent_states import SetUpWait, StateWait
    from wiro.agent_lifecycle import AgentStatus

    waits: dict[str, StateWait | SetUpWait] = {
        "running": StateWait(AgentStatus.RUNNING, 0.0),
        "stopped": StateWait(AgentStatus.STOPPED, 0.0),
        "set_up": SetUpWait(),
    }
    return waits[wanted].feed(agent.row, time.monotonic())


def wait_for(agent: Agent | AsyncAgent, wanted: str) -> Any:
    """Return the method of an agent that waits for one of `WANTED_STATUSES`; its argument is a limit in seconds."""
    return {
        "running": agent.wait_until_running,
        "stopped": agent.wait_until_stopped,
        "set_up": agent.wait_until_set_up,
    }[wanted]


def _called(reference: str, agents: list[_AnyAgent]) -> _AnyAgent:
    """Return the one agent with a title, or else with the slug of a template."""
    from wiro.errors import NotFoundError

    titled = [agent for agent in agents if agent.title == reference]
    found = titled or [agent for agent in agents if template_slug(agent.row) == reference]
    if not found:
        message = f"there is no agent with the title or slug {reference!r}"
        raise NotFoundError(operation="user_agents_my_agents", status_code=200, message=message)
    if len(found) > 1:
        guids = ", ".join(agent.guid for agent in found)
        raise ValueError(
            f"agent is {reference!r}, and {len(found)} agents are called that; name one by its guid: {guids}."
        )
    return found[0]
