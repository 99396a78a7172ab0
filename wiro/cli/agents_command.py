"""`wiro agents`: deployed agents."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING, Any

import click

from wiro.cli.options import global_options, pass_session, timeout_option

if TYPE_CHECKING:
    from wiro.agents import Agent
    from wiro.cli.session import Session

__all__ = ["agents_command"]


@click.group("agents", no_args_is_help=False)
@global_options
def agents_command() -> None:
    """List and show deployed agents, and send them messages."""


@agents_command.command("list")
@click.option("--limit", type=click.IntRange(1), default=100, show_default=True, help="Most agents to list.")
@global_options
@pass_session
def list_(session: Session, limit: int) -> None:
    """List the agents of this account, or of a team with --team."""
    pages = session.client.agents.list(page_size=min(limit, 100))
    found = [_document(agent) for agent in islice(pages, limit)]
    if session.as_json:
        session.emit({"agents": found})
        return
    session.table(("agent", "status", "title"), [(agent["agent"], agent["status"], agent["title"]) for agent in found])
    if not found:
        session.say("no agents found")


@agents_command.command("show")
@click.argument("guid")
@global_options
@pass_session
def show(session: Session, guid: str) -> None:
    """Show an agent: what it is doing, and its credits."""
    agent = session.client.agents.get(guid)
    agent.refresh()
    document = _document(agent)
    if session.as_json:
        session.emit(document)
        return
    session.result(*(f"{name}: {value}" for name, value in document.items() if value not in (None, "")))


@agents_command.command("send")
@click.argument("guid")
@click.argument("message", nargs=-1, required=True)
@click.option("--session", "session_key", metavar="KEY", help="Conversation to continue or begin.")
@timeout_option
@click.option("--no-wait", is_flag=True, help="Print the message's guid as soon as it is accepted.")
@click.option("--thinking", is_flag=True, help="Write the agent's thoughts to stderr.")
@global_options
@pass_session
def send(
    session: Session,
    guid: str,
    message: tuple[str, ...],
    session_key: str | None,
    timeout: float | None,
    no_wait: bool,
    thinking: bool,
) -> None:
    """Send a message to a running agent and print its answer."""
    from wiro.cli.agent_messages import await_answer, message_document, send_message

    if no_wait and timeout is not None:
        raise click.UsageError("--no-wait cannot go together with --timeout")
    agent = session.client.agents.get(guid)
    sent = send_message(session, agent, " ".join(message), session_key)
    result = None if no_wait else await_answer(session, agent, sent, timeout=timeout, thinking=thinking)
    if session.as_json:
        session.emit(message_document(sent, agent, result))
    elif no_wait:
        session.result(sent.guid)


def _document(agent: Agent) -> dict[str, Any]:
    """Return an agent for scripts. Its credentials stay where they are."""
    row, status = agent.row, agent.status
    return {
        "agent": agent.guid,
        "title": agent.title,
        "status": status.name.lower() if status is not None else row.get("status"),
        "tier": row.get("tier"),
        "team": row.get("teamguid"),
        "setup_required": row.get("setuprequired"),
        "remaining_credits": row.get("remainingcredits"),
        "monthly_credits": row.get("monthlycredits"),
    }
