"""Ctrl-C and SIGTERM, at a real terminal and without one: what becomes of the run, and that its id is never lost."""

from __future__ import annotations

import io
import json
import os
import re
import signal
import time
from typing import TYPE_CHECKING, Any

import pytest

from tests.support.command import Terminal, started
from tests.support.sandbox_agents import AgentClient
from tests.support.sandbox_client import SandboxClient, wait_until
from wiro.cli.exits import Terminated
from wiro.cli.interruption import settle_interrupted, submitting, terminating
from wiro.cli.session import Session
from wiro.errors import TransportError

if TYPE_CHECKING:
    from pathlib import Path

    from wiro.sandbox import Sandbox

_CTRL_C = "\x03"
_RUN = ("run", "sandbox/image", "-p", "prompt=x", "-p", "seconds=5000")


def _status(sandbox: Sandbox) -> str:
    (submission,) = sandbox.books.submissions
    return submission.status


@pytest.mark.parametrize(("answer", "stopped"), [("n\n", False), (_CTRL_C, True)], ids=["n", "Ctrl-C"])
def test_at_a_terminal_it_asks(wiro_sandbox: Sandbox, answer: str, stopped: bool) -> None:
    with Terminal(wiro_sandbox, *_RUN) as terminal:
        terminal.expect("run 5")
        terminal.expect("running")
        terminal.press(_CTRL_C)
        terminal.expect("Stop run")
        terminal.press(answer)
        assert terminal.finish() == 130
    assert (_status(wiro_sandbox) == "task_cancel") is stopped
    (task_id,) = {submission.taskid for submission in wiro_sandbox.books.submissions}
    assert f"wiro tasks wait {task_id}" in terminal.screen
    assert ("is stopped" if stopped else "goes on") in terminal.screen
    assert "Traceback" not in terminal.screen


