"""Runs against the sandbox, over real HTTP and a real socket."""

from __future__ import annotations

import asyncio
import time
from contextlib import contextmanager
from decimal import Decimal
from typing import TYPE_CHECKING, Any

import pytest

from wiro import AsyncWiro, Wiro
from wiro.config import WaitSettings
from wiro.errors import DownloadError, NotFoundError, RunCancelledError, RunFailedError, WaitTimeoutError
from wiro.sandbox import Sandbox
from wiro_client import models

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

#: Seconds of a model that pass in one second.
SCALE = 20.0
#: What a wait may take at most; the jobs below end within a second or two.
LIMIT = 30.0

QUICK = WaitSettings(
    socket_down_poll_seconds=(0.2, 0.5),
    reconnect_initial_seconds=0.1,
    reconnect_max_seconds=0.5,
    safety_poll_seconds=1.0,
    idle_close_seconds=0.2,
)


@pytest.fixture(params=["documented", "newer"])
def sandbox(request: pytest.FixtureRequest) -> Iterator[Sandbox]:
    with Sandbox(time_scale=SCALE, dialect=request.param) as running:
        yield running
    assert running.books.violations == []


def options(sandbox: Sandbox, **more: Any) -> dict[str, Any]:
    return {
        "api_key": sandbox.api_key,
        "api_secret": sandbox.api_secret,
        "base_url": sandbox.base_url,
        "socket_url": sandbox.socket_url,
        **more,
    }


@contextmanager
def client(sandbox: Sandbox, **more: Any) -> Iterator[Wiro]:
    with Wiro(**options(sandbox, **more)) as running:
        yield running


def details(sandbox: Sandbox) -> int:
    return sandbox.books.counts["tasks_detail"]


def test_image_is_waited_for_and_saved(sandbox: Sandbox, tmp_path: Path) -> None:
    with client(sandbox) as wiro:
        run = wiro.run("sandbox/image", {"prompt": "a lake at dawn", "seconds": 20})
        events = list(run.events(timeout=LIMIT))
        result = run.wait(timeout=LIMIT)
        saved = result.save(tmp_path)
    assert isinstance(events[-1], models.TaskPostprocessEndFrame)
    assert result.outputs[0].content_type == "image/png"
    assert saved[0].path.read_bytes().startswith(b"\x89PNG")
    assert saved[0].size == result.outputs[0].size
    assert isinstance(result.cost_usd, Decimal)
    assert result.elapsed_seconds == 20.0
    assert details(sandbox) == 2
    assert sandbox.books.sockets_opened == 1


def test_language_model_streams_thinking_and_answer(sandbox: Sandbox) -> None:
    with client(sandbox) as wiro:
        run = wiro.run("sandbox/language", {"prompt": "tell me", "seconds": 10})
        texts = [event for event in run.events(timeout=LIMIT) if isinstance(event, models.TaskOutputFrame)]
        result = run.wait(timeout=LIMIT)
    assert texts
    assert result.thinking
    assert result.answer == result.text
    assert "tell me" in result.text


def test_failure_carries_exit_code_and_stderr(sandbox: Sandbox) -> None:
    with client(sandbox) as wiro, pytest.raises(RunFailedError, match="exit code 1") as caught:
        wiro.run("sandbox/failing", {"prompt": "x"}).wait(timeout=LIMIT)
    assert caught.value.exit_code == 1
    assert "RuntimeError" in caught.value.stderr
    assert caught.value.result is not None


def test_queued_run_is_cancelled_and_a_running_one_killed(sandbox: Sandbox) -> None:
    with client(sandbox) as wiro:
        queued = wiro.run("sandbox/queued", {"prompt": "x"})
        queued.stop()
        running = wiro.run("sandbox/image", {"prompt": "x", "seconds": 400})
        while running.refresh()["status"] in ("task_queue", "task_accept"):
            time.sleep(0.05)
        running.stop()
        running.stop()
        for run in (queued, running):
            with pytest.raises(RunCancelledError):
                run.wait(timeout=LIMIT)
    assert sandbox.books.counts["tasks_cancel"] == 1
    assert sandbox.books.counts["tasks_kill"] == 1
    assert Decimal(sandbox.books.charges_usd) == 0


def test_files_are_deleted_once_the_run_has_ended(sandbox: Sandbox, tmp_path: Path) -> None:
    with client(sandbox) as wiro:
        running = wiro.run("sandbox/queued", {"prompt": "x"})
        with pytest.raises(NotFoundError, match="completed or cancelled"):
            running.delete_files()
        running.stop()
        run = wiro.run("sandbox/image", {"prompt": "x", "seconds": 1})
        result = run.wait(timeout=LIMIT)
        # Found by its id alone, as after a restart.
        again = wiro.attach(run.task_id)
        again.delete_files()
        again.delete_files()
        with pytest.raises(DownloadError, match="404"):
            result.save(tmp_path)
        after = wiro.result(run.task_id)
    assert after is not None
    assert after.outputs == ()


