from __future__ import annotations

from typing import Any

import pytest

from wiro.agents import AsyncAgent
from wiro.cli.agent_documents import agent_document, day_of
from wiro.config import Config


@pytest.mark.parametrize(
    ("value", "text"),
    [
        ("1795317207", "2026-11-22T03:13:27Z"),
        (0, "1970-01-01T00:00:00Z"),
        (None, None),
        ("soon", None),
        ("nan", None),
        ("1e300", None),
    ],
)
def test_moments(value: Any, text: str | None) -> None:
    assert day_of(value) == text


def test_no_credential_leaves_the_row() -> None:
    row = {
        "title": "Bot",
        "status": 6,
        "credentials": {"gmail": {"apppassword": {"value": "canary"}, "_required_missing": True}},
    }
    agent: Any = AsyncAgent(None, Config(api_key="key"), "g", row=row)  # type: ignore[arg-type]
    document = agent_document(agent)
    assert document["missing_credentials"] == ["gmail"]
    assert "canary" not in str(document)
