"""Waiting and delivering; Ctrl-C is in test_interruption, closed pipes in test_app."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from wiro import RunFailedError, Wiro
from wiro.cli.following import deliver, follow
from wiro.cli.session import Session

if TYPE_CHECKING:
    from pathlib import Path

    from wiro.sandbox import Sandbox


def test_a_run_is_followed_and_delivered(
    wiro_sandbox: Sandbox, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    session = Session()
    with Wiro(wiro_sandbox.api_key, base_url=wiro_sandbox.base_url) as wiro:
        result = follow(session, wiro.run("sandbox/image-batch", {"prompt": "x", "samples": 2, "seconds": 1}))
        deliver(session, result, None)
        deliver(session, result, tmp_path)
    captured = capsys.readouterr()
    lines = captured.out.splitlines()
    assert lines[:2] == [output.url for output in result.outputs]
    assert lines[2:] == [str(tmp_path / output.name) for output in result.outputs]
    assert captured.err == f"run {result.task_id}, 1 s, 0.078 USD\n" * 2


def test_a_failed_turn_is_one_line(wiro_sandbox: Sandbox, capsys: pytest.CaptureFixture[str]) -> None:
    with Wiro(wiro_sandbox.api_key, base_url=wiro_sandbox.base_url) as wiro, pytest.raises(RunFailedError):
        follow(Session(as_json=True, compact=True), wiro.run("sandbox/failing", {"prompt": "x"}))
    assert len(capsys.readouterr().out.splitlines()) == 1


def test_only_one_document_tells_a_failure(wiro_sandbox: Sandbox, capsys: pytest.CaptureFixture[str]) -> None:
    session = Session(as_json=True)
    with Wiro(wiro_sandbox.api_key, base_url=wiro_sandbox.base_url) as wiro:
        run = wiro.run("sandbox/failing", {"prompt": "x"})
        with pytest.raises(RunFailedError):
            follow(session, run)
    assert session.emitted
    assert capsys.readouterr().out.count('"error": {') == 1