def test_timeout_leaves_the_run_alone_and_attaching_finds_it(sandbox: Sandbox) -> None:
    with client(sandbox) as wiro:
        run = wiro.run("sandbox/image", {"prompt": "x", "seconds": 30})
        with pytest.raises(WaitTimeoutError):
            run.wait(timeout=0.2)
    with client(sandbox) as wiro:
        again = wiro.attach(run.task_id)
        assert again.wait(timeout=LIMIT).task_id == run.task_id
        assert again.model == "sandbox/image"
    assert len(sandbox.books.submissions) == 1
    assert sandbox.books.counts["tasks_kill"] == 0


def test_unknown_token(sandbox: Sandbox) -> None:
    with client(sandbox, wait_settings=WaitSettings(not_found_rechecks=1)) as wiro, pytest.raises(NotFoundError):
        wiro.attach(token="nobody").wait(timeout=LIMIT)


@pytest.mark.parametrize("kind", ["lose_frame", "duplicate_frame", "delay_frame"])
def test_frames_lost_repeated_or_late(sandbox: Sandbox, kind: str) -> None:
    sandbox.faults.add(kind=kind, frame="*", times=None, probability=0.5, seconds=0.3)
    sandbox.faults.add(kind=kind, frame="terminal", times=None, seconds=0.3)
    with client(sandbox, wait_settings=QUICK) as wiro:
        assert wiro.run("sandbox/language", {"prompt": "x", "seconds": 10}).wait(timeout=LIMIT).answer


def test_failing_detail_calls_are_waited_out(sandbox: Sandbox) -> None:
    sandbox.faults.add(kind="status", operation="tasks_detail", status=503, times=4)
    sandbox.faults.add(kind="drop_before_accept", operation="tasks_detail", times=2)
    with client(sandbox, wait_settings=QUICK, max_retries=0) as wiro:
        assert wiro.run("sandbox/language", {"prompt": "x", "seconds": 10}).wait(timeout=LIMIT).answer


def test_all_learn_of_the_end_though_the_socket_is_cut(sandbox: Sandbox) -> None:
    async def scenario() -> list[Any]:
        async with AsyncWiro(**options(sandbox, wait_settings=QUICK)) as wiro:
            parameters = {"prompt": "x", "seconds": 30}
            submissions = (wiro.run("sandbox/language", parameters, validate=False) for _ in range(20))
            runs = await asyncio.gather(*submissions)
            waiting = asyncio.gather(*(run.wait(timeout=LIMIT) for run in runs))
            for _ in range(3):
                await asyncio.sleep(0.3)
                await asyncio.to_thread(sandbox.cut_sockets)
            return list(await waiting)

    results = asyncio.run(scenario())
    assert len({result.task_id for result in results}) == 20
    assert all(result.answer for result in results)
    assert len(sandbox.books.submissions) == 20


def test_many_waiters_share_a_socket_and_need_two_calls_each(sandbox: Sandbox) -> None:
    async def scenario() -> list[Any]:
        async with AsyncWiro(**options(sandbox)) as wiro:
            parameters = {"prompt": "x", "seconds": 30}
            submissions = (wiro.run("sandbox/language", parameters, validate=False) for _ in range(40))
            runs = await asyncio.gather(*submissions)
            return list(await asyncio.gather(*(run.wait(timeout=LIMIT) for run in runs)))

    assert len(asyncio.run(scenario())) == 40
    assert details(sandbox) <= 80
    assert sandbox.books.sockets_opened == 1


def test_a_chat_streams_in_pieces(sandbox: Sandbox) -> None:
    with client(sandbox, wait_settings=QUICK) as wiro:
        chat = wiro.chat("sandbox/language", {"seconds": 2})
        run = chat.send("one two three")
        deltas = list(run.deltas(LIMIT))
        result = run.wait(LIMIT)
        assert wiro.chat("sandbox/language", session_id=chat.session_id).send("more").wait(LIMIT).answer
    for kind, text in (("thinking", result.thinking), ("answer", result.answer)):
        parts: dict[int, str] = {}
        for delta in deltas:
            if delta.kind == kind:
                assert not delta.replaces
                parts[delta.part] = parts.get(delta.part, "") + delta.text
        assert "\n\n".join(parts[part] for part in sorted(parts)) == text
    assert len(deltas) > 4
    sessions = {submission.parameters["session_id"] for submission in sandbox.books.submissions}
    assert sessions == {chat.session_id}