@pytest.mark.parametrize(
    ("mine", "asks", "answer", "stopped"),
    [
        (True, False, "", True),
        (True, True, "\n", True),
        (True, True, "n\n", False),
        (True, True, "", True),
        (False, False, "", False),
        (False, True, "\n", False),
        (False, True, "", False),
        (False, True, "y\n", True),
    ],
)
def test_who_submitted_it_decides_the_default(
    mine: bool, asks: bool, answer: str, stopped: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    calls: list[str] = []
    monkeypatch.setattr(Session, "asks", asks)
    monkeypatch.setattr("sys.stdin", io.StringIO(answer))
    settle_interrupted(Session(), "run 7", lambda: calls.append("stop"), later="wiro tasks wait 7", mine=mine)
    assert bool(calls) is stopped


def test_a_second_ctrl_c_means_yes(monkeypatch: pytest.MonkeyPatch) -> None:
    calls: list[str] = []

    def press_ctrl_c(_prompt: str) -> str:
        raise KeyboardInterrupt

    monkeypatch.setattr(Session, "asks", True)
    monkeypatch.setattr("click.termui.visible_prompt_func", press_ctrl_c)
    settle_interrupted(Session(), "run 7", lambda: calls.append("stop"), later="wiro tasks wait 7", mine=False)
    assert calls == ["stop"]


def test_a_run_that_cannot_be_stopped_is_named(capsys: pytest.CaptureFixture[str]) -> None:
    def fail() -> None:
        raise TransportError("no connection")

    settle_interrupted(Session(), "run 7", fail, later="wiro tasks wait 7")
    assert "run 7 could not be stopped and goes on: no connection" in capsys.readouterr().err


def test_the_second_ctrl_c_does_not_wait_for_the_submission() -> None:
    former = signal.getsignal(signal.SIGINT)
    with submitting(Session()) as state:
        signal.raise_signal(signal.SIGINT)
        assert type(state.interruption) is KeyboardInterrupt
        with pytest.raises(KeyboardInterrupt):
            signal.raise_signal(signal.SIGINT)
    assert signal.getsignal(signal.SIGINT) is former


def test_without_a_terminal_the_run_is_stopped(wiro_sandbox: Sandbox) -> None:
    with started(wiro_sandbox, *_RUN, "--json") as process:
        wait_until(lambda: len(wiro_sandbox.books.submissions) == 1 and _status(wiro_sandbox) == "task_start")
        process.send_signal(signal.SIGINT)
        out, err = process.communicate(timeout=20)
    assert process.returncode == 130
    assert _status(wiro_sandbox) == "task_cancel"
    task_id = wiro_sandbox.books.submissions[0].taskid
    assert f'"task_id": "{task_id}"' in out
    assert re.search(rf"run {task_id} is stopped", err)
    assert "Traceback" not in err


def test_ctrl_c_stops_the_run_though_nobody_reads_what_is_said(wiro_sandbox: Sandbox) -> None:
    reader, writer = os.pipe()
    with started(wiro_sandbox, *_RUN, stdout=writer, stderr=writer) as process:
        os.close(writer)
        _until_it_runs(wiro_sandbox)
        # As with `2>&1 | tee log`: Ctrl-C ends tee too.
        os.close(reader)
        process.send_signal(signal.SIGINT)
        assert process.wait(20) == 130
    assert _status(wiro_sandbox) == "task_cancel"


def test_a_terminal_that_is_gone_answers_no_question(monkeypatch: pytest.MonkeyPatch) -> None:
    calls: list[str] = []

    def vanish(_prompt: str) -> str:
        raise OSError(5, "Input/output error")

    monkeypatch.setattr(Session, "asks", True)
    monkeypatch.setattr("click.termui.visible_prompt_func", vanish)
    settle_interrupted(Session(), "run 7", lambda: calls.append("stop"), later="wiro tasks wait 7")
    assert calls == ["stop"]


def test_ctrl_c_during_the_submission_waits_for_its_id(wiro_sandbox: Sandbox) -> None:
    fault = wiro_sandbox.faults.add(kind="delay", operation="runs_create", seconds=0.5)
    with started(wiro_sandbox, *_RUN) as process:
        wait_until(lambda: fault.used == 1)
        process.send_signal(signal.SIGINT)
        _, err = process.communicate(timeout=20)
    assert process.returncode == 130
    assert "waiting for the answer to the submission" in err
    assert _status(wiro_sandbox) == "task_cancel"
    assert f"run {wiro_sandbox.books.submissions[0].taskid} is stopped" in err


def _until_it_runs(sandbox: Sandbox) -> str:
    wait_until(lambda: len(sandbox.books.submissions) == 1 and _status(sandbox) == "task_start")
    return sandbox.books.submissions[0].taskid


@pytest.mark.parametrize("extra", [(), ("--json",)], ids=["text", "json"])
def test_sigterm_stops_the_run_without_a_question(wiro_sandbox: Sandbox, extra: tuple[str, ...]) -> None:
    with started(wiro_sandbox, *_RUN, *extra) as process:
        task_id = _until_it_runs(wiro_sandbox)
        process.send_signal(signal.SIGTERM)
        out, err = process.communicate(timeout=20)
    assert process.returncode == 143
    assert _status(wiro_sandbox) == "task_cancel"
    assert f"run {task_id} is stopped" in err
    assert "Traceback" not in err
    if extra:
        error = json.loads(out)["error"]
        assert (error["type"], error["message"], error["exit_status"]) == ("Terminated", "terminated", 143)
        assert error["task_id"] == task_id


def test_sigterm_asks_nobody_at_a_terminal(wiro_sandbox: Sandbox) -> None:
    with Terminal(wiro_sandbox, *_RUN) as terminal:
        terminal.expect("running")
        terminal.send(signal.SIGTERM)
        assert terminal.finish() == 143
    assert "Stop run" not in terminal.screen
    assert "is stopped" in terminal.screen
    assert _status(wiro_sandbox) == "task_cancel"


def test_sigterm_answers_an_open_question(wiro_sandbox: Sandbox) -> None:
    with Terminal(wiro_sandbox, *_RUN) as terminal:
        terminal.expect("running")
        terminal.press(_CTRL_C)
        terminal.expect("Stop run")
        # A signal between the question and the system call that waits for its answer interrupts neither.
        time.sleep(0.5)
        terminal.send(signal.SIGTERM)
        assert terminal.finish() == 130
    assert _status(wiro_sandbox) == "task_cancel"


def test_sigterm_again_and_again_lets_the_run_be_stopped(wiro_sandbox: Sandbox) -> None:
    wiro_sandbox.faults.add(kind="delay", operation="tasks_kill", seconds=0.5)
    with started(wiro_sandbox, *_RUN) as process:
        _until_it_runs(wiro_sandbox)
        for _ in range(5):
            process.send_signal(signal.SIGTERM)
            time.sleep(0.05)
        assert process.wait(20) == 143
    assert _status(wiro_sandbox) == "task_cancel"


def test_sigterm_leaves_the_run_of_another_process_alone(wiro_sandbox: Sandbox) -> None:
    task_id = SandboxClient(wiro_sandbox).run("sandbox/queued")["taskid"]
    with started(wiro_sandbox, "tasks", "wait", task_id) as process:
        wait_until(lambda: wiro_sandbox.books.counts["tasks_detail"] > 0)
        process.send_signal(signal.SIGTERM)
        _, err = process.communicate(timeout=20)
    assert process.returncode == 143
    assert f"run {task_id} goes on and is billed" in err
    assert _status(wiro_sandbox) == "task_queue"


def test_sigterm_lets_a_run_be_stopped_that_ctrl_c_ended(wiro_sandbox: Sandbox) -> None:
    fault = wiro_sandbox.faults.add(kind="delay", operation="tasks_kill", seconds=1.0)
    with started(wiro_sandbox, *_RUN) as process:
        _until_it_runs(wiro_sandbox)
        process.send_signal(signal.SIGINT)
        wait_until(lambda: fault.used == 1)
        process.send_signal(signal.SIGTERM)
        _, err = process.communicate(timeout=20)
    assert process.returncode == 130
    assert "is stopped" in err
    assert _status(wiro_sandbox) == "task_cancel"


def test_sigterm_at_the_question_leaves_the_run_of_another_process_alone(wiro_sandbox: Sandbox) -> None:
    task_id = SandboxClient(wiro_sandbox).run("sandbox/queued")["taskid"]
    with Terminal(wiro_sandbox, "tasks", "wait", task_id) as terminal:
        terminal.expect("queue")
        terminal.press(_CTRL_C)
        terminal.expect("Stop run")
        # A signal between the question and the system call that waits for its answer interrupts neither.
        time.sleep(0.5)
        terminal.send(signal.SIGTERM)
        assert terminal.finish() == 130
    assert "goes on and is billed" in terminal.screen
    assert _status(wiro_sandbox) == "task_queue"


def test_sigterm_during_the_submission_waits_for_its_id(wiro_sandbox: Sandbox) -> None:
    fault = wiro_sandbox.faults.add(kind="delay", operation="runs_create", seconds=0.5)
    with started(wiro_sandbox, *_RUN) as process:
        wait_until(lambda: fault.used == 1)
        process.send_signal(signal.SIGTERM)
        process.send_signal(signal.SIGTERM)
        _, err = process.communicate(timeout=20)
    assert process.returncode == 143
    assert _status(wiro_sandbox) == "task_cancel"
    assert f"run {wiro_sandbox.books.submissions[0].taskid} is stopped" in err


@pytest.mark.parametrize(("number", "status"), [(signal.SIGTERM, 143), (signal.SIGINT, 130)], ids=["SIGTERM", "Ctrl-C"])
def test_the_wait_for_a_slot_ends_at_once(wiro_sandbox: Sandbox, number: int, status: int) -> None:
    wiro_sandbox.set_balance("10")
    SandboxClient(wiro_sandbox).run("sandbox/queued")
    with started(wiro_sandbox, *_RUN, "--slot-timeout", "1h") as process:
        wait_until(lambda: wiro_sandbox.books.counts["tasks_list"] > 0)
        process.send_signal(number)
        assert process.wait(10) == status
    assert len(wiro_sandbox.books.submissions) == 1


def test_a_run_that_is_refused_after_sigterm_is_not_submitted_again(wiro_sandbox: Sandbox) -> None:
    wiro_sandbox.set_balance("10")
    SandboxClient(wiro_sandbox).run("sandbox/queued")
    fault = wiro_sandbox.faults.add(kind="delay", operation="runs_create", seconds=0.5)
    with started(wiro_sandbox, *_RUN, "--slot-timeout", "1h") as process:
        wait_until(lambda: fault.used == 1)
        process.send_signal(signal.SIGTERM)
        assert process.wait(10) == 143
    assert wiro_sandbox.books.counts["runs_create"] == 2
    assert wiro_sandbox.books.counts["tasks_list"] == 0


def test_sigterm_ends_an_upload_and_nothing_is_submitted(wiro_sandbox: Sandbox, tmp_path: Path) -> None:
    picture = tmp_path / "a.png"
    picture.write_bytes(b"picture")
    fault = wiro_sandbox.faults.add(kind="delay", operation="files_upload", seconds=30)
    run = ("run", "sandbox/image-edit", "-p", "prompt=x", "-p", f"inputImage=@{picture}")
    with started(wiro_sandbox, *run) as process:
        wait_until(lambda: fault.used == 1)
        process.send_signal(signal.SIGTERM)
        assert process.wait(10) == 143
    assert wiro_sandbox.books.counts["runs_create"] == 0


def test_a_closed_terminal_stops_the_run_unless_nohup_was_asked_for(wiro_sandbox: Sandbox) -> None:
    with started(wiro_sandbox, *_RUN) as process:
        _until_it_runs(wiro_sandbox)
        process.send_signal(signal.SIGHUP)
        assert process.wait(20) == 143
    assert _status(wiro_sandbox) == "task_cancel"
    session = Session()
    former = signal.signal(signal.SIGHUP, signal.SIG_IGN)
    try:
        with terminating(session), submitting(session):
            signal.raise_signal(signal.SIGHUP)
        assert not session.terminated
        assert signal.getsignal(signal.SIGHUP) == signal.SIG_IGN
    finally:
        signal.signal(signal.SIGHUP, former)


class _Interrupted(io.RawIOBase):
    """A stream whose first write is interrupted by SIGTERM."""

    def __init__(self) -> None:
        self.written = b""

    def writable(self) -> bool:
        return True

    def write(self, data: Any) -> int:
        if not self.written:
            self.written += bytes(data)
            signal.raise_signal(signal.SIGTERM)
        return len(data)


def test_sigterm_while_the_id_is_written_is_held_back(monkeypatch: pytest.MonkeyPatch) -> None:
    stream, session = _Interrupted(), Session()
    monkeypatch.setattr("sys.stderr", io.TextIOWrapper(io.BufferedWriter(stream), write_through=True))
    with terminating(session), submitting(session) as state:
        session.say("run 7")
    assert isinstance(state.interruption, Terminated)
    assert stream.written == b"run 7\n"


def test_sigterm_cancels_a_message(wiro_sandbox: Sandbox) -> None:
    agents = AgentClient(SandboxClient(wiro_sandbox))
    guid = agents.running()
    with started(wiro_sandbox, "agents", "message", guid, "/wait 5000 x") as process:
        assert process.stderr is not None
        message = process.stderr.readline().split()[-1]
        process.send_signal(signal.SIGTERM)
        _, err = process.communicate(timeout=20)
    assert process.returncode == 143, err
    assert f"message {message} is stopped" in err
    assert agents.message(message)["status"] == "agent_cancel"


def test_a_process_that_ignores_sigterm_goes_on_doing_so() -> None:
    session = Session()
    former = signal.signal(signal.SIGTERM, signal.SIG_IGN)
    try:
        with terminating(session), submitting(session) as state:
            signal.raise_signal(signal.SIGTERM)
        assert state.interruption is None
        assert signal.getsignal(signal.SIGTERM) == signal.SIG_IGN
        signal.signal(signal.SIGTERM, signal.SIG_DFL)
        with pytest.raises(Terminated), terminating(session):
            signal.raise_signal(signal.SIGTERM)
        assert session.terminated
        assert signal.getsignal(signal.SIGTERM) == signal.SIG_DFL
    finally:
        signal.signal(signal.SIGTERM, former)
