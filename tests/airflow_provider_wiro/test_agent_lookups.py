from __future__ import annotations

from types import SimpleNamespace

import pytest

from airflow_provider_wiro.agent_lookups import agents_like, messages_like

_SINCE = 1_000_000.5


def agent_with(*rows):
    """An agent whose conversation has these rows, newest first."""
    asked = []

    def history(session):
        asked.append(session)
        return (SimpleNamespace(row=row, guid=row["guid"]) for row in rows)

    return SimpleNamespace(history=history, asked=asked)


def row(guid, content="Hello", created=_SINCE, **more):
    return {"guid": guid, "content": content, "createdat": str(int(created)), **more}


def test_messages_of_the_same_text_since_then():
    agent = agent_with(
        row("new"),
        row("other", "Hello!"),
        row("with a file", attachments=[{"name": "a"}]),
        row("slow clock", created=_SINCE - 5),
        row("old", created=_SINCE - 8),
        row("never looked at", created=_SINCE),
    )
    assert messages_like(agent, "Hello", "s", 0, _SINCE) == ["new", "slow clock"]
    assert messages_like(agent, "Hello", None, 1, _SINCE) == ["with a file"]
    assert agent.asked == ["s", None]


@pytest.mark.parametrize(
    ("created", "is_found"),
    [(_SINCE * 1000, False), ("2000000000000", True), (None, True), ("yesterday", True), (999_000, False)],
)
def test_times_in_other_forms(created, is_found):
    """Milliseconds count from 1e12 on; a row without a readable time may be the one."""
    since = 2_000_000_000.0 if created == "2000000000000" else 10.0**10 if created == _SINCE * 1000 else _SINCE
    found = messages_like(agent_with({"guid": "g", "content": "a", "createdat": created}), "a", None, 0, since)
    assert found == (["g"] if is_found else [])


def client_with(*rows):
    agents = [SimpleNamespace(title=row["title"], row=row, guid=row["guid"]) for row in rows]
    return SimpleNamespace(agents=SimpleNamespace(list=lambda: iter(agents)))


def test_agents_by_title_template_and_time():
    client = client_with(
        {"guid": "1", "title": "Bot", "agentguid": "t", "agent": {"slug": "news"}, "createdat": int(_SINCE)},
        {"guid": "2", "title": "Bot", "agentguid": "t", "createdat": int(_SINCE) - 60},
        {"guid": "3", "title": "Bot", "agentguid": None, "agent": {"custom": True}, "createdat": int(_SINCE)},
        {"guid": "4", "title": "bot", "agentguid": "t", "createdat": int(_SINCE)},
    )

    def found(*arguments):
        return [agent.guid for agent in agents_like(client, "Bot", *arguments)]

    assert found(["t", "news"]) == ["1", "2"]
    assert found(["t", "news"], _SINCE) == ["1"]
    assert found(["another"]) == []
    assert found(None) == ["3"]
