"""What all subcommands share: the global options, one client, and where output goes.

In the human form results go to stdout and everything about them (progress, costs, ids, questions) to stderr. With
`--json` stdout has nothing but one document.
"""

from __future__ import annotations

import json
import sys
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, TextIO

import click

from wiro.cli.report import silence_broken_streams

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from rich.console import Console

    from wiro.client import Wiro

__all__ = ["Session", "is_terminal", "printable"]

# C0 and C1 controls but for tab and line feed: texts of models and people must not steer a terminal.
_CONTROLS = {code: None for code in (*range(32), *range(127, 160)) if code not in (9, 10)}


def printable(text: object) -> str:
    """Return a text without the control characters that would move the cursor, colour or rename a terminal."""
    return str(text).translate(_CONTROLS)


def is_terminal(stream: TextIO | None) -> bool:
    """Tell whether a standard stream is a terminal. One that was closed before the command began is None."""
    return stream is not None and stream.isatty()


@dataclass
class Session:
    """One invocation of the command.

    Attributes:
        api_key_file: File that holds the API key; None = `WIRO_API_KEY`.
        api_secret_file: File that holds the secret; None = `WIRO_API_SECRET`.
        base_url: REST root; None = `WIRO_BASE_URL` or the public one.
        team: Team workspace; None = `WIRO_TEAM_GUID`.
        as_json: Whether stdout gets one JSON document instead of text.
        wants_json: Whether `--json` is among the arguments; it decides when they cannot be understood.
        compact: Whether documents are one line each, because there are several.
        verbosity: 0, 1 = progress of requests, 2 = everything, tracebacks included.
        emitted: Whether stdout has got a JSON document already.
        signalled: Whether SIGTERM or SIGHUP has arrived, which decides on the exit status.
        terminated: Whether a signal has arrived, or a remote job is being stopped: then nobody is asked anything, and
            no further signal interrupts.
    """

    api_key_file: Path | None = None
    api_secret_file: Path | None = None
    base_url: str | None = None
    team: str | None = None
    as_json: bool = False
    wants_json: bool = False
    compact: bool = False
    verbosity: int = 0
    emitted: bool = False
    signalled: bool = False
    terminated: bool = False
    _client: Wiro | None = field(default=None, repr=False)

    @property
    def client(self) -> Wiro:
        """The client of this invocation, opened at its first use.

        Raises:
            ConfigurationError: The key or another setting is missing or wrong.
        """
        if self._client is None:
            from wiro.client import Wiro

            _start_logging(self.verbosity)
            self._client = Wiro(
                _secret_in(self.api_key_file, "--api-key-file"),
                _secret_in(self.api_secret_file, "--api-secret-file"),
                base_url=self.base_url,
                team_guid=self.team,
            )
        return self._client

    def close(self) -> None:
        """Close the client, if there is one."""
        if self._client is not None:
            self._client.close()
            self._client = None

    @property
    def asks(self) -> bool:
        """Whether somebody is there to answer a question."""
        return is_terminal(sys.stdin) and is_terminal(sys.stderr) and not self.terminated

    def emit(self, document: Mapping[str, Any]) -> None:
        """Write a JSON document to stdout; a reader sees it at once. ASCII only, so that it survives any locale."""
        self.emitted = True
        click.echo(json.dumps(document, indent=None if self.compact else 2, default=str))

    def result(self, *lines: object) -> None:
        """Write lines of a result to stdout, for people."""
        for line in lines:
            click.echo(printable(line))

    def write(self, text: str, *, err: bool = False) -> None:
        """Write a part of a text, for people, who see it at once."""
        click.echo(printable(text), nl=False, err=err)

    def say(self, text: object) -> None:
        """Write a line to stderr, for people."""
        click.echo(printable(text), err=True)

    def mention(self, text: object) -> None:
        """Write a line to stderr if somebody can still read it: what comes next must not depend on that."""
        try:
            self.say(text)
        except OSError:
            silence_broken_streams()

    def table(self, headings: tuple[str, ...], rows: list[tuple[object, ...]]) -> None:
        """Write rows to stdout: a table on a terminal, else lines with tabs that `cut` and `awk` understand."""
        if not is_terminal(sys.stdout):
            self.result(*("\t".join(_cell(value) for value in row) for row in rows))
            return
        from rich.console import Console
        from rich.table import Table
        from rich.text import Text

        table = Table(*headings, box=None, pad_edge=False)
        for row in rows:
            table.add_row(*(Text(_cell(value)) for value in row))
        Console().print(table)

    def console(self) -> Console:
        """Return rich's view of stderr. It leaves out colours where there is no terminal, and with NO_COLOR."""
        from rich.console import Console

        return Console(stderr=True, highlight=False)


def _cell(value: object) -> str:
    return "" if value is None else " ".join(printable(value).split())


def _secret_in(path: Path | None, option: str) -> str | None:
    if path is None:
        return None
    try:
        secret = path.read_text(encoding="utf-8").strip()
    except (OSError, UnicodeDecodeError) as error:
        reason = error.strerror if isinstance(error, OSError) else "it is no text"
        raise click.UsageError(f"{option}: cannot read {path}: {reason}") from error
    if not secret:
        raise click.UsageError(f"{option}: {path} is empty")
    return secret


def _start_logging(verbosity: int) -> None:
    """Send the library's log to stderr, without secrets."""
    if not verbosity:
        return
    import logging

    from wiro.redaction import RedactingFilter

    handler = logging.StreamHandler()
    handler.addFilter(RedactingFilter())
    handler.setFormatter(logging.Formatter("%(levelname)s %(name)s: %(message)s"))
    logger = logging.getLogger("wiro")
    # Not added: this process may run the command more than once.
    logger.handlers = [handler]
    logger.setLevel(logging.DEBUG if verbosity > 1 else logging.INFO)
