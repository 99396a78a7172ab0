import re
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

import httpx
import pytest

from wiro.sandbox import Sandbox
from wiro.sandbox.__main__ import main

if TYPE_CHECKING:
    from collections.abc import Iterator

LINE = re.compile(
    r"Wiro sandbox: (http://\S+/v1) socket (ws://\S+/v1) key sandbox-key secret sandbox-secret page (http://\S+/)\n"
)


@pytest.fixture(autouse=True)
def _same_signal_handlers() -> "Iterator[None]":
    handlers = {number: signal.getsignal(number) for number in (signal.SIGINT, signal.SIGTERM)}
    yield
    for number, handler in handlers.items():
        signal.signal(number, handler)


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_prints_one_line_serves_and_stops_cleanly(number: signal.Signals) -> None:
    command = [sys.executable, "-m", "wiro.sandbox", "--time-scale", "20", "--balance", "50", "--require-signature"]
    started = time.monotonic()
    process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    try:
        assert process.stdout is not None
        match = LINE.fullmatch(process.stdout.readline())
        assert match is not None
        response = httpx.post(f"{match[1]}/Task/List", headers={"x-api-key": "sandbox-key"}, trust_env=False)
        assert time.monotonic() - started < 3
        assert "requires signature" in response.text
        information = httpx.get(match[1].replace("/v1", "/_sandbox"), trust_env=False).json()
        assert (information["balance"], information["time_scale"]) == ("50", 20.0)
        page = httpx.get(match[3], trust_env=False, follow_redirects=True)
        assert "<title>Wiro sandbox</title>" in page.text
        stopping = time.monotonic()
        process.send_signal(number)
        output, errors = process.communicate(timeout=5)
        assert time.monotonic() - stopping < 1
        assert (process.returncode, output, errors) == (0, "", "")
    finally:
        process.kill()
        process.wait()


def test_missing_extra_is_named() -> None:
    code = "import sys, runpy; sys.modules['uvicorn'] = None; runpy.run_module('wiro.sandbox', run_name='__main__')"
    result = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert (result.returncode, result.stdout) == (1, "")
    assert result.stderr.startswith('The sandbox needs more packages: pip install "wiro[sandbox]" (')
    assert "Traceback" not in result.stderr


def test_taken_port_is_said_in_one_line(capsys: pytest.CaptureFixture[str]) -> None:
    with Sandbox(validate=False) as sandbox:
        port = sandbox.base_url.removesuffix("/v1").rpartition(":")[2]
        assert main(["--port", port]) == 1
    output, errors = capsys.readouterr()
    assert output == ""
    assert re.fullmatch(rf"The sandbox cannot start on 127\.0\.0\.1:{port}: .*in use.*\n", errors)


def test_faults_from_a_file_are_in_force_from_the_start(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    started: list[Sandbox] = []
    monkeypatch.setattr(Sandbox, "run", lambda sandbox: started.append(sandbox))
    (tmp_path / "faults.yaml").write_text("- {kind: drop_after_accept, operation: runs_create}")
    assert main(["--faults", str(tmp_path / "faults.yaml")]) == 0
    (sandbox,) = started
    assert [fault.kind for fault in sandbox.faults.rules] == ["drop_after_accept"]
    sandbox.stop()


@pytest.mark.parametrize(
    ("arguments", "problem"),
    [
        (["--balance", "abc"], "balance is 'abc'; accepted: a finite number of USD"),
        (["--balance", "nan"], "balance is 'nan'; accepted: a finite number of USD"),
        (["--balance", "1e400"], "balance is '1e400'; accepted: a finite number of USD"),
        (["--time-scale", "inf"], "time_scale is inf; accepted: a finite number above 0"),
    ],
)
def test_numbers_that_are_not_finite_are_named(
    arguments: list[str], problem: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(arguments) == 1
    output, errors = capsys.readouterr()
    assert output == ""
    assert errors.startswith(f"The sandbox cannot start on 127.0.0.1:0: {problem}")


@pytest.mark.parametrize(
    "arguments", [["--port", "70000"], ["--time-scale", "0"], ["--faults", "no-such-file.yaml"], ["--faults", __file__]]
)
def test_impossible_settings_are_an_error(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert main(arguments) == 1
    assert "cannot start" in capsys.readouterr().err


def test_unknown_dialect_shows_the_usage(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit, match="2"):
        main(["--dialect", "older"])
    assert "usage: python -m wiro.sandbox" in capsys.readouterr().err


def test_other_machines_are_warned_of(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr(Sandbox, "run", Sandbox.stop)
    assert main(["--host", "0.0.0.0"]) == 0
    assert "can be reached from other machines" in capsys.readouterr().err
    assert main(["--host", "localhost"]) == 0
    assert capsys.readouterr().err == ""
