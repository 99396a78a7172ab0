"""`wiro files`: local files for runs."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from wiro.cli.options import global_options, pass_session

if TYPE_CHECKING:
    from wiro.cli.session import Session

__all__ = ["files_command"]


@click.group("files", no_args_is_help=False)
@global_options
def files_command() -> None:
    """Upload local files. `wiro run -p key=@file` does it by itself."""


@files_command.command("upload")
@click.argument("paths", nargs=-1, required=True, type=click.Path(exists=True, dir_okay=False, path_type=Path))
@global_options
@pass_session
def upload(session: Session, paths: tuple[Path, ...]) -> None:
    """Upload files, up to 100 MB each, and print their addresses, one a line. Runs take them any number of times."""
    found = []
    for path in paths:
        address = session.client.upload(path)
        found.append({"path": str(path), "url": address})
        if not session.as_json:
            session.result(address)
    if session.as_json:
        session.emit({"files": found})
