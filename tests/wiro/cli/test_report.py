from __future__ import annotations

import click
import pytest

from wiro import errors
from wiro.cli.exits import ExitStatus
from wiro.cli.report import error_document, message_of, report_error
from wiro.cli.session import Session


@pytest.mark.parametrize(
    ("error", "line"),
    [
        (errors.WiroError("two\nlines"), "two lines"),
        (errors.WaitTimeoutError("Task 7 did not end.", task_id="7"), "`wiro tasks wait 7`"),
        (errors.AmbiguousRequestError("Lost.", operation="runs_create"), "`wiro tasks list`"),
        (errors.ConfigurationError("No key: pass api_key=... or set WIRO_API_KEY."), "pass --api-key-file FILE or"),
        (ValueError("x"), "this is a mistake in the program: ValueError: x (-vv shows where)"),
        (PermissionError(13, "Permission denied", "out"), "Permission denied: 'out'"),
        (click.UsageError("bad"), "bad"),
    ],
)
def test_one_line_says_what_to_do(error: BaseException, line: str) -> None:
    text = message_of(error)
    assert line in text
    assert "\n" not in text


def test_a_message_to_an_agent_is_no_task() -> None:
    assert "wiro tasks" not in message_of(errors.WaitTimeoutError("Message 7 did not end.", task_id="7"))


def test_documents_of_errors() -> None:
    error = errors.ConcurrencyLimitError(operation="runs_create", status_code=200, message="busy", code=96)
    assert error_document(error, ExitStatus.REFUSED) == {
        "type": "ConcurrencyLimitError",
        "message": "runs_create: busy (code 96, HTTP 200)",
        "exit_status": 3,
        "operation": "runs_create",
        "status_code": 200,
        "code": 96,
        "retryable": True,
    }
    wrong = errors.InvalidParametersError("a; b", ["a", "b"])
    assert error_document(wrong, ExitStatus.USAGE)["violations"] == ["a", "b"]


def test_tracebacks_only_on_request(capsys: pytest.CaptureFixture[str]) -> None:
    error = errors.TransportError("no connection")
    assert report_error(Session(), error) == 7
    assert capsys.readouterr().err == "wiro: no connection\n"
    assert report_error(Session(verbosity=2), error) == 7
    assert "wiro.errors.TransportError: no connection" in capsys.readouterr().err


def test_stdout_has_one_document_only(capsys: pytest.CaptureFixture[str]) -> None:
    session = Session(as_json=True, compact=True)
    session.emit({"a": 1})
    report_error(session, errors.WiroError("x"))
    assert capsys.readouterr().out == '{"a": 1}\n'


def test_what_is_known_of_an_interruption_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    interruption = KeyboardInterrupt()
    interruption.add_note("runs_create may have been accepted.")
    assert report_error(Session(), interruption) == 130
    assert capsys.readouterr().err == "wiro: runs_create may have been accepted.\n"


def test_the_exit_status_does_not_depend_on_somebody_who_reads_the_error(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(_session: Session, _text: object) -> None:
        raise OSError(5, "Input/output error")

    monkeypatch.setattr(Session, "say", fail)
    assert report_error(Session(), errors.TransportError("no connection")) == 7


@pytest.mark.parametrize("error", [RuntimeError("no lock"), errors.MessageCancelledError("cancelled")])
def test_what_breaks_on_the_way_out_of_sigterm_keeps_its_exit_status(
    error: Exception, capsys: pytest.CaptureFixture[str]
) -> None:
    assert report_error(Session(signalled=True), error) == ExitStatus.TERMINATED
    assert str(error) in capsys.readouterr().err
