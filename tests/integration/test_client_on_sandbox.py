"""The client against the sandbox: real authentication, real waiting, real files."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import textwrap
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING, Any

import pytest

from tests.support.http_server import wait_for
from wiro import AsyncWiro, File, Wiro
from wiro.errors import AuthenticationError, InvalidParametersError, ModelNotFoundError, RunFailedError

if TYPE_CHECKING:
    from pathlib import Path

    from wiro.sandbox.server import Sandbox


def open_client(sandbox: Sandbox, *credentials: str, **arguments: Any) -> Wiro:
    secrets = credentials or (sandbox.api_key, sandbox.api_secret)
    return Wiro(*secrets, base_url=sandbox.base_url, socket_url=sandbox.socket_url, timeout=10, **arguments)


def test_a_run_from_submission_to_file(wiro_sandbox: Sandbox, tmp_path: Path) -> None:
    with open_client(wiro_sandbox) as wiro:
        run = wiro.run("sandbox/image", {"prompt": "a fox", "seconds": 5})
        kinds = [type(event).__name__ for event in run.events(timeout=30)]
        result = run.wait(timeout=30)
        (saved,) = result.save(tmp_path)
    assert kinds[-1] == "TaskPostprocessEndFrame"
    assert saved.path.read_bytes().startswith(b"\x89PNG")
    assert saved.path.stat().st_size == saved.size == result.outputs[0].size
    assert [submission.taskid for submission in wiro_sandbox.books.submissions] == [run.task_id]


async def test_the_same_in_a_coroutine(wiro_sandbox: Sandbox, tmp_path: Path) -> None:
    async with AsyncWiro(
        wiro_sandbox.api_key, base_url=wiro_sandbox.base_url, socket_url=wiro_sandbox.socket_url
    ) as wiro:
        run = await wiro.run("sandbox/image", {"prompt": "a fox", "seconds": 5})
        result = await run.wait(timeout=30)
        (saved,) = await result.asave(tmp_path)
        with pytest.raises(RunFailedError, match="exit code 1"):
            await (await wiro.run("sandbox/failing", {"prompt": "x", "seconds": 1})).wait(timeout=30)
    assert saved.size == saved.path.stat().st_size


@pytest.mark.parametrize("wiro_sandbox", [{"require_signature": True}], indirect=True)
def test_signatures_are_accepted_and_required(wiro_sandbox: Sandbox) -> None:
    key = wiro_sandbox.api_key
    with open_client(wiro_sandbox) as wiro, ThreadPoolExecutor(20) as pool:
        models = list(pool.map(lambda _: wiro.api.tools.detail(slugowner="sandbox", slugproject="image"), range(100)))
        assert len(models) == 100
    for credentials in ((key,), (key, "wrong-secret"), ("wrong-key", wiro_sandbox.api_secret)):
        with open_client(wiro_sandbox, *credentials) as wiro, pytest.raises(AuthenticationError) as caught:
            wiro.models.get("sandbox/image")
        assert caught.value.status_code == 401
        assert not any(secret in str(caught.value) for secret in credentials)


def test_bearer(wiro_sandbox: Sandbox) -> None:
    with open_client(wiro_sandbox, wiro_sandbox.api_key, auth="bearer") as wiro:
        assert wiro.models.get("sandbox/image").title


def test_nothing_is_submitted_with_bad_input(wiro_sandbox: Sandbox) -> None:
    with open_client(wiro_sandbox) as wiro:
        with pytest.raises(ModelNotFoundError, match="sandbox/nothing"):
            wiro.run("sandbox/nothing", {"prompt": "x"})
        for params in ({}, {"prompt": "  "}, {"prompt": {1}}, {"prompt": "x", "seconds": float("inf")}):
            with pytest.raises(InvalidParametersError, match=r"sandbox/image: params\."):
                wiro.run("sandbox/image", params)
    assert not wiro_sandbox.books.submissions


def test_a_file_reaches_the_service(wiro_sandbox: Sandbox) -> None:
    with open_client(wiro_sandbox) as wiro:
        run = wiro.run("sandbox/image", {"prompt": "x", "seconds": 1, "inputImage": File(b"\x89PNG", "a.png")})
        assert run.wait(timeout=30).exit_code == 0


@pytest.mark.parametrize("wiro_sandbox", [{"time_scale": 1.0}], indirect=True)
def test_control_c_while_waiting_stops_the_remote_run_when_told(wiro_sandbox: Sandbox) -> None:
    script = """
    import os, sys
    from wiro import Wiro
    with Wiro() as wiro:
        run = wiro.run("sandbox/image", {"prompt": "x", "seconds": 600})
        print("ready", flush=True)
        try:
            run.wait(stop_on_interrupt=True)
        except KeyboardInterrupt:
            print("interrupted")
    """
    environment = {
        **os.environ,
        "WIRO_API_KEY": wiro_sandbox.api_key,
        "WIRO_API_SECRET": wiro_sandbox.api_secret,
        "WIRO_BASE_URL": wiro_sandbox.base_url,
        "WIRO_SOCKET_URL": wiro_sandbox.socket_url,
    }
    process = subprocess.Popen(
        [sys.executable, "-c", textwrap.dedent(script)], stdout=subprocess.PIPE, text=True, env=environment
    )
    assert process.stdout is not None
    assert process.stdout.readline() == "ready\n"
    wait_for(lambda: wiro_sandbox.books.to_dict()["sockets"]["open"], 20)
    process.send_signal(signal.SIGINT)
    output, _ = process.communicate(timeout=20)
    assert (process.returncode, output) == (0, "interrupted\n")
    books = wiro_sandbox.books
    assert len(books.submissions) == 1
    assert len(books.kills) + len(books.cancels) == 1
