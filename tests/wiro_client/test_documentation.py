"""The code of docs/generated-client.md runs as it stands, against a server that answers like the service."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

from tests.support.http_server import FaultyServer, Reply

if TYPE_CHECKING:
    import pytest

_TEXT = (Path(__file__).parents[2] / "docs" / "generated-client.md").read_text(encoding="utf-8")
_BLOCKS = re.findall(r"```python\n(.*?)```", _TEXT, re.DOTALL)


def test_calling(capsys: pytest.CaptureFixture[str]) -> None:
    with FaultyServer(Reply(body={"result": True, "tool": [{"title": "Nano Banana Pro"}]})) as server:
        exec(compile(_BLOCKS[0].replace("https://api.wiro.ai/v1", server.url), "docs", "exec"), {})
        (seen,) = server.requests
    assert seen.json() == {"slugowner": "google", "slugproject": "nano-banana-pro"}
    assert seen.headers["x-api-key"] == "YOUR_API_KEY"
    assert capsys.readouterr().out == "Nano Banana Pro\n"


def test_reading() -> None:
    exec(compile(_BLOCKS[1], "docs", "exec"), {})


def test_every_block_is_run() -> None:
    assert len(_BLOCKS) == 2
