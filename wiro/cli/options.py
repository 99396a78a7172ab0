"""Options that every subcommand takes, before its name or after it."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, TypeVar

import click

from wiro.cli.session import Session

if TYPE_CHECKING:
    from collections.abc import Callable

__all__ = ["global_options", "pass_session", "save_option", "seconds_from", "timeout_option"]

_Function = TypeVar("_Function", bound="Callable[..., Any]")

pass_session = click.make_pass_decorator(Session)


_UNITS: Final = {"s": 1.0, "m": 60.0, "h": 3600.0}


def seconds_from(text: str) -> float:
    """Return seconds above 0 from a number or a number with a unit: `90`, `90s`, `15m`, `2h`."""
    unit = _UNITS.get(text.strip()[-1:])
    try:
        seconds = float(text.strip()[:-1] if unit else text) * (unit or 1.0)
    except ValueError:
        seconds = 0.0
    if not 0 < seconds < float("inf"):
        raise click.BadParameter(f"{text!r}; accepted: seconds above 0, or a time such as 90s, 15m or 2h")
    return seconds


def _remember(ctx: click.Context, param: click.Parameter, value: Any) -> None:
    """Keep a value that was given; what is not given after the subcommand may have been given before it."""
    session = ctx.ensure_object(Session)
    if param.name == "verbosity":
        session.verbosity += value
    elif value not in (None, False):
        setattr(session, str(param.name), value)


_FILE: Final = click.Path(path_type=Path)
_option: Final = partial(click.option, expose_value=False, callback=_remember, is_eager=True)
_OPTIONS: Final = (
    _option("--json", "as_json", is_flag=True, help="Write one JSON document to stdout."),
    _option("--api-key-file", type=_FILE, help="File with the API key; else WIRO_API_KEY."),
    _option("--api-secret-file", type=_FILE, help="File with the secret; else WIRO_API_SECRET."),
    _option("--base-url", metavar="URL", help="Address of the API; else WIRO_BASE_URL."),
    _option("--team", metavar="GUID", help="Team workspace; else WIRO_TEAM_GUID."),
    _option("-v", "--verbose", "verbosity", count=True, help="Say more; -vv: everything."),
)


def global_options(function: _Function) -> _Function:
    """Add the global options to a command. Their values end in the session."""
    for option in reversed(_OPTIONS):
        function = option(function)
    return function


timeout_option = click.option(
    "--timeout", type=seconds_from, metavar="TIME", help="Longest wait, such as 90, 15m or 2h; the remote job goes on."
)
save_option = click.option(
    "--save", type=click.Path(path_type=Path, file_okay=False), metavar="FOLDER", help="Save the output files there."
)
