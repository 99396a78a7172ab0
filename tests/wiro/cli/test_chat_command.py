from __future__ import annotations

import json
from typing import TYPE_CHECKING

from tests.support.command import invoke
from wiro.cli import chat_command
from wiro.cli.session import Session

if TYPE_CHECKING:
    from collections.abc import Iterator

    import pytest

    from wiro.sandbox import Sandbox


def test_each_line_is_a_turn_of_one_conversation(wiro_sandbox: Sandbox) -> None:
    result = invoke(wiro_sandbox, "chat", "sandbox/language", "--json", stdin="one\n\ntwo\n/quit\nthree\n")
    assert result.status == 0
    turns = [json.loads(line) for line in result.out.splitlines()]
    assert [turn["text"].partition("\n")[0] for turn in turns] == ["You asked: one", "You asked: two"]
    sent = [submission.parameters for submission in wiro_sandbox.books.submissions]
    assert {parameters["session_id"] for parameters in sent} == {turns[0]["session_id"]}
    assert len({parameters["user_id"] for parameters in sent}) == 1
    assert turns[0]["session_id"] in result.err


def test_a_turn_that_goes_wrong_has_its_line_too(wiro_sandbox: Sandbox, monkeypatch: pytest.MonkeyPatch) -> None:
    def turns(_session: Session) -> Iterator[str]:
        yield "one"
        wiro_sandbox.faults.add(kind="status", operation="runs_create", status=500)
        yield "two"

    monkeypatch.setattr(chat_command, "_turns", turns)
    result = invoke(wiro_sandbox, "chat", "sandbox/language", "--json")
    assert result.status == 6
    first, second = (json.loads(line) for line in result.out.splitlines())
    assert first["text"].startswith("You asked: one")
    assert second["error"]["exit_status"] == 6


def test_a_message_on_the_command_line_is_the_only_turn(wiro_sandbox: Sandbox) -> None:
    ids = ("--session", "s-1", "--user", "u-1")
    result = invoke(
        wiro_sandbox, "chat", "sandbox/language", "Good", "morning", *ids, "-p", "seconds=1", stdin="more\n"
    )
    assert result.out.startswith("You asked: Good morning\n")
    (submission,) = wiro_sandbox.books.submissions
    given = {name: submission.parameters[name] for name in ("prompt", "session_id", "user_id", "seconds")}
    assert given == {"prompt": "Good morning", "session_id": "s-1", "user_id": "u-1", "seconds": 1}


def test_models_without_sessions_and_other_models(wiro_sandbox: Sandbox) -> None:
    plain = invoke(wiro_sandbox, "chat", "sandbox/language-plain", "hello")
    assert plain.status == 0
    assert "it will not remember earlier turns" in plain.err
    other = invoke(wiro_sandbox, "chat", "sandbox/image-to-3d", "hello")
    assert other.status == 2
    assert "it is no language model" in other.err


def test_somebody_at_a_terminal_is_prompted(wiro_sandbox: Sandbox, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Session, "asks", True)
    result = invoke(wiro_sandbox, "chat", "sandbox/language", "-p", "seconds=0", stdin="hello\n")
    assert result.err.count("> ") == 2
    assert result.err.endswith("> \n")
    assert "> " not in result.out
