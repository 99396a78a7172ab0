"""The command as a process: pipes, colours, speed."""

from __future__ import annotations

import os
import shlex
import subprocess
import sys
import time
from typing import TYPE_CHECKING

from tests.support.command import COMMAND, Terminal, environment_for, invoke, started
from tests.support.sandbox_agents import AgentClient
from tests.support.sandbox_client import SandboxClient
from wiro import Wiro

if TYPE_CHECKING:
    import pytest

    from wiro.sandbox import Sandbox

_LONG = ("run", "sandbox/language", "-p", "prompt=" + "many words " * 30, "-p", "seconds=200")


def test_help_tells_the_exit_statuses() -> None:
    result = invoke(None, "--help")
    assert result.status == 0
    assert "  130  Ctrl-C\n" in result.out
    for command in ("run", "chat", "models", "tasks", "agents", "files", "sandbox"):
        assert f"\n  {command} " in result.out
    assert invoke(None, "--version").out.startswith("wiro, version ")
    assert invoke(None, "tasks", "show", "--help").status == 0


def test_wrong_usage_is_one_line() -> None:
    result = invoke(None, "tasks", "mend")
    assert (result.status, result.out) == (2, "")
    assert result.err == "wiro: No such command 'mend'. `wiro tasks --help` tells more.\n"
    nothing = invoke(None)
    assert (nothing.status, nothing.err) == (2, "wiro: Missing command. `wiro --help` tells more.\n")


def test_wrong_usage_has_its_document() -> None:
    for arguments in (("run", "--badoption", "--json"), ("--badoption", "--json"), ("tasks", "mend", "--json")):
        result = invoke(None, *arguments)
        assert result.status == 2
        assert result.document["error"]["type"] == "UsageError"
        assert result.document["error"]["exit_status"] == 2


def test_the_client_is_closed(wiro_sandbox: Sandbox, monkeypatch: pytest.MonkeyPatch) -> None:
    closed: list[Wiro] = []
    monkeypatch.setattr(Wiro, "close", lambda client: closed.append(client))
    assert invoke(wiro_sandbox, "tasks", "list").status == 0
    assert invoke(wiro_sandbox, "tasks", "show", "999999").status == 4
    assert len(closed) == 2


def test_a_closed_pipe_is_quiet_and_stops_the_run(wiro_sandbox: Sandbox) -> None:
    with started(wiro_sandbox, *_LONG) as process:
        assert process.stdout is not None
        assert process.stdout.read(3) == "You"
        process.stdout.close()
        assert process.stderr is not None
        err = process.stderr.read()
        assert process.wait(20) == 141
    assert err.splitlines() == [f"run {wiro_sandbox.books.submissions[0].taskid} of sandbox/language"]
    assert wiro_sandbox.books.submissions[0].status == "task_cancel"


def test_a_run_whose_id_nobody_can_read_is_stopped(wiro_sandbox: Sandbox) -> None:
    reader, writer = os.pipe()
    os.close(reader)
    with started(wiro_sandbox, *_LONG, stderr=writer) as process:
        os.close(writer)
        assert process.wait(20) == 141
    assert wiro_sandbox.books.submissions[0].status == "task_cancel"


def test_a_message_whose_guid_nobody_can_read_is_cancelled(wiro_sandbox: Sandbox) -> None:
    agents = AgentClient(SandboxClient(wiro_sandbox))
    guid = agents.running()
    reader, writer = os.pipe()
    os.close(reader)
    with started(wiro_sandbox, "agents", "message", guid, "/wait 5000 x", stderr=writer) as process:
        os.close(writer)
        assert process.wait(20) == 141
    (message,) = agents.post("/UserAgent/Message/History", {"useragentguid": guid})["data"]["messages"]
    assert message["status"] == "agent_cancel"


def test_closed_streams_are_no_mistake(wiro_sandbox: Sandbox) -> None:
    def shell(line: str) -> subprocess.CompletedProcess[str]:
        script = f"exec {shlex.join(COMMAND)} {line}"
        return subprocess.run(
            ["bash", "-c", script], env=environment_for(wiro_sandbox), capture_output=True, text=True, timeout=30
        )

    answer = shell("run sandbox/language -p prompt=x -p seconds=1 2>&-")
    assert (answer.returncode, answer.stdout.partition("\n")[0]) == (0, "You asked: x")
    assert shell("chat sandbox/language <&-").returncode == 0
    assert shell("tasks list >&-").returncode == 0


def test_colours_only_on_a_terminal(wiro_sandbox: Sandbox) -> None:
    run = ("run", "sandbox/image", "-p", "prompt=x", "-p", "seconds=75")
    with Terminal(wiro_sandbox, *run, NO_COLOR="1") as terminal:
        terminal.expect(" %")
        assert terminal.finish() == 0
    assert "\x1b[3" not in terminal.screen
    assert "/0.png" in terminal.screen
    assert "\x1b" not in invoke(wiro_sandbox, *run).err


def test_help_is_there_in_two_and_a_half_times_what_importing_httpx_takes() -> None:
    def seconds(*command: str) -> float:
        begin = time.perf_counter()
        subprocess.run(command, env=environment_for(None), check=True, capture_output=True)
        return time.perf_counter() - begin

    # In turns, so that a busy machine slows both; the best of each is what the program itself needs.
    pairs = [(seconds(*COMMAND, "--help"), seconds(sys.executable, "-c", "import httpx")) for _ in range(2)]
    ours, httpx = (min(times) for times in zip(*pairs, strict=True))
    assert ours < 2.5 * httpx


def test_help_loads_neither_client_nor_models() -> None:
    script = (
        "import sys, wiro.cli.app;"
        "print([name for name in sys.modules if name.split('.')[0] in"
        " ('httpx', 'websockets', 'wiro_client', 'rich', 'anyio', 'attr')])"
    )
    result = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert result.stdout.strip() == "[]"


def test_the_shell_completes_commands_and_options() -> None:
    def complete(words: str) -> set[str]:
        variables = {
            "_WIRO_COMPLETE": "bash_complete",
            "COMP_WORDS": words,
            "COMP_CWORD": str(len(words.split(" ")) - 1),
        }
        result = subprocess.run(
            COMMAND, env=environment_for(None) | variables, capture_output=True, text=True, check=True
        )
        return {line.partition(",")[2] for line in result.stdout.splitlines()}

    assert {"run", "agents", "tasks"} <= complete("wiro ")
    assert complete("wiro agents mes") == {"message"}
    assert "--max-cost" in complete("wiro run x/y --max")
