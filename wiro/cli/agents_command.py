"""`wiro agents`: deployed agents and their messages."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING, Any

import click

from wiro.cli.agent_documents import agent_document, day_of
from wiro.cli.agent_setup_command import SETUP_COMMANDS
from wiro.cli.options import global_options, pass_session, timeout_option

if TYPE_CHECKING:
    from wiro.cli.session import Session

__all__ = ["agents_command"]

_conversation = click.option("--session", "session_key", metavar="KEY", help="Conversation; `default` without it.")
_thinking = click.option("--thinking", is_flag=True, help="Write the agent's thoughts to stderr.")


@click.group("agents", no_args_is_help=False)
@global_options
def agents_command() -> None:
    """Deploy agents, set them up, start and stop them, and talk to them."""


for _command in SETUP_COMMANDS:
    agents_command.add_command(_command)


@agents_command.command("list")
@click.option("--limit", type=click.IntRange(1), default=100, show_default=True, help="Most agents to list.")
@global_options
@pass_session
def list_(session: Session, limit: int) -> None:
    """List the agents of this account, or of a team with --team."""
    pages = session.client.agents.list(page_size=min(limit, 100))
    found = [agent_document(agent) for agent in islice(pages, limit)]
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
    """Show an agent: what it is doing, what it lacks, and its credits."""
    agent = session.client.agents.get(guid)
    agent.refresh()
    document = agent_document(agent)
    if session.as_json:
        session.emit(document)
        return
    lines = {name: ", ".join(value) if isinstance(value, list) else value for name, value in document.items()}
    session.result(*(f"{name}: {value}" for name, value in lines.items() if value not in (None, "")))


@agents_command.command("message")
@click.argument("guid")
@click.argument("message", nargs=-1, required=True)
@_conversation
@timeout_option
@click.option("--no-wait", is_flag=True, help="Print the message's guid as soon as it is accepted.")
@_thinking
@global_options
@pass_session
def message_(
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


@agents_command.command("wait")
@click.argument("guid")
@click.argument("message")
@timeout_option
@_thinking
@global_options
@pass_session
def wait(session: Session, guid: str, message: str, timeout: float | None, thinking: bool) -> None:
    """Wait for the answer to a message that was sent before. Ctrl-C asks; without an answer the message goes on."""
    from wiro.cli.agent_messages import await_answer, message_document

    agent = session.client.agents.get(guid)
    sent = agent.message(message)
    result = await_answer(session, agent, sent, timeout=timeout, thinking=thinking, mine=False)
    if session.as_json:
        session.emit(message_document(sent, agent, result))


@agents_command.command("cancel")
@click.argument("guid")
@click.argument("message")
@global_options
@pass_session
def cancel(session: Session, guid: str, message: str) -> None:
    """Cancel a message that is not answered yet."""
    session.client.agents.get(guid).message(message).cancel()
    if session.as_json:
        session.emit({"message_guid": message, "agent": guid, "action": "cancelled"})
    else:
        session.say(f"message {message} is cancelled")


@agents_command.command("history")
@click.argument("guid")
@_conversation
@click.option("--limit", type=click.IntRange(1), default=20, show_default=True, help="Most messages to list.")
@global_options
@pass_session
def history(session: Session, guid: str, session_key: str | None, limit: int) -> None:
    """List the messages of a conversation with their answers, the newest first."""
    pages = session.client.agents.get(guid).history(session_key, page_size=min(limit, 100))
    found = [_history_document(message.row) for message in islice(pages, limit)]
    if session.as_json:
        session.emit({"messages": found})
        return
    headings = ("message", "status", "sent", "text", "answer")
    session.table(headings, [tuple(one[name] for name in _SHOWN) for one in found])
    if not found:
        session.say("no messages found")


_SHOWN = ("message_guid", "status", "created_at", "content", "text")


def _history_document(row: dict[str, Any]) -> dict[str, Any]:
    """Return a message of a history for scripts. Its token stays where it is."""
    return {
        "message_guid": row.get("guid"),
        "status": row.get("status"),
        "created_at": day_of(row.get("createdat")),
        "session": row.get("sessionkey"),
        "content": row.get("content"),
        "text": row.get("response") or row.get("debugoutput") or "",
    }
