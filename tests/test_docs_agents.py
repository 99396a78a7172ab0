"""The code of docs/agents.md runs as it stands, but for the models' names."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING, Any

from wiro.sandbox import Sandbox

if TYPE_CHECKING:
    import pytest

_FILE = Path(__file__).parents[1] / "docs" / "agents.md"
_NAMES = {"openai/gpt-5-2": "sandbox/language", "openai/gpt-realtime": "sandbox/realtime-voice"}


def test_every_block_in_its_order(monkeypatch: pytest.MonkeyPatch) -> None:
    blocks = re.findall(r"```python\n(.*?)```", _FILE.read_text(), re.DOTALL)
    names: dict[str, Any] = {}
    with Sandbox(time_scale=20) as sandbox:
        for variable in ("api_key", "base_url", "socket_url"):
            monkeypatch.setenv(f"WIRO_{variable.upper()}", getattr(sandbox, variable))
        for block in blocks:
            code = re.sub("|".join(_NAMES), lambda found: _NAMES[found[0]], block)
            exec(compile(code, _FILE.name, "exec"), names)
        names["wiro"].close()
        counts = sandbox.books.counts
        assert len(blocks) == 4
        assert "What is new?" in names["answer"].text
        assert (counts["user_agents_deploy"], counts["user_agent_messages_send"], counts["runs_create"]) == (1, 1, 3)
        assert names["session"].is_over
        assert names["session"].cost_usd > 0
    assert sandbox.books.violations == []
