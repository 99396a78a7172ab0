"""`wiro agents`: deployed agents."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING, Any

import click

from wiro.cli.options import global_options, pass_session, timeout_option

if TYPE_CHECKING:
    from collections.abc import Mapping

    from wiro.cli.session import Session

__all__ = ["agents_command"]


@click.group("agents")
@global_options
def agents_command() -> None:
    """List and show deployed agents, and send them messages."""


@agents_command.command("list")
@click.option("--limit", type=click.IntRange(1), default=100, show_default=True, help="Most agents to list.")
@global_options
@pass_session
def list_(session: Session, limit: int) -> None:
    """List the agents of this account, or of a team with --team."""
    from wiro.pagination import iterate

    pages = iterate(session.client.api.user_agents.my_agents, page_size=min(limit, 100))
    found = [_document(agent.to_dict()) for agent in islice(pages, limit)]
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
    from wiro.errors import NotFoundError

    answer = session.client.api.user_agents.detail(guid=guid).to_dict()
    rows = answer.get("useragents")
    if not isinstance(rows, list) or not rows:
        raise NotFoundError(operation="user_agents_detail", status_code=200, message=f"there is no agent {guid!r}")
    document = _document(rows[0])
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
@global_options
@pass_session
def send(
    session: Session,
    guid: str,
    message: tuple[str, ...],
    session_key: str | None,
    timeout: float | None,
    no_wait: bool,
) -> None:
    """Send a message to a running agent and print its answer."""
    from wiro.cli.agent_messages import answer_to, message_document, send_message
    from wiro.cli.frames import TextStream

    if no_wait and timeout is not None:
        raise click.UsageError("--no-wait cannot go together with --timeout")
    sent = send_message(session, guid, " ".join(message), session_key)
    if no_wait:
        if session.as_json:
            session.emit(message_document(sent, guid, None))
        else:
            session.result(sent)
        return
    stream = TextStream(lambda text: None if session.as_json else session.write(text))
    outcome = answer_to(session, guid, sent, timeout, stream)
    if session.as_json:
        session.emit(message_document(sent, guid, outcome))
    else:
        stream.feed(outcome.text)
        session.result("")


def _document(row: Mapping[str, Any]) -> dict[str, Any]:
    """Return an agent for scripts. Its credentials stay where they are."""
    from wiro.agent_lifecycle import parse_agent_status

    status = parse_agent_status(row.get("status"))
    return {
        "agent": row.get("guid"),
        "title": row.get("title"),
        "status": status.name.lower() if status is not None else row.get("status"),
        "tier": row.get("tier"),
        "team": row.get("teamguid"),
        "setup_required": row.get("setuprequired"),
        "remaining_credits": row.get("remainingcredits"),
        "monthly_credits": row.get("monthlycredits"),
    }
