from __future__ import annotations

import uuid
from typing import Any

import pytest

from wiro import AsyncWiro, Wiro
from wiro.chats import AsyncChat, Chat
from wiro.errors import InvalidArgumentError


class Recorder:
    """Takes runs instead of a client."""

    def __init__(self) -> None:
        self.runs: list[tuple[str, dict[str, Any], Any]] = []

    def run(self, model: str, params: dict[str, Any], *, max_cost_usd: Any) -> str:
        self.runs.append((model, params, max_cost_usd))
        return "run"


class AsyncRecorder(Recorder):
    async def run(self, model: str, params: dict[str, Any], *, max_cost_usd: Any) -> str:  # type: ignore[override]
        return super().run(model, params, max_cost_usd=max_cost_usd)


def test_every_turn_names_the_session_and_the_user() -> None:
    wiro = Recorder()
    chat = Chat(wiro, "a/b", {"temperature": 0.5}, user_id="u")  # type: ignore[arg-type]
    assert str(uuid.UUID(chat.session_id)) == chat.session_id
    assert str(chat.send("one")) == "run"
    chat.send("two", {"temperature": 1}, max_cost_usd=0.1)
    session = {"session_id": chat.session_id, "user_id": "u"}
    assert wiro.runs == [
        ("a/b", {"temperature": 0.5, "prompt": "one", **session}, None),
        ("a/b", {"temperature": 1, "prompt": "two", **session}, 0.1),
    ]


async def test_a_conversation_can_be_continued() -> None:
    wiro = AsyncRecorder()
    chat = AsyncChat(wiro, "a/b", session_id="s")  # type: ignore[arg-type]
    assert str(await chat.send("one")) == "run"
    assert wiro.runs == [("a/b", {"prompt": "one", "session_id": "s"}, None)]
    assert repr(chat) == "AsyncChat(model='a/b', session_id='s', user_id=None)"


def test_two_conversations_are_two_sessions() -> None:
    with Wiro("key") as wiro:
        assert wiro.chat("a/b").session_id != wiro.chat("a/b").session_id
        assert wiro.chat("a/b", session_id="s").session_id == "s"
    assert AsyncWiro("key").chat("a/b", user_id="u").user_id == "u"


def test_parameters_with_arguments_of_their_own() -> None:
    with pytest.raises(InvalidArgumentError, match="prompt, session_id cannot be"):
        Chat(Recorder(), "a/b", {"prompt": "x", "session_id": "y"})  # type: ignore[arg-type]
