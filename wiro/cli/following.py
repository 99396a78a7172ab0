"""Waiting for a run in front of somebody, and telling what it made."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from wiro.cli.documents import run_document, usd
from wiro.cli.exits import ExitStatus, exit_status_of
from wiro.cli.interruption import settle_interrupted, stopping_unheard
from wiro.cli.progress import Display
from wiro.cli.report import error_document
from wiro.errors import RunCancelledError, RunFailedError, WiroError
from wiro.protocol import AudioFrame

if TYPE_CHECKING:
    from pathlib import Path

    from wiro.cli.session import Session
    from wiro.runs import Run, RunResult, SavedFile

__all__ = ["deliver", "follow"]


def follow(
    session: Session, run: Run, *, timeout: float | None = None, thinking: bool = False, mine: bool = True
) -> RunResult:
    """Wait for a run and show its progress; Ctrl-C asks whether it shall be stopped.

    Args:
        session: Where to show it.
        run: The run.
        timeout: Total seconds.
        thinking: Whether to show a model's thoughts.
        mine: Whether this command submitted it.

    Raises:
        KeyboardInterrupt: After Ctrl-C, when it is settled what becomes of the run.
        WiroError: What `Run.wait` raises.
    """
    deadline = None if timeout is None else time.monotonic() + timeout
    name = f"run {run.task_id}"
    try:
        with (
            stopping_unheard(session, name, run.stop, mine=mine),
            Display(session, lambda: run.model or name, lambda: run.status, thinking=thinking) as display,
        ):
            for event in run.events(timeout):
                if not isinstance(event, AudioFrame):
                    display.feed(event.to_dict())
            # The end was seen: what is left is one read, which gets a moment even when the time is almost over.
            result = run.wait(None if deadline is None else max(1.0, deadline - time.monotonic()))
            display.finish(result.text)
        return result
    except KeyboardInterrupt as interruption:
        interruption.task_id = run.task_id  # type: ignore[attr-defined] # for the JSON document of the error
        settle_interrupted(session, name, run.stop, later=f"wiro tasks wait {run.task_id}", mine=mine)
        raise
    except (RunFailedError, RunCancelledError) as error:
        if session.as_json and error.result is not None:
            session.emit(run_document(error.result) | {"error": error_document(error, ExitStatus.FAILED)})
        raise


def deliver(session: Session, result: RunResult, folder: Path | None) -> None:
    """Save the outputs if that is wanted, and write the result: a document, or one path or address a line."""
    saved = _saved(session, result, folder) if folder is not None else ()
    if session.as_json:
        session.emit(run_document(result, saved))
        return
    session.result(*([str(file.path) for file in saved] or [output.url for output in result.outputs]))
    facts = [f"run {result.task_id}"]
    if result.elapsed_seconds is not None:
        facts.append(f"{result.elapsed_seconds:g} s")
    if result.cost_usd is not None:
        facts.append(f"{usd(result.cost_usd)} USD")
    session.say(", ".join(facts))


def _saved(session: Session, result: RunResult, folder: Path) -> tuple[SavedFile[Path], ...]:
    """Save the outputs. If that fails the run is paid nevertheless, so its result and the way to its files are told."""
    try:
        return result.save(folder)
    except (WiroError, OSError, KeyboardInterrupt) as error:
        session.say(f"wiro: run {result.task_id} is done; `wiro tasks wait {result.task_id} --save` fetches its files")
        if session.as_json:
            session.emit(run_document(result) | {"error": error_document(error, exit_status_of(error))})
        raise
