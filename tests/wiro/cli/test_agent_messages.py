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


@pytest.mark.parametrize("mine", [True, False])
def test_a_message_whose_answer_nobody_reads_is_cancelled_by_its_sender(
    mine: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(_message: _Message, _timeout: float | None) -> Any:
        raise BrokenPipeError

    monkeypatch.setattr(_Message, "deltas", fail)
    agent: Any = _Agent()
    with pytest.raises(BrokenPipeError):
        await_answer(Session(), agent, agent.sent, timeout=None, thinking=False, mine=mine)
    assert agent.sent.cancelled is mine
