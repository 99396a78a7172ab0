"""What `wiro agents message` does when it is interrupted; its answers are in test_agents_command."""

from __future__ import annotations

from typing import Any

import pytest

from wiro.cli.agent_messages import await_answer, send_message
from wiro.cli.session import Session


class _Agent:
    guid, title = "agent-1", "Bot"

    def __init__(self) -> None:
        self.sent = _Message()

    def send(self, text: str, *, session: str | None) -> _Message:
        self.said = (text, session)
        return self.sent


class _Message:
    guid, status = "message-1", "agent_start"
    cancelled = False

    def deltas(self, timeout: float | None) -> Any:
        raise KeyboardInterrupt

    def cancel(self) -> None:
        self.cancelled = True


def test_ctrl_c_cancels_the_message(capsys: pytest.CaptureFixture[str]) -> None:
    agent: Any = _Agent()
    message = send_message(Session(), agent, "hello", "s")
    assert agent.said == ("hello", "s")
    with pytest.raises(KeyboardInterrupt) as caught:
        await_answer(Session(), agent, message, timeout=None, thinking=False)
    assert caught.value.message_guid == "message-1"  # type: ignore[attr-defined]
    assert agent.sent.cancelled
    err = capsys.readouterr().err
    assert "message message-1 still runs: wiro agents wait agent-1 message-1" in err
    assert "message message-1 is stopped" in err
