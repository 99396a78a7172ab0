from __future__ import annotations

import subprocess
import sys
import tomllib
from importlib.util import find_spec as real_find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Any

import wiro.cli

if TYPE_CHECKING:
    import pytest

_ROOT = Path(__file__).parents[3]


def test_the_script_is_this_function() -> None:
    project = tomllib.loads((_ROOT / "pyproject.toml").read_text())["project"]
    assert project["scripts"] == {"wiro": "wiro.cli:main"}
    assert {line.partition(">")[0] for line in project["optional-dependencies"]["cli"]} == {"click", "rich"}
    assert wiro.cli.__all__ == ["main"]


def test_without_the_extra_one_line_says_how_to_install_it(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def find_spec(name: str) -> Any:
        return None if name == "rich" else real_find_spec(name)

    monkeypatch.setattr(wiro.cli, "find_spec", find_spec)
    assert wiro.cli.main(["--help"]) == 1
    captured = capsys.readouterr()
    assert captured.out == ""
    assert captured.err == 'wiro: the command needs rich: pip install "wiro[cli]"\n'


def test_the_library_does_not_import_the_command() -> None:
    script = (
        "import sys, wiro, wiro.client, wiro.runs, wiro.catalog;"
        "print([name for name in sys.modules if name.split('.')[:2] == ['wiro', 'cli']])"
    )
    result = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert result.stdout.strip() == "[]"
