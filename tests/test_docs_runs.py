"""The code of docs/runs.md runs as it stands, but for the models' names."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING, Any

import PIL.Image
import pytest

if TYPE_CHECKING:
    from wiro.sandbox import Sandbox

_FILE = Path(__file__).parents[1] / "docs" / "runs.md"
_NAMES = {"google/nano-banana-pro": "sandbox/image", "wiro/virtual-try-on": "sandbox/virtual-try-on"}


@pytest.mark.parametrize("wiro_sandbox", [{"balance": 60}], indirect=True)
def test_every_block_in_its_order(wiro_sandbox: Sandbox, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    for variable in ("api_key", "base_url", "socket_url"):
        monkeypatch.setenv(f"WIRO_{variable.upper()}", getattr(wiro_sandbox, variable))
    for name, color in (("me.png", "green"), ("coat.png", "red")):
        PIL.Image.new("RGB", (4, 4), color).save(name)
    blocks = re.findall(r"```python\n(.*?)```", _FILE.read_text(), re.DOTALL)
    names: dict[str, Any] = {}
    for block in blocks:
        code = re.sub("|".join(_NAMES), lambda found: _NAMES[found[0]], block)
        exec(compile(code, _FILE.name, "exec"), names)
    names["wiro"].close()
    assert len(blocks) == 8
    assert names["result"].outputs == names["same"].outputs
    assert [response.operation for response in names["responses"]] == ["tasks_detail"]
    assert (tmp_path / "out" / "coat.png").is_file()
    assert len(wiro_sandbox.books.submissions) == 2 + 8
    assert wiro_sandbox.books.to_dict()["counts"]["runs_create"] > 10, "all of them found a slot at once"
    # The coat went into both runs.
    assert wiro_sandbox.books.to_dict()["counts"]["files_upload"] == 2
