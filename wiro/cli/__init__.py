"""The command `wiro`. Needs the extra `cli`; nothing else in the library imports it."""

from __future__ import annotations

import sys
from importlib.util import find_spec
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Sequence

__all__ = ["main"]

_NEEDED: Final = ("click", "rich")


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command.

    Args:
        arguments: Command line without the program name; None for the process's own.

    Returns:
        The exit status; `wiro.cli.exits` lists them.
    """
    missing = [name for name in _NEEDED if find_spec(name) is None]
    if missing:
        sys.stderr.write(f'wiro: the command needs {" and ".join(missing)}: pip install "wiro[cli]"\n')
        return 1
    from wiro.cli.app import run

    return run(arguments)
