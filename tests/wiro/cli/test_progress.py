from __future__ import annotations

from typing import TYPE_CHECKING

from wiro.cli.progress import Display
from wiro.cli.session import Session

if TYPE_CHECKING:
    import pytest


def _display(session: Session, *, thinking: bool = False) -> Display:
    return Display(session, lambda: "a/b", lambda: None, thinking=thinking)


def _frame(**message: object) -> dict[str, object]:
    return {"type": "task_output", "message": message}


def test_an_answer_is_shown_once(capsys: pytest.CaptureFixture[str]) -> None:
    with _display(Session()) as display:
        display.feed(_frame(thinking=["hm"], answer=["Once"]))
        display.feed(_frame(thinking=["hm"], answer=["Once upon"]))
        display.feed({"type": "task_postprocess_end", "message": [{"content": {"answer": ["Once upon", "a time"]}}]})
        display.finish("Once upon\n\na time")
    captured = capsys.readouterr()
    assert captured.out == "Once upon\n\na time\n"
    assert captured.err == ""


def test_a_text_that_was_not_streamed_is_shown_at_the_end(capsys: pytest.CaptureFixture[str]) -> None:
    with _display(Session()) as display:
        display.finish("\x1b[31mred")
    assert capsys.readouterr().out == "[31mred\n"


def test_thoughts_go_to_stderr(capsys: pytest.CaptureFixture[str]) -> None:
    with _display(Session(), thinking=True) as display:
        display.feed(_frame(thinking=["hm"], answer=[]))
    assert capsys.readouterr().err == "hm\n"
    with _display(Session(), thinking=True) as display:
        display.feed(_frame(thinking=["hm"], answer=["x"]))
    captured = capsys.readouterr()
    assert (captured.out, captured.err) == ("x\n", "hm\n\n")


def test_with_json_stdout_is_left_alone(capsys: pytest.CaptureFixture[str]) -> None:
    with _display(Session(as_json=True)) as display:
        display.feed(_frame(answer=["x"]))
        display.finish("x")
    assert capsys.readouterr().out == ""


def test_a_terminal_has_a_bar(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr("sys.stderr.isatty", lambda: True)
    with _display(Session()) as display:
        display.feed({"type": "task_start"})
        display.feed(_frame(task="Generate", percentage="40"))
        display.feed({"type": "task_end"})
    screen = capsys.readouterr().err
    assert "a/b  finishing" in screen
    assert "40 %" in screen
