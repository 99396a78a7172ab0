"""`wiro chat`: a conversation with a language model, one run a turn."""

from __future__ import annotations

import sys
import uuid
from typing import TYPE_CHECKING, Any

import click

from wiro.cli.documents import run_document
from wiro.cli.options import global_options, pass_session, timeout_option
from wiro.cli.parameters import parameters_from
from wiro.cli.run_command import submit

if TYPE_CHECKING:
    from collections.abc import Iterator

    from wiro.cli.session import Session

__all__ = ["chat_command"]

_PROMPT = "prompt"


@click.command("chat")
@click.argument("model", metavar="OWNER/MODEL")
@click.argument("message", nargs=-1)
@click.option("--session", "session_id", metavar="UUID", help="Conversation to continue; a new one without it.")
@click.option("--user", "user_id", metavar="UUID", help="Person who talks; a new one without it.")
@click.option("-p", "--param", "flags", multiple=True, metavar="KEY=VALUE", help="One parameter of every turn.")
@click.option("--params", metavar="JSON|@FILE", help="Parameters of every turn as a JSON object.")
@click.option("--max-cost", type=float, metavar="USD", help="Submit a turn only if it cannot cost more.")
@click.option("--allow-estimate", is_flag=True, help="Let --max-cost accept an estimate.")
@timeout_option
@click.option("--thinking", is_flag=True, help="Write the model's thoughts to stderr.")
@global_options
@pass_session
def chat_command(
    session: Session,
    model: str,
    message: tuple[str, ...],
    session_id: str | None,
    user_id: str | None,
    flags: tuple[str, ...],
    params: str | None,
    max_cost: float | None,
    allow_estimate: bool,
    timeout: float | None,
    thinking: bool,
) -> None:
    """Talk with a language model. The service remembers the conversation.

    A message on the command line is the only turn. Otherwise each line of stdin is one, until Ctrl-D or /quit; with
    --json each turn is a document on one line.
    """
    found = session.client.models.get(model)
    if found.parameters and found.parameter(_PROMPT) is None:
        raise click.UsageError(f"{model} takes no {_PROMPT!r}: it is no language model")
    common = parameters_from(params, flags, found)
    for key, given in (("session_id", session_id), ("user_id", user_id)):
        if found.parameter(key) is not None or given is not None:
            common.setdefault(key, given or str(uuid.uuid4()))
    if "session_id" in common:
        session.say(f"session {common['session_id']}; user {common.get('user_id', 'none')}")
    else:
        session.say(f"{model} has no sessions: it will not remember earlier turns")
    session.compact = True
    for text in [" ".join(message)] if message else _turns(session):
        # Each turn has a document, also after an error.
        session.emitted = False
        run = submit(session, model, common | {_PROMPT: text}, max_cost_usd=max_cost, allow_estimate=allow_estimate)
        _answer(session, run, common, timeout, thinking)


def _answer(session: Session, run: Any, common: dict[str, Any], timeout: float | None, thinking: bool) -> None:
    from wiro.cli.following import follow

    result = follow(session, run, timeout=timeout, thinking=thinking)
    if session.as_json:
        session.emit(run_document(result) | {"session_id": common.get("session_id")})


def _turns(session: Session) -> Iterator[str]:
    """Yield what is typed, or piped in, line by line. Empty lines are none."""
    while True:
        if session.asks:
            session.write("> ", err=True)
        try:
            line = sys.stdin.readline() if sys.stdin is not None else ""
        except KeyboardInterrupt:
            session.say("")
            raise
        if not line and session.asks:
            session.say("")
        if not line or line.strip() == "/quit":
            return
        if line.strip():
            yield line.strip()
