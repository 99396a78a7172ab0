"""The command `wiro` in tests: in this process, as a process of its own, and in a terminal."""

from __future__ import annotations

import io
import json
import os
import pty
import select
import subprocess
import sys
import time
from contextlib import contextmanager, redirect_stderr, redirect_stdout
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Self
from unittest import mock

from wiro.cli import main

if TYPE_CHECKING:
    from collections.abc import Iterator

    from wiro.sandbox import Sandbox

__all__ = ["COMMAND", "Result", "Terminal", "environment_for", "invoke", "started"]

COMMAND = (sys.executable, "-m", "wiro.cli")
_PATIENCE_SECONDS = 20.0

#: Makes the terminal on its standard input the one that sends Ctrl-C, then becomes the command.
_IN_TERMINAL = (
    "import fcntl, os, sys, termios; fcntl.ioctl(0, termios.TIOCSCTTY, 0); os.execv(sys.argv[1], sys.argv[1:])"
)


@dataclass(frozen=True)
class Result:
    """What an invocation left."""

    status: int
    out: str
    err: str

    @property
    def document(self) -> dict[str, Any]:
        """The one JSON document on stdout."""
        found: dict[str, Any] = json.loads(self.out)
        return found


def environment_for(sandbox: Sandbox | None) -> dict[str, str]:
    """Return this process's environment, with the sandbox in the place of Wiro."""
    names = {"NO_COLOR", "FORCE_COLOR", "COLUMNS"}
    kept = {name: value for name, value in os.environ.items() if not name.startswith("WIRO_") and name not in names}
    if sandbox is None:
        return kept
    return kept | {"WIRO_API_KEY": sandbox.api_key, "WIRO_BASE_URL": sandbox.base_url}


def invoke(sandbox: Sandbox | None, *arguments: str, stdin: str = "") -> Result:
    """Run the command in this process."""
    out, err = io.StringIO(), io.StringIO()
    with (
        mock.patch.dict(os.environ, environment_for(sandbox), clear=True),
        mock.patch.object(sys, "stdin", io.StringIO(stdin)),
        redirect_stdout(out),
        redirect_stderr(err),
    ):
        status = main(arguments)
    return Result(status, out.getvalue(), err.getvalue())


@contextmanager
def started(sandbox: Sandbox | None, *arguments: str, **options: Any) -> Iterator[subprocess.Popen[str]]:
    """Start the command as a process with pipes; it does not outlive the block."""
    pipes = {"stdin": subprocess.DEVNULL, "stdout": subprocess.PIPE, "stderr": subprocess.PIPE, "text": True} | options
    with subprocess.Popen([*COMMAND, *arguments], env=environment_for(sandbox), **pipes) as process:
        try:
            yield process
        finally:
            process.kill()


class Terminal:
    """The command in a pseudo terminal of its own, as somebody would type at it."""

    def __init__(self, sandbox: Sandbox, *arguments: str, **variables: str) -> None:
        environment = environment_for(sandbox) | {"TERM": "xterm-256color", "COLUMNS": "120"} | variables
        self._file, terminal = pty.openpty()
        # Not pty.fork(): this process has threads, whose locks a forked copy of it would wait for in vain.
        command = [sys.executable, "-c", _IN_TERMINAL, *COMMAND, *arguments]
        self._process = subprocess.Popen(
            command, env=environment, stdin=terminal, stdout=terminal, stderr=terminal, start_new_session=True
        )
        os.close(terminal)
        self.screen = ""

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        os.close(self._file)
        self._process.kill()
        self._process.wait()

    def expect(self, text: str) -> None:
        """Read until a text appears behind the last one that was expected."""
        deadline = time.monotonic() + _PATIENCE_SECONDS
        position = len(self.screen)
        while text not in self.screen[max(0, position - 200) :]:
            assert self._read(deadline - time.monotonic()), f"{text!r} did not appear: {self.screen[-500:]!r}"

    def press(self, keys: str) -> None:
        """Type."""
        os.write(self._file, keys.encode())

    def send(self, number: int) -> None:
        """Send a signal to the command, past the terminal."""
        self._process.send_signal(number)

    def finish(self) -> int:
        """Read to the end and return the exit status."""
        deadline = time.monotonic() + _PATIENCE_SECONDS
        while self._read(deadline - time.monotonic()):
            pass
        try:
            return self._process.wait(max(1.0, deadline - time.monotonic()))
        except subprocess.TimeoutExpired:
            raise AssertionError(f"it did not end: {self.screen[-500:]!r}") from None

    def _read(self, seconds: float) -> bool:
        if not select.select([self._file], [], [], max(0.0, seconds))[0]:
            return False
        try:
            piece = os.read(self._file, 65536)
        except OSError:
            return False  # the other end of a terminal is closed
        self.screen += piece.decode(errors="replace")
        return bool(piece)
