"""docs/sandbox.md says what is there, and its code runs as it stands."""

import re
from pathlib import Path
from typing import get_args

import httpx
import pytest

from wiro.sandbox import Sandbox
from wiro.sandbox.__main__ import _parser
from wiro.sandbox.fault_files import read_faults
from wiro.sandbox.faults import FaultKind
from wiro.sandbox.models import MODELS

TEXT = (Path(__file__).parents[3] / "docs" / "sandbox.md").read_text(encoding="utf-8")
BLOCKS = re.findall(r"```(\w+)\n(.*?)```", TEXT, re.DOTALL)


def blocks(language: str) -> list[str]:
    return [text for kind, text in BLOCKS if kind == language]


def table(heading: str) -> list[str]:
    """Return the first cells of the table below a heading."""
    section = TEXT.split(f"## {heading}\n")[1].split("\n## ")[0]
    return [line.split("|")[1] for line in section.splitlines() if line.startswith("| `")]


def test_every_model_is_listed() -> None:
    assert sorted(cell.strip(" `") for cell in table("Models")) == sorted(MODELS)


def test_every_fault_is_listed() -> None:
    assert sorted(re.findall(r"`(\w+)`", "".join(table("Faults")))) == sorted(get_args(FaultKind))


def test_every_option_is_listed() -> None:
    documented = set(re.findall(r"`(--[a-z-]+)", TEXT))
    options = {name for action in _parser()._actions for name in action.option_strings if name.startswith("--")}
    assert documented == options - {"--help"}


def test_fixture_example(wiro_sandbox: Sandbox) -> None:
    (example,) = [block for block in blocks("python") if "wiro_sandbox" in block]
    names: dict[str, object] = {}
    exec(compile(example, "sandbox.md", "exec"), names)
    names["test_paints_once"](wiro_sandbox)  # type: ignore[operator]


def test_program_example(capsys: pytest.CaptureFixture[str]) -> None:
    (example,) = [block for block in blocks("python") if "dialect=" in block]
    exec(compile(example, "sandbox.md", "exec"), {})
    assert "sandbox-secret" in capsys.readouterr().out


def test_agent_example(capsys: pytest.CaptureFixture[str]) -> None:
    (example,) = [block for block in blocks("python") if "user_agents" in block]
    exec(compile(example, "sandbox.md", "exec"), {})
    assert capsys.readouterr().out == "['9']\n"


def test_fault_file_example(tmp_path: Path) -> None:
    (example,) = blocks("yaml")
    (tmp_path / "faults.yaml").write_text(example)
    assert [fault.kind for fault in read_faults(tmp_path / "faults.yaml").rules] == ["drop_after_accept", "lose_frame"]


def test_command_example_parses() -> None:
    (example,) = blocks("sh")
    options = _parser().parse_args(example.split()[3:])
    assert (options.port, options.time_scale) == (8080, 10.0)


def test_control_requests_exist(wiro_sandbox: Sandbox) -> None:

    host = wiro_sandbox.base_url.removesuffix("/v1")
    for method, path in re.findall(r"\| `(GET|POST) (/_sandbox/[a-z/]+)`", TEXT):
        assert httpx.request(method, host + path, json={}, trust_env=False).status_code in (200, 400), path
