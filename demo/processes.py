"""Child processes that never outlive us: a session and a log file each, stopped with all their descendants."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import time
from typing import TYPE_CHECKING

import psutil

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

__all__ = ["ManagedProcess", "ProcessFailedError", "free_ports", "stop_all"]

# Airflow's components need some seconds to say good-bye to the database on SIGINT.
_INTERRUPT_GRACE_SECONDS = 12.0
_TERMINATE_GRACE_SECONDS = 3.0


class ProcessFailedError(RuntimeError):
    """A component ended or did not become ready; the message names it and its log."""


class ManagedProcess:
    """One component of the stack.

    Args:
        name: What people call it; also the name of its log file.
        command: The program and its arguments.
        environment: The complete environment of the process.
        log_folder: Where ``<name>.log`` is written (stdout and stderr together).
    """

    def __init__(self, name: str, command: Sequence[str], environment: Mapping[str, str], log_folder: Path) -> None:
        self.name = name
        self.log_path = log_folder / f"{name}.log"
        with self.log_path.open("ab") as log:
            # A session of its own: Ctrl-C in the terminal reaches us only, and we decide the order of the good-byes.
            self._process = subprocess.Popen(  # noqa: S603 - the commands are this package's own
                list(command), env=dict(environment), stdout=log, stderr=subprocess.STDOUT, start_new_session=True
            )

    @property
    def pid(self) -> int:
        """The process id, which is also its process group."""
        return self._process.pid

    def check(self) -> None:
        """Raise ProcessFailedError if the process has ended."""
        code = self._process.poll()
        if code is not None:
            message = f"{self.name} ended with exit code {code}; its log is {self.log_path}"
            raise ProcessFailedError(message)

    def wait(self, timeout: float) -> None:
        """Wait for a command that is meant to end; raise ProcessFailedError if it fails or takes too long."""
        try:
            code = self._process.wait(timeout)
        except subprocess.TimeoutExpired:
            message = f"{self.name} did not finish within {timeout:.0f} s; its log is {self.log_path}"
            raise ProcessFailedError(message) from None
        if code:
            self.check()

    def send_signal(self, number: signal.Signals) -> None:
        """Send a signal to the process and all its descendants, children first."""
        for process in reversed(_family(self.pid)):
            try:
                process.send_signal(number)
            except psutil.NoSuchProcess:
                continue

    def stop(self) -> None:
        """Stop the process and every descendant: SIGINT, then SIGTERM, then SIGKILL."""
        stop_all([self])

    def kill(self, *, descendants: bool = True) -> list[psutil.Process]:
        """Kill the process (-9) at once, as a machine that loses power does.

        Args:
            descendants: Whether what it started dies with it.

        Returns:
            The processes that it leaves behind.
        """
        family = _family(self.pid)
        killed = family if descendants else family[:1]
        for process in killed:
            try:
                process.kill()
            except psutil.NoSuchProcess:
                continue
        self._process.wait(_TERMINATE_GRACE_SECONDS)
        return family[len(killed) :]


def stop_all(processes: Sequence[ManagedProcess], orphans: Sequence[psutil.Process] = ()) -> None:
    """Stop processes together, so that their grace periods run side by side.

    The descendants are listed first: Airflow's children change their process group and would survive a signal to it.

    Args:
        processes: Processes to stop with all their descendants.
        orphans: More processes to stop: what a killed one left behind (see `ManagedProcess.kill`).
    """
    families = {process.pid: _family(process.pid) for process in processes}
    for process in processes:
        try:
            os.killpg(process.pid, signal.SIGINT)
        except ProcessLookupError:
            continue
    everyone = list(dict.fromkeys([member for family in families.values() for member in family] + list(orphans)))
    _wait_gone(everyone, _INTERRUPT_GRACE_SECONDS)
    for number, grace in ((signal.SIGTERM, _TERMINATE_GRACE_SECONDS), (signal.SIGKILL, _TERMINATE_GRACE_SECONDS)):
        survivors = [member for member in everyone if _alive(member)]
        for survivor in survivors:
            try:
                survivor.send_signal(number)
            except psutil.NoSuchProcess:
                continue
        if survivors:
            _wait_gone(survivors, grace)
    for process in processes:
        process._process.poll()  # reaps it


def _family(pid: int) -> list[psutil.Process]:
    """The process and its descendants, parents first; empty when it is gone."""
    try:
        parent = psutil.Process(pid)
        return [parent, *parent.children(recursive=True)]
    except psutil.NoSuchProcess:
        return []


def _wait_gone(members: list[psutil.Process], seconds: float) -> None:
    deadline = time.monotonic() + seconds
    while time.monotonic() < deadline:
        if not any(_alive(member) for member in members):
            return
        time.sleep(0.1)


def _alive(member: psutil.Process) -> bool:
    try:
        return bool(member.is_running() and member.status() != psutil.STATUS_ZOMBIE)
    except psutil.NoSuchProcess:
        return False


def free_ports(count: int) -> list[int]:
    """Distinct TCP ports of the loopback address that were free a moment ago."""
    sockets = [socket.socket() for _ in range(count)]
    try:
        for entry in sockets:
            entry.bind(("127.0.0.1", 0))
        return [entry.getsockname()[1] for entry in sockets]
    finally:
        for entry in sockets:
            entry.close()
