"""The examples of docs/cli.md run as they stand, against the sandbox."""

from __future__ import annotations

import io
import os
import re
import shlex
import subprocess
import sys
from contextlib import redirect_stderr, redirect_stdout
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.support.command import COMMAND, environment_for
from wiro.cli import main

if TYPE_CHECKING:
    from wiro.sandbox import Sandbox

_PAGE = (Path(__file__).parents[3] / "docs" / "cli.md").read_text()
_CONSOLES = re.findall(r"```console\n(.*?)```", _PAGE, re.DOTALL)
_SCRIPTS = [block for block in re.findall(r"```sh\n(.*?)```", _PAGE, re.DOTALL) if "jq" in block]


def _matches(expected: str, actual: str) -> bool:
    """Compare; `...` stands for anything."""
    return re.fullmatch(".*?".join(map(re.escape, expected.split("..."))), actual, re.DOTALL) is not None


def test_console_examples(wiro_sandbox: Sandbox, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    for name, value in environment_for(wiro_sandbox).items():
        monkeypatch.setenv(name, value)
    monkeypatch.setattr(sys, "stdin", io.StringIO())
    examples = [
        example
        for console in _CONSOLES
        for example in re.findall(r"^\$ wiro (.*)\n((?:[^$].*\n|\n)*)", console, re.MULTILINE)
    ]
    assert len(examples) == 18
    (tmp_path / "gmail.json").write_text('{"gmail": {"account": "me@example.com", "apppassword": "x"}}')
    for command, expected in examples:
        screen = io.StringIO()
        agents = wiro_sandbox.books.payments
        words = [agents[0].useragentguid if word == "$AGENT" else word for word in shlex.split(command)]
        with redirect_stdout(screen), redirect_stderr(screen):
            assert main(words) == 0, screen.getvalue()
        assert _matches(expected.rstrip("\n"), screen.getvalue().rstrip("\n")), (command, screen.getvalue())


def test_pipes(wiro_sandbox: Sandbox, tmp_path: Path) -> None:
    if not any((Path(folder) / "jq").exists() for folder in os.get_exec_path()):
        pytest.skip("NOT TESTED: jq is not installed")
    (script,) = _SCRIPTS
    (tmp_path / "wiro").write_text(f'#!/bin/sh\nexec {shlex.join(COMMAND)} "$@"\n')
    (tmp_path / "wiro").chmod(0o755)
    environment = environment_for(wiro_sandbox)
    environment["PATH"] = f"{tmp_path}{os.pathsep}{environment['PATH']}"
    result = subprocess.run(
        ["bash", "-euo", "pipefail", "-c", script], env=environment, capture_output=True, text=True, timeout=60
    )
    assert result.returncode == 0, result.stderr
    assert result.stdout.endswith("/0.png\n")
