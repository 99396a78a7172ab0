"""`wiro sandbox`: a local Wiro in the foreground, for development without an account."""

from __future__ import annotations

import io
import sys
from contextlib import redirect_stderr, redirect_stdout
from typing import TYPE_CHECKING

import click

from wiro.cli.exits import ExitStatus
from wiro.cli.options import global_options, pass_session
from wiro.cli.report import error_document

if TYPE_CHECKING:
    from wiro.cli.session import Session

__all__ = ["sandbox_command"]


class _Announcement(io.TextIOBase):
    """Turns the sandbox's one line, `Wiro sandbox: URL socket URL key KEY ...`, into a JSON document."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._stdout = sys.stdout

    def write(self, text: str) -> int:
        """Take a part of the output."""
        name, colon, rest = text.partition(": ")
        words = rest.split()
        if colon and name == "Wiro sandbox":
            facts = dict(zip(words[1::2], words[2::2], strict=False))
            with redirect_stdout(self._stdout):
                self._session.emit({"base_url": words[0], **facts})
        return len(text)


class _Problem(io.TextIOBase):
    """Passes stderr on and keeps its last line, which tells why the sandbox did not start."""

    def __init__(self) -> None:
        self._stderr = sys.stderr
        self.last_line = ""

    def write(self, text: str) -> int:
        """Take a part of the output."""
        self.last_line = text.strip().rpartition("\n")[2] or self.last_line
        return self._stderr.write(text)


@click.command("sandbox", add_help_option=False, context_settings={"ignore_unknown_options": True})
@click.argument("arguments", nargs=-1, type=click.UNPROCESSED)
@global_options
@pass_session
@click.pass_context
def sandbox_command(context: click.Context, session: Session, arguments: tuple[str, ...]) -> None:
    """Run a local Wiro: no account, no money. `wiro sandbox --help` lists its options."""
    try:
        from wiro.sandbox.__main__ import main
    except ModuleNotFoundError as error:
        if (error.name or "").startswith("wiro"):
            raise
        raise click.ClickException(f'the sandbox needs {error.name}: pip install "wiro[sandbox]"') from error
    if not session.as_json:
        context.exit(main(arguments))
    problem = _Problem()
    with redirect_stdout(_Announcement(session)), redirect_stderr(problem):
        try:
            status = ExitStatus(main(arguments))
        except SystemExit as end:
            status = ExitStatus(int(end.code or 0))
    if status is not ExitStatus.OK and not session.emitted:
        kind = click.UsageError if status is ExitStatus.USAGE else click.ClickException
        session.emit({"error": error_document(kind(problem.last_line), status)})
    context.exit(status)
