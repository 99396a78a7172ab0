"""The README's code runs as it stands, but for the model's name: the sandbox paints instead of a real model."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from wiro.sandbox import Sandbox

_README = (Path(__file__).parents[1] / "README.md").read_text()
_BLOCKS = re.findall(r"```python\n(.*?)```", _README, re.DOTALL)


def block_with(text: str) -> str:
    (block,) = [block for block in _BLOCKS if text in block]
    return str(block).replace("google/nano-banana-pro", "sandbox/image")


def test_every_python_block_is_run_by_a_test() -> None:
    assert len(_BLOCKS) == 2


def test_the_client_example(
    wiro_sandbox: Sandbox, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("WIRO_API_KEY", wiro_sandbox.api_key)
    monkeypatch.setenv("WIRO_BASE_URL", wiro_sandbox.base_url)
    monkeypatch.setenv("WIRO_SOCKET_URL", wiro_sandbox.socket_url)
    exec(compile(block_with("from wiro import Wiro"), "README.md", "exec"), {})
    (saved,) = (tmp_path / "out").glob("*.png")
    assert saved.name in capsys.readouterr().out


def test_the_dag_example() -> None:
    pytest.importorskip("airflow.sdk", reason="NOT TESTED: Airflow 2 has no airflow.sdk, which the example imports")
    names: dict[str, Any] = {}
    # The example needs no name for the DAG, the test does.
    code = block_with("from airflow.sdk import DAG").replace("}):", "}) as dag:")
    exec(compile(code, "README.md", "exec"), names)
    assert names["dag"].task_ids == ["paint"]


@pytest.mark.parametrize("target", ["demo", "test"])
def test_the_two_commands_exist(target: str) -> None:
    makefile = (Path(__file__).parents[1] / "Makefile").read_text()
    assert f"make {target} " in _README
    assert re.search(rf"^{target}:", makefile, re.MULTILINE)
