"""The command line."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from codegen.__main__ import main
from tests.support.specifications import THINGS, write_specification

if TYPE_CHECKING:
    from pathlib import Path


def test_build_check_and_lint(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write_specification(tmp_path)
    root = ["--root", str(tmp_path)]
    assert main([*root, "lint"]) == 0
    assert "3 fragments keep the rules" in capsys.readouterr().out
    assert main([*root, "check"]) == 1
    assert "run: python -m codegen build" in capsys.readouterr().err
    assert main([*root, "build"]) == 0
    assert "files changed" in capsys.readouterr().out
    assert main([*root, "check"]) == 0
    assert "is what spec/ gives" in capsys.readouterr().out
    assert main([*root, "build"]) == 0
    assert "up to date" in capsys.readouterr().out


def test_problems_are_printed_and_fail(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write_specification(tmp_path, things=THINGS.replace("summary: Read a thing.", "summary: ''"))
    assert main(["--root", str(tmp_path), "lint"]) == 1
    assert "things.yaml: paths./Thing/Detail.post: summary is missing (rule 16)" in capsys.readouterr().err


def test_diff_needs_a_revision(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write_specification(tmp_path)
    assert main(["--root", str(tmp_path), "diff", "v0"]) == 1
    assert "git ls-tree" in capsys.readouterr().err
    with pytest.raises(SystemExit, match="2"):
        main(["diff"])
