"""The command as a whole: its subcommands, and what happens to errors, warnings, closed pipes and Ctrl-C."""

from __future__ import annotations

import errno
import io
import sys
import warnings
from typing import TYPE_CHECKING, Any

import click

import wiro
from wiro.cli.agents_command import agents_command
from wiro.cli.chat_command import chat_command
from wiro.cli.exits import EXIT_STATUS_TEXTS, ExitStatus
from wiro.cli.files_command import files_command
from wiro.cli.interruption import terminating
from wiro.cli.models_command import models_command
from wiro.cli.options import global_options
from wiro.cli.report import one_line, report_error, silence_broken_streams
from wiro.cli.run_command import run_command
from wiro.cli.sandbox_command import sandbox_command
from wiro.cli.session import Session
from wiro.cli.tasks_command import tasks_command

if TYPE_CHECKING:
    from collections.abc import Sequence

__all__ = ["run"]

_EPILOG = "\b\nExit status:\n" + "\n".join(f"  {status:>3}  {text}" for status, text in EXIT_STATUS_TEXTS.items())


class _Root(click.Group):
    """The group of all subcommands. It turns every error into an exit status, before click can print its own way."""

    def invoke(self, ctx: click.Context) -> Any:
        """Run the subcommand."""
        session = ctx.ensure_object(Session)
        try:
            try:
                return super().invoke(ctx)
            finally:
                session.close()
                if sys.stdout is not None:
                    sys.stdout.flush()
        except click.exceptions.Exit:
            raise
        except (Exception, KeyboardInterrupt) as error:
            problem = KeyboardInterrupt() if isinstance(error, click.Abort) else error
            raise click.exceptions.Exit(_reported(session, problem)) from None


@click.group(
    "wiro", cls=_Root, no_args_is_help=False, epilog=_EPILOG, context_settings={"help_option_names": ["-h", "--help"]}
)
@click.version_option(wiro.__version__, prog_name="wiro")
@global_options
def root() -> None:
    """Run AI models and agents on Wiro.

    The key comes from WIRO_API_KEY or --api-key-file, the secret of projects that sign from WIRO_API_SECRET or
    --api-secret-file; never from an option, which other users of the machine could read. `wiro COMMAND --help` tells
    more. Global options may also stand behind the command.
    """


for _command in (
    run_command,
    chat_command,
    models_command,
    tasks_command,
    agents_command,
    files_command,
    sandbox_command,
):
    root.add_command(_command)


def run(arguments: Sequence[str] | None) -> int:
    """Run the command and return its exit status; see `wiro.cli.main`."""
    given = sys.argv[1:] if arguments is None else arguments
    session = Session(wants_json="--json" in given)
    with terminating(session):
        return _run(session, arguments)


def _run(session: Session, arguments: Sequence[str] | None) -> int:
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            # A locale that lacks a character must not end a run that was paid for.
            stream.reconfigure(errors="backslashreplace")
    with warnings.catch_warnings():
        warnings.simplefilter("always", wiro.ParameterWarning)
        warnings.showwarning = lambda message, *_: session.say(f"wiro: warning: {one_line(message)}")
        try:
            status = root.main(
                None if arguments is None else list(arguments), prog_name="wiro", standalone_mode=False, obj=session
            )
        except SystemExit as error:
            # click's answer to a closed pipe while it prints help.
            status = error.code
        except (click.ClickException, click.Abort, OSError) as error:
            status = _reported(session, KeyboardInterrupt() if isinstance(error, click.Abort) else error)
    return status if isinstance(status, int) else ExitStatus.OK


def _reported(session: Session, error: BaseException) -> ExitStatus:
    """Tell the error; that the reader of a pipe has left needs no words."""
    try:
        if isinstance(error, OSError) and error.errno == errno.EPIPE:
            raise BrokenPipeError
        if isinstance(error, click.UsageError):
            # Its parser stops at the first mistake, before it comes to the options behind it.
            session.as_json = session.as_json or session.wants_json
        return report_error(session, error)
    except BrokenPipeError:
        silence_broken_streams()
        return ExitStatus.BROKEN_PIPE
