"""`wiro tasks`: runs that were submitted before, here or elsewhere."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING

import click

from wiro.cli.documents import submitted_document, task_document
from wiro.cli.options import global_options, pass_session, save_option, timeout_option

if TYPE_CHECKING:
    from pathlib import Path

    from wiro.cli.session import Session

__all__ = ["tasks_command"]


@click.group("tasks", no_args_is_help=False)
@global_options
def tasks_command() -> None:
    """List, show, wait for and stop runs that were submitted before."""


@tasks_command.command("list")
@click.option("--model", metavar="OWNER/MODEL", help="Only runs of this model.")
@click.option("--limit", type=click.IntRange(1), default=20, show_default=True, help="Most runs to list.")
@global_options
@pass_session
def list_(session: Session, model: str | None, limit: int) -> None:
    """List runs, the newest first."""
    runs = list(islice(session.client.tasks.list(model, page_size=min(limit, 100)), limit))
    if session.as_json:
        session.emit({"tasks": [submitted_document(run.task_id, run.model, run.status) for run in runs]})
        return
    session.table(("task", "status", "model"), [(run.task_id, run.status, run.model) for run in runs])
    if not runs:
        session.say("no runs found")


@tasks_command.command("show")
@click.argument("task_id")
@global_options
@pass_session
def show(session: Session, task_id: str) -> None:
    """Show how far a run is, or what it made."""
    document = task_document(session.client.attach(task_id).refresh())
    if session.as_json:
        session.emit(document)
        return
    facts = ("task_id", "model", "status", "exit_code", "cost_usd", "elapsed_seconds", "text", "stderr")
    session.result(*(f"{name}: {document[name]}" for name in facts if document[name] not in (None, "")))
    session.result(*(f"output: {output['url']}" for output in document["outputs"]))


@tasks_command.command("wait")
@click.argument("task_id")
@save_option
@timeout_option
@click.option("--thinking", is_flag=True, help="Write a language model's thoughts to stderr.")
@global_options
@pass_session
def wait(session: Session, task_id: str, save: Path | None, timeout: float | None, thinking: bool) -> None:
    """Wait for a run and print what it made, as `wiro run` does. Ctrl-C asks; without an answer the run goes on."""
    from wiro.cli.following import deliver, follow

    run = session.client.attach(task_id)
    deliver(session, follow(session, run, timeout=timeout, thinking=thinking, mine=False), save)


@tasks_command.command("cancel")
@click.argument("task_id")
@global_options
@pass_session
def cancel(session: Session, task_id: str) -> None:
    """Take a run out of the queue, at no cost. One that is no longer queued is refused (exit status 4)."""
    session.client.attach(task_id).cancel()
    _tell(session, task_id, "cancelled")


@tasks_command.command("kill")
@click.argument("task_id")
@global_options
@pass_session
def kill(session: Session, task_id: str) -> None:
    """Stop a run on its worker. One that has ended is refused (exit status 4)."""
    session.client.attach(task_id).kill()
    _tell(session, task_id, "killed")


@tasks_command.command("delete")
@click.argument("task_id")
@global_options
@pass_session
def delete(session: Session, task_id: str) -> None:
    """Delete the files of a run that has ended, its outputs and what was uploaded for it. Its record stays."""
    session.client.attach(task_id).delete_files()
    _tell(session, task_id, "deleted")


def _tell(session: Session, task_id: str, action: str) -> None:
    if session.as_json:
        session.emit({"task_id": task_id, "action": action})
    else:
        session.say(f"files of run {task_id} are deleted" if action == "deleted" else f"run {task_id} is {action}")
