from __future__ import annotations

import uuid
from typing import TYPE_CHECKING, Any

import pytest

from wiro import AsyncWiro, Wiro
from wiro.chats import AsyncChat, Chat
from wiro.errors import CostLimitError, InvalidArgumentError

if TYPE_CHECKING:
    from wiro.sandbox.server import Sandbox


class Recorder:
    """Takes runs instead of a client."""

    def __init__(self) -> None:
        self.runs: list[tuple[str, dict[str, Any], Any]] = []

    def run(self, model: str, params: dict[str, Any], *, max_cost_usd: Any, allow_estimate: bool) -> str:
        self.runs.append((model, params, (max_cost_usd, allow_estimate)))
        return "run"


class AsyncRecorder(Recorder):
    async def run(self, model: str, params: dict[str, Any], **more: Any) -> str:  # type: ignore[override]
        return super().run(model, params, **more)


def test_every_turn_names_the_session_and_the_user() -> None:
    wiro = Recorder()
    chat = Chat(wiro, "a/b", {"temperature": 0.5}, user_id="u")  # type: ignore[arg-type]
    assert str(uuid.UUID(chat.session_id)) == chat.session_id
    assert str(chat.send("one")) == "run"
    chat.send("two", {"temperature": 1}, max_cost_usd=0.1, allow_estimate=True)
    session = {"session_id": chat.session_id, "user_id": "u"}
    assert wiro.runs == [
        ("a/b", {"temperature": 0.5, "prompt": "one", **session}, (None, False)),
        ("a/b", {"temperature": 1, "prompt": "two", **session}, (0.1, True)),
    ]


async def test_a_conversation_can_be_continued() -> None:
    wiro = AsyncRecorder()
    chat = AsyncChat(wiro, "a/b", session_id="s")  # type: ignore[arg-type]
    assert str(await chat.send("one")) == "run"
    await chat.send("two", max_cost_usd=1, allow_estimate=True)
    assert wiro.runs == [
        ("a/b", {"prompt": "one", "session_id": "s"}, (None, False)),
        ("a/b", {"prompt": "two", "session_id": "s"}, (1, True)),
    ]
    assert repr(chat) == "AsyncChat(model='a/b', session_id='s', user_id=None)"


def test_two_conversations_are_two_sessions() -> None:
    with Wiro("key") as wiro:
        assert wiro.chat("a/b").session_id != wiro.chat("a/b").session_id
        assert wiro.chat("a/b", session_id="s").session_id == "s"
    assert AsyncWiro("key").chat("a/b", user_id="u").user_id == "u"


@pytest.mark.parametrize(
    ("params", "mention"),
    [
        ({"prompt": "x", "session_id": "y"}, "prompt, session_id cannot be"),
        ({"user_id": "u"}, "user_id cannot be"),
        ("temperature=1", "params is a str"),
        ([("temperature", 1)], "params is a list"),
    ],
)
async def test_what_cannot_be_parameters(params: Any, mention: str) -> None:
    wiro, other = Recorder(), AsyncRecorder()
    with pytest.raises(InvalidArgumentError, match=mention):
        Chat(wiro, "a/b", params)  # type: ignore[arg-type]
    with pytest.raises(InvalidArgumentError, match=mention):
        Chat(wiro, "a/b").send("x", params)  # type: ignore[arg-type]
    with pytest.raises(InvalidArgumentError, match=mention):
        await AsyncChat(other, "a/b").send("x", params)  # type: ignore[arg-type]
    assert wiro.runs == other.runs == []


def test_an_estimate_may_be_good_enough(wiro_sandbox: Sandbox) -> None:
    with Wiro(wiro_sandbox.api_key, base_url=wiro_sandbox.base_url) as wiro:
        chat = wiro.chat("sandbox/language")
        with pytest.raises(CostLimitError, match="allow_estimate=True"):
            chat.send("hi", max_cost_usd=1)
        assert chat.send("hi", max_cost_usd=1, allow_estimate=True).task_id
