"""Errors for people and scripts: one line on stderr, one document on stdout where JSON is wanted."""

from __future__ import annotations

import os
import sys
import traceback
from contextlib import suppress
from typing import TYPE_CHECKING, Any

import click

from wiro.cli.exits import ExitStatus, exit_status_of

if TYPE_CHECKING:
    from wiro.cli.session import Session

__all__ = ["error_document", "one_line", "report_error", "silence_broken_streams"]

#: Attributes of errors that scripts may want, where an error has them.
_FACTS = (
    "task_id",
    "message_guid",
    "model",
    "operation",
    "status_code",
    "code",
    "exit_code",
    "retry_after",
    "violations",
    "retryable",
)


_INTERRUPTIONS = {ExitStatus.INTERRUPTED: "interrupted", ExitStatus.TERMINATED: "terminated"}


def one_line(text: object) -> str:
    """Return a text on one line."""
    return " ".join(str(text).split())


def report_error(session: Session, error: BaseException) -> ExitStatus:
    """Tell what went wrong and return the exit status for it."""
    if isinstance(error, BrokenPipeError):
        return ExitStatus.BROKEN_PIPE
    status = ExitStatus.USAGE if isinstance(error, click.UsageError) else exit_status_of(error)
    if session.signalled and not isinstance(error, KeyboardInterrupt):
        # It broke on the way out.
        status = ExitStatus.TERMINATED
    if session.verbosity >= 2:
        traceback.print_exception(error)
    elif isinstance(error, KeyboardInterrupt):
        for note in getattr(error, "__notes__", ()):
            session.mention(f"wiro: {one_line(note)}")
    else:
        session.mention(f"wiro: {message_of(error)}")
    if session.as_json and not session.emitted:
        session.emit({"error": error_document(error, status)})
    return status


def message_of(error: BaseException) -> str:
    """Return what went wrong on one line, and what to do about it."""
    from wiro import errors

    if isinstance(error, click.ClickException):
        text = one_line(error.format_message())
        context = error.ctx if isinstance(error, click.UsageError) else None
        return f"{text} `{context.command_path} --help` tells more." if context else text
    text = one_line(error) or type(error).__name__
    if isinstance(error, errors.WaitTimeoutError) and text.startswith("Task "):
        return f"{text} Take it up with `wiro tasks wait {error.task_id}`."
    if command := getattr(error, "taken_up_with", None):
        return f"{text} Take it up with `{command}`."
    if isinstance(error, errors.AmbiguousRequestError) and error.operation == "runs_create":
        return f"{text} `wiro tasks list` shows them."
    if isinstance(error, errors.CostLimitError):
        return text.replace("max_cost_usd", "--max-cost").replace("allow_estimate=True", "--allow-estimate")
    if isinstance(error, errors.ConfigurationError):
        return text.replace("pass api_key=...", "pass --api-key-file FILE")
    if not isinstance(error, (errors.WiroError, OSError)):
        return f"this is a mistake in the program: {type(error).__name__}: {text} (-vv shows where)"
    return text


def error_document(error: BaseException, status: ExitStatus) -> dict[str, Any]:
    """Return an error as a JSON document: always type, message and exit_status, and facts where there are any."""
    facts = {name: getattr(error, name, None) for name in _FACTS}
    return {
        "type": "UsageError" if isinstance(error, click.UsageError) else type(error).__name__,
        "message": _INTERRUPTIONS.get(status) or message_of(error),
        "exit_status": int(status),
        **{name: value for name, value in facts.items() if value not in (None, "", [])},
    }


def silence_broken_streams() -> None:
    """Let the interpreter's last flush of a closed pipe go nowhere instead of failing loudly."""
    for stream in (sys.stdout, sys.stderr):
        if stream is None:
            continue
        try:
            stream.flush()
        except OSError:
            # Without a file behind it, as in tests, there is no last flush either.
            with suppress(OSError, ValueError):
                os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())
