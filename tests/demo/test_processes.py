"""The processes of the demo: named in errors, logged, and gone with all their descendants."""

from __future__ import annotations

import os
import sys
import time
from typing import TYPE_CHECKING

import psutil
import pytest

from demo.processes import ManagedProcess, ProcessFailedError, free_ports, stop_all

if TYPE_CHECKING:
    from pathlib import Path

_FAMILY = """
import os, signal, subprocess, sys, time
code = "import os,signal,time; os.setpgid(0, 0); {ignore}; print('up', flush=True); time.sleep(60)"
child = subprocess.Popen([sys.executable, "-c", code])
print("child", child.pid, flush=True)
time.sleep(60)
"""


def start(tmp_path: Path, code: str, name: str = "component") -> ManagedProcess:
    return ManagedProcess(name, [sys.executable, "-c", code], os.environ, tmp_path)


def wait_for_line(process: ManagedProcess, text: str) -> str:
    deadline = time.monotonic() + 20
    while text not in (log := process.log_path.read_text()):
        assert time.monotonic() < deadline, log
        time.sleep(0.05)
    return log


def test_a_component_that_ended_is_named_with_its_log(tmp_path: Path) -> None:
    process = start(tmp_path, "print('no database'); raise SystemExit(3)", "scheduler")
    with pytest.raises(
        ProcessFailedError, match=rf"scheduler ended with exit code 3; its log is {tmp_path}/scheduler.log"
    ):
        process.wait(20)
    assert "no database" in process.log_path.read_text()
    with pytest.raises(ProcessFailedError):
        process.check()


def test_a_running_component_passes_the_check_and_a_slow_command_is_named(tmp_path: Path) -> None:
    process = start(tmp_path, "import time; time.sleep(60)", "db-migrate")
    try:
        process.check()
        with pytest.raises(ProcessFailedError, match="db-migrate did not finish within 0 s"):
            process.wait(0.1)
    finally:
        process.stop()


@pytest.mark.parametrize("ignore", ["pass", "signal.signal(signal.SIGINT, signal.SIG_IGN)"])
def test_stop_ends_descendants_that_left_the_process_group(
    tmp_path: Path, ignore: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("demo.processes._INTERRUPT_GRACE_SECONDS", 0.5)
    process = start(tmp_path, _FAMILY.replace("{ignore}", ignore))
    log = wait_for_line(process, "up")
    child = psutil.Process(int(log.split("child ")[1].split()[0]))
    stop_all([process])
    assert not psutil.pid_exists(process.pid)
    assert not child.is_running() or child.status() == psutil.STATUS_ZOMBIE


def test_stopping_twice_is_harmless(tmp_path: Path) -> None:
    process = start(tmp_path, "pass")
    process.wait(20)
    process.stop()
    process.stop()
    assert not psutil.pid_exists(process.pid)


@pytest.mark.parametrize("descendants", [True, False])
def test_a_killed_component_takes_its_descendants_along_or_leaves_them_to_be_stopped(
    tmp_path: Path, descendants: bool
) -> None:
    process = start(tmp_path, _FAMILY.replace("{ignore}", "pass"))
    child = psutil.Process(int(wait_for_line(process, "up").split("child ")[1].split()[0]))
    orphans = process.kill(descendants=descendants)
    assert not psutil.pid_exists(process.pid)
    assert orphans == ([] if descendants else [child])
    stop_all([], orphans)
    # A killed process is gone a moment later; where nobody reaps it, a zombie stays.
    deadline = time.monotonic() + 10
    while child.is_running() and child.status() != psutil.STATUS_ZOMBIE:
        assert time.monotonic() < deadline, "the child still runs"
        time.sleep(0.02)


def test_free_ports_are_distinct() -> None:
    ports = free_ports(5)
    assert len(set(ports)) == 5
