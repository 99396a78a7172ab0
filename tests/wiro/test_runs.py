from __future__ import annotations

import asyncio
import json
import os
import pickle
import signal
import threading
from decimal import Decimal
from typing import TYPE_CHECKING, Any

import pytest
from attrs import evolve
from hypothesis import given

from tests.strategies import detail_rows
from tests.support.runs import SETTINGS, make_run
from tests.support.socket_server import SocketServer, until
from wiro import portal, runs
from wiro._results import result_from_outcome
from wiro._run_events import EventBuffer
from wiro.errors import (
    ApiError,
    DownloadError,
    InvalidArgumentError,
    InvalidResponseError,
    NotFoundError,
    RunCancelledError,
    RunFailedError,
    WaitTimeoutError,
)
from wiro.lifecycle import TaskLifecycle, TaskOutcome
from wiro.protocol import AudioFrame
from wiro.runs import AsyncRun, Output, Run, RunResult, Segment
from wiro_client import models

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Iterator
    from pathlib import Path

PNG = {"name": "0.png", "contenttype": "image/png", "size": "5", "url": "https://cdn.example.com/0.png"}
ROW: dict[str, Any] = {
    "totalcost": "0.003510000000",
    "elapsedseconds": "6.0000",
    "modelslugowner": "wiro",
    "modelslugproject": "flux",
}


@pytest.fixture
async def server() -> AsyncIterator[SocketServer]:
    async with SocketServer() as running:
        yield running


async def started(server: SocketServer, run: AsyncRun, details: int = 1) -> None:
    """Wait until the run is followed on the socket and a Detail, so many in all, has closed the gap."""
    await until(lambda: run._follower.subscription is not None and run._follower.subscription.confirmed)
    subscription = run._follower.subscription
    assert subscription is not None
    await server.until_detail("t", details)
    await until(lambda: not subscription.under_way)


def test_public_names() -> None:
    assert sorted(runs.__all__) == ["AsyncRun", "Delta", "Output", "Run", "RunResult", "SavedFile", "Segment"]


class TestWait:
    async def test_result_of_two_calls(self, server: SocketServer) -> None:
        server.add("t")
        run, transport = make_run(server, task_id="id-t", token="t", model="wiro/flux")
        waiting = asyncio.create_task(run.wait(timeout=10))
        await started(server, run)
        await server.finish("t", outputs=[PNG], **ROW)
        result = await waiting
        assert result.task_id == "id-t"
        assert result.model == "wiro/flux"
        assert result.status == run.status == "task_postprocess_end"
        assert result.exit_code == 0
        assert result.outputs == (Output("0.png", "image/png", 5, "https://cdn.example.com/0.png"),)
        assert result.cost_usd == Decimal("0.003510000000")
        assert result.elapsed_seconds == 6.0
        assert result.raw["totalcost"] == "0.003510000000"
        assert transport.calls == [("tasks_detail", {"tasktoken": "t"})] * 2
        assert await run.wait() is result
        assert len(transport.calls) == 2

    async def test_known_by_its_id(self, server: SocketServer) -> None:
        server.add("t", status="task_postprocess_end", pexit="0", **ROW)
        run, transport = make_run(server, task_id="id-t")
        result = await run.wait(timeout=10)
        assert (run.token, run.model, result.model) == ("t", "wiro/flux", "wiro/flux")
        assert transport.calls == [("tasks_detail", {"taskid": "id-t"})]
        # It had ended: no socket was needed.
        assert server.opened == 0

    async def test_known_by_its_token(self, server: SocketServer) -> None:
        server.add("t", status="task_postprocess_end", pexit="0")
        run, _ = make_run(server, token="t")
        assert run.task_id == ""
        assert (await run.wait(10)).task_id == run.task_id == "id-t"

    async def test_newer_last_frame_still_gets_its_cost(self, server: SocketServer) -> None:
        server.add("t")
        run, transport = make_run(server, task_id="id-t", token="t")
        waiting = asyncio.create_task(run.wait(10))
        await started(server, run)
        server.add("t", status="task_postprocess_end", pexit="0", **ROW)
        await server.emit("t", "task_postprocess_end", [PNG], success=True, terminal=True, exitCode=0)
        assert (await waiting).cost_usd == Decimal("0.003510000000")
        assert len(transport.calls) == 2

    async def test_newer_last_frame_is_enough_when_detail_lags_or_fails(self, server: SocketServer) -> None:
        for trouble in ("lag", "failure"):
            server.add("t")
            run, _ = make_run(server, task_id="id-t", token="t")
            waiting = asyncio.create_task(run.wait(10))
            await started(server, run)
            if trouble == "failure":
                server.rows["gone"] = server.rows.pop("t")
                server.rows["gone"]["socketaccesstoken"] = "gone"
                server.subscribed = {socket: ["gone"] for socket in server.subscribed}
                await server.emit("gone", "task_postprocess_end", [PNG], tasktoken="t", exitCode=0)
            else:
                await server.emit("t", "task_postprocess_end", [PNG], exitCode=0)
            result = await waiting
            assert result.outputs[0].name == "0.png"
            assert result.cost_usd is None

    async def test_failure_names_the_stderr_of_the_model(self, server: SocketServer) -> None:
        server.add(
            "t", status="task_postprocess_end", pexit="137", debugerror="x" * 5000 + " CUDA out of memory", **ROW
        )
        run, _ = make_run(server, task_id="id-t", token="t")
        with pytest.raises(
            RunFailedError, match=r"Run id-t of wiro/flux failed.*exit code 137.*CUDA out of memory"
        ) as caught:
            await run.wait(10)
        assert caught.value.task_id == "id-t"
        assert caught.value.exit_code == 137
        assert len(caught.value.stderr) > 5000
        assert len(str(caught.value)) < 800
        assert caught.value.result is not None
        assert caught.value.result.status == "task_postprocess_end"
        with pytest.raises(RunFailedError):
            await run.wait(10)

    async def test_errors_cross_processes_with_their_result(self, server: SocketServer) -> None:
        server.add("t", status="task_postprocess_end", pexit="1", outputs=[PNG])
        run, _ = make_run(server, task_id="id-t", token="t")
        with pytest.raises(RunFailedError) as caught:
            await run.wait(10)
        copy = pickle.loads(pickle.dumps(caught.value))
        assert copy.result == caught.value.result
        with pytest.raises(DownloadError, match="attach to the run"):
            await copy.result.asave("nowhere")

    async def test_cancelled(self, server: SocketServer) -> None:
        server.add("t", status="task_cancel")
        run, _ = make_run(server, task_id="id-t", token="t")
        with pytest.raises(RunCancelledError, match="id-t") as caught:
            await run.wait(10)
        assert caught.value.task_id == "id-t"

    async def test_timeout_is_total_and_leaves_the_run_alone(self, server: SocketServer) -> None:
        server.add("t", status="task_start")
        run, transport = make_run(server, task_id="id-t", token="t")
        with pytest.raises(WaitTimeoutError, match="id-t"):
            await run.wait(0.1)
        assert run.status == "task_start"
        assert {name for name, _ in transport.calls} == {"tasks_detail"}
        assert run._follower.subscription is None

    @pytest.mark.parametrize("limit", [0, -5, True, "10"])
    async def test_timeout_must_be_positive(self, server: SocketServer, limit: Any) -> None:
        run, transport = make_run(server, task_id="id-t")
        with pytest.raises(InvalidArgumentError):
            await run.wait(limit)
        with pytest.raises(InvalidArgumentError):
            await anext(run.events(limit))
        assert transport.calls == []

    async def test_unknown_task(self, server: SocketServer) -> None:
        run, _ = make_run(server, settings=evolve(SETTINGS, not_found_rechecks=1), token="nobody")
        with pytest.raises(NotFoundError, match="There is no task yet"):
            await run.wait(10)

    async def test_empty_list_is_not_found(self, server: SocketServer) -> None:
        run, _ = make_run(server, task_id="id-t")
        run._api = _Answering({"result": True, "tasklist": []})  # type: ignore[assignment]
        with pytest.raises(NotFoundError):
            await run.refresh()

    async def test_own_row_is_chosen(self, server: SocketServer) -> None:
        run, _ = make_run(server, task_id="5")
        rows = [None, {"id": "4", "status": "task_start"}, {"id": 5, "status": "task_cancel"}]
        run._api = _Answering({"tasklist": rows})  # type: ignore[assignment]
        assert (await run.refresh())["status"] == "task_cancel"
        assert run.status == "task_cancel"

    async def test_interruption_leaves_the_run_alone_unless_told(self, server: SocketServer) -> None:
        server.add("t")
        run, transport = make_run(server, task_id="id-t", token="t")
        for stop in (False, True):
            waiting = asyncio.create_task(run.wait(stop_on_interrupt=stop))
            await until(lambda: run._follower.subscription is not None and run._follower.subscription.confirmed)
            waiting.cancel()
            with pytest.raises(asyncio.CancelledError):
                await waiting
            assert bool(transport.made("tasks_cancel")) is stop

    async def test_interruption_is_not_hidden_by_a_failure_to_stop(self, server: SocketServer) -> None:
        server.add("t", status="task_start")
        run, transport = make_run(server, task_id="id-t", token="t")
        transport.refuse = {"tasks_kill": ["no worker"], "tasks_cancel": ["not cancellable"]}
        waiting = asyncio.create_task(run.wait(stop_on_interrupt=True))
        await until(lambda: run._follower.subscription is not None and run._follower.subscription.confirmed)
        waiting.cancel()
        with pytest.raises(asyncio.CancelledError) as caught:
            await waiting
        assert "could not be stopped" in caught.value.__notes__[0]

    async def test_interruption_does_not_wait_long_for_the_stop(self, server: SocketServer) -> None:
        server.add("t")
        run, _ = make_run(server, settings=evolve(SETTINGS, stop_seconds=0.05), task_id="id-t", token="t")
        waiting = asyncio.create_task(run.wait(stop_on_interrupt=True))
        await until(lambda: run._follower.subscription is not None and run._follower.subscription.confirmed)
        server.answers_detail = False
        waiting.cancel()
        with pytest.raises(asyncio.CancelledError) as caught:
            await asyncio.wait_for(waiting, 5)
        assert caught.value.__notes__

    async def test_neither_id_nor_token(self, server: SocketServer) -> None:
        with pytest.raises(InvalidArgumentError, match="neither"):
            make_run(server)

    async def test_token_stays_out_of_the_repr(self, server: SocketServer) -> None:
        server.add("canary", status="task_postprocess_end", pexit="0")
        run, _ = make_run(server, token="canary")
        result = await run.wait(10)
        # The server of this test makes ids out of tokens; nothing else may show it.
        assert "canary" not in repr(run).replace("id-canary", "")
        assert "canary" not in repr(Run(run)).replace("id-canary", "")
        assert "canary" not in repr(result).replace("id-canary", "")


class _Answering:
    """An API whose Task/Detail gives one answer."""

    def __init__(self, document: dict[str, Any]) -> None:
        self.tasks = self
        self._document = document

    async def detail(self, **_: Any) -> Any:
        return models.TaskDetailResponse.from_dict(self._document)


class TestEvents:
    async def collect(self, run: AsyncRun) -> list[Any]:
        return [event async for event in run.events(timeout=10)]

    async def test_typed_until_the_terminal_one(self, server: SocketServer) -> None:
        server.add("t")
        run, transport = make_run(server, task_id="id-t", token="t")
        collecting = asyncio.create_task(self.collect(run))
        await started(server, run)
        await server.emit("t", "task_start")
        await server.say(b"t|\x01\x02")
        await server.emit("t", "task_future_state", [1])
        await server.finish("t", outputs=[PNG])
        await server.emit("t", "task_postprocess_end", [PNG])
        events = await collecting
        assert [event.type_ for event in events] == ["task_start", "audio", "task_future_state", "task_postprocess_end"]
        assert isinstance(events[0], models.TaskStartFrame)
        assert isinstance(events[1], AudioFrame)
        assert isinstance(events[2], models.SocketFrame)
        assert isinstance(events[3], models.TaskPostprocessEndFrame)
        # The result is known already.
        assert (await run.wait(timeout=1)).outputs[0].name == "0.png"
        assert len(transport.calls) == 2

    async def test_wait_and_events_share_their_calls(self, server: SocketServer) -> None:
        server.add("t")
        run, transport = make_run(server, task_id="id-t", token="t")
        both = asyncio.gather(self.collect(run), run.wait(10), self.collect(run))
        await started(server, run)
        await server.finish("t")
        events, result, others = await both
        assert [event.type_ for event in events] == [event.type_ for event in others] == ["task_postprocess_end"]
        assert result.status == "task_postprocess_end"
        assert len(transport.calls) == 2
        assert len(server.frames_in) == 1

    async def test_terminal_event_is_made_when_it_was_missed(self, server: SocketServer) -> None:
        server.add("t", status="task_postprocess_end", pexit="0", outputs=[PNG])
        run, _ = make_run(server, task_id="id-t", token="t")
        events = await self.collect(run)
        assert [event.type_ for event in events] == ["task_postprocess_end"]
        assert events[0].message[0].name == "0.png"

    async def test_task_stuck_in_an_error_ends_without_a_terminal_event(self, server: SocketServer) -> None:
        server.add("t", status="task_error")
        run, _ = make_run(server, settings=evolve(SETTINGS, task_error_grace_seconds=0), task_id="id-t", token="t")
        assert await self.collect(run) == []
        with pytest.raises(RunFailedError, match="task_error"):
            await run.wait(1)

    async def test_timeout(self, server: SocketServer) -> None:
        server.add("t")
        run, _ = make_run(server, task_id="id-t", token="t")
        with pytest.raises(WaitTimeoutError):
            async for _ in run.events(timeout=0.1):
                pass
        assert run._follower.subscription is None

    async def test_unknown_task(self, server: SocketServer) -> None:
        run, _ = make_run(server, settings=evolve(SETTINGS, not_found_rechecks=1), token="nobody")
        with pytest.raises(NotFoundError):
            await self.collect(run)

    async def test_leaving_early_ends_the_subscription(self, server: SocketServer) -> None:
        server.add("t")
        run, _ = make_run(server, task_id="id-t", token="t")

        async def first() -> Any:
            events = run.events()
            event = await anext(events)
            await events.aclose()
            return event

        taking = asyncio.create_task(first())
        await started(server, run)
        await server.emit("t", "task_start")
        assert (await taking).type_ == "task_start"
        assert run._follower.subscription is None

    async def test_slow_consumer_gets_the_newest_text(self, server: SocketServer) -> None:
        server.add("t")
        run, _ = make_run(server, task_id="id-t", token="t")
        events = run.events(timeout=10)
        first = asyncio.ensure_future(anext(events))
        await started(server, run)
        await server.emit("t", "task_start")
        await first
        for count in range(100):
            await server.emit("t", "task_output", {"type": "progressGenerate", "answer": ["word " * count]})
        await server.finish("t")
        await until(lambda: run._follower.subscription is not None and run._follower.subscription.done)
        rest: list[Any] = [event async for event in events]
        assert [event.type_ for event in rest] == ["task_output", "task_postprocess_end"]
        assert rest[0].message.answer == ["word " * 99]


class TestEventBuffer:
    async def test_cumulative_frames_replace_each_other(self) -> None:
        buffer = EventBuffer(100)
        buffer.put({"type": "task_output", "message": {"type": "progressGenerate", "raw": "a"}})
        buffer.put({"type": "task_error", "message": "a log line"})
        buffer.put({"type": "task_error", "message": "a log line"})
        buffer.put({"type": "task_output", "message": {"type": "progressGenerate", "raw": "ab"}})
        buffer.put({"type": "task_output", "message": {"type": "other"}})
        assert len(buffer) == 4
        assert (await buffer.next())["message"] == "a log line"  # type: ignore[index]
        assert (await buffer.next())["message"] == "a log line"  # type: ignore[index]
        assert (await buffer.next())["message"]["raw"] == "ab"  # type: ignore[index]
        buffer.put({"type": "task_output", "message": {"type": "progressGenerate", "raw": "abc"}})
        buffer.finish()
        assert len(buffer) == 2
        assert buffer.dropped == 0

    async def test_is_bounded_and_keeps_the_last_frame(self) -> None:
        buffer = EventBuffer(3)
        buffer.put({"type": "task_postprocess_end"})
        for number in range(10):
            buffer.put({"type": "task_output", "message": str(number)})
        assert len(buffer) == 3
        assert buffer.dropped == 8
        assert (await buffer.next())["type"] == "task_postprocess_end"  # type: ignore[index]
        assert (await buffer.next())["message"] == "8"  # type: ignore[index]

    async def test_flood_of_last_frames(self) -> None:
        buffer = EventBuffer(2)
        for _ in range(10):
            buffer.put({"type": "task_postprocess_end"})
        assert len(buffer) == 2

    async def test_waits_and_ends(self) -> None:
        buffer = EventBuffer(2)
        taking = asyncio.create_task(buffer.next())
        await asyncio.sleep(0)
        buffer.put(AudioFrame(token=None, audio=b"x"))
        buffer.finish()
        assert await taking == AudioFrame(token=None, audio=b"x")
        assert await buffer.next() is None


def _answering(row: dict[str, Any]) -> Any:
    async def answer() -> dict[str, Any]:
        return row

    return answer


class TestStopping:
    async def test_cancel_sends_only_the_id(self, server: SocketServer) -> None:
        server.add("t")
        run, transport = make_run(server, task_id="id-t", token="t")
        await run.cancel()
        assert transport.calls == [("tasks_cancel", {"taskid": "id-t"})]

    async def test_cancel_finds_the_id_of_a_token(self, server: SocketServer) -> None:
        server.add("t")
        run, transport = make_run(server, token="t")
        await run.cancel()
        assert transport.calls == [("tasks_detail", {"tasktoken": "t"}), ("tasks_cancel", {"taskid": "id-t"})]

    async def test_kill_sends_the_token_or_else_the_id(self, server: SocketServer) -> None:
        server.add("t")
        run, transport = make_run(server, task_id="id-t", token="t")
        await run.kill()
        by_id, other = make_run(server, task_id="id-t")
        await by_id.kill()
        assert transport.calls == [("tasks_kill", {"socketaccesstoken": "t"})]
        assert other.calls == [("tasks_kill", {"taskid": "id-t"})]

    @pytest.mark.parametrize(
        ("status", "made"),
        [
            ("task_queue", ["tasks_detail", "tasks_cancel"]),
            ("task_accept", ["tasks_detail", "tasks_kill"]),
            ("task_start", ["tasks_detail", "tasks_kill"]),
            ("task_postprocess_end", ["tasks_detail"]),
            ("task_cancel", ["tasks_detail"]),
        ],
    )
    async def test_stop_chooses(self, server: SocketServer, status: str, made: list[str]) -> None:
        server.add("t", status=status)
        run, transport = make_run(server, task_id="id-t", token="t")
        await run.stop()
        assert [name for name, _ in transport.calls] == made

    async def test_files_are_deleted_by_the_token(self, server: SocketServer, monkeypatch: pytest.MonkeyPatch) -> None:
        server.add("t", status="task_postprocess_end")
        run, transport = make_run(server, task_id="id-t")
        await run.delete_files()
        assert transport.calls[0] == ("tasks_detail", {"taskid": "id-t"})
        assert transport.made("tasks_input_output_delete") == [{"tasktoken": "t"}]
        other, transport = make_run(server, task_id="id-t")
        monkeypatch.setattr(
            server, "detail", lambda token: _answering({"id": "id-t", "status": "task_postprocess_end"})
        )
        with pytest.raises(InvalidResponseError, match="token of run id-t"):
            await other.delete_files()

    async def test_stop_kills_what_was_just_assigned(self, server: SocketServer) -> None:
        server.add("t")
        run, transport = make_run(server, task_id="id-t", token="t")
        transport.refuse["tasks_cancel"] = ["Task is not in a cancellable state."]
        transport.on_call["tasks_cancel"] = lambda: server.add("t", status="task_assign")
        await run.stop()
        assert [name for name, _ in transport.calls] == ["tasks_detail", "tasks_cancel", "tasks_detail", "tasks_kill"]

    async def test_stop_of_a_run_that_ends_meanwhile(self, server: SocketServer) -> None:
        server.add("t", status="task_start")
        run, transport = make_run(server, task_id="id-t", token="t")
        transport.refuse["tasks_kill"] = ["Task could not be killed: ended"]
        transport.on_call["tasks_kill"] = lambda: server.add("t", status="task_postprocess_end", pexit="0")
        await run.stop()
        assert transport.made("tasks_cancel") == []

    async def test_stop_says_why_it_could_not(self, server: SocketServer) -> None:
        server.add("t", status="task_start")
        run, transport = make_run(server, task_id="id-t", token="t")
        transport.refuse = {"tasks_kill": ["Task could not be killed: no worker"], "tasks_cancel": ["not cancellable"]}
        with pytest.raises(ApiError, match="no worker"):
            await run.stop()

    async def test_waiter_learns_at_once_of_a_cancellation_in_the_queue(self, server: SocketServer) -> None:
        server.add("t")
        run, _ = make_run(server, task_id="id-t", token="t")
        waiting = asyncio.create_task(run.wait(10))
        await started(server, run)
        await run.cancel()
        with pytest.raises(RunCancelledError):
            await asyncio.wait_for(waiting, 2)


def built(row: dict[str, Any], kind: Any = "succeeded", stderr: str = "") -> RunResult:
    return result_from_outcome(TaskOutcome(kind, "task_postprocess_end", 0, detail=row, stderr=stderr), task_id="9")


class TestResult:
    def test_thinking_and_answer_in_arrays(self) -> None:
        content = {"prompt": "p", "raw": "<think>a</think>b", "thinking": ["a", "c"], "answer": ["b", "d"]}
        result = built({"outputs": [{"contenttype": "raw", "content": content}]})
        assert (result.thinking, result.answer, result.text) == ("a\n\nc", "b\n\nd", "b\n\nd")
        assert [segment.type_ for segment in result.segments] == ["thinking", "answer", "thinking", "answer"]
        assert result.outputs == ()

    def test_newer_segments_rule(self) -> None:
        segments = [
            {"type": "thinking", "text": "hm"},
            {"type": "function_call", "name": "get_weather", "arguments": "{}", "status": "completed"},
            {"type": "answer", "text": "yes"},
        ]
        content = {"raw": "yes", "segments": segments, "answer": ["yes"]}
        result = built({"outputs": [{"contenttype": "raw", "content": content}]})
        assert result.segments == tuple(Segment(one["type"], one.get("text", ""), one) for one in segments)
        assert (result.thinking, result.answer) == ("hm", "yes")

    def test_text_without_a_split_is_the_raw_one(self) -> None:
        result = built({"outputs": [{"contenttype": "raw", "content": {"raw": "plain"}}]})
        assert (result.text, result.answer) == ("plain", "")

    @pytest.mark.parametrize(
        ("sent", "read"), [("0.003510000000", Decimal("0.00351")), ("0", Decimal(0)), (1.5, Decimal("1.5"))]
    )
    def test_cost(self, sent: Any, read: Decimal) -> None:
        assert built({"totalcost": sent}).cost_usd == read

    @pytest.mark.parametrize("sent", [None, "", "x", "NaN", "Infinity", True, [], "1e999"])
    def test_cost_unknown(self, sent: Any) -> None:
        assert built({"totalcost": sent}).cost_usd is None
        assert built({"elapsedseconds": sent}).elapsed_seconds is None
        assert built({"outputs": [PNG | {"size": sent}]}).outputs[0].size is None

    def test_stderr_prefers_what_says_so(self) -> None:
        row = {"debugoutput": "log"}
        assert built(row | {"debugerror": "e"}, "failed", "frame").stderr == "e"
        assert built(row, "failed", "frame").stderr == "frame"
        assert built(row, "failed").stderr == "log"
        assert built(row).stderr == ""

    def test_id_of_the_row_wins(self) -> None:
        assert built({"id": 5}).task_id == "5"
        assert built({}).task_id == "9"

    @given(detail_rows)
    def test_any_row_is_readable(self, row: dict[str, Any]) -> None:
        machine = TaskLifecycle(0)
        machine.feed_detail(row, 0.0)
        if machine.outcome is not None:
            result = result_from_outcome(machine.outcome, task_id="9")
            assert pickle.loads(pickle.dumps(result)) == result
            json.dumps([result.text, result.elapsed_seconds, [output.size for output in result.outputs]])

    async def test_saves_its_outputs(self, server: SocketServer, tmp_path: Path) -> None:
        server.add("t", status="task_postprocess_end", pexit="0", outputs=[PNG])
        run, transport = make_run(server, task_id="id-t", token="t")
        transport.files[PNG["url"]] = [b"he", b"llo"]
        saved = await (await run.wait(10)).asave(tmp_path / "new")
        assert [file.path for file in saved] == [tmp_path / "new" / "0.png"]
        assert saved[0].path.read_bytes() == b"hello"

    async def test_nothing_to_save(self, tmp_path: Path) -> None:
        assert await built({}).asave(tmp_path) == ()


@pytest.fixture
def portal_server() -> Iterator[SocketServer]:
    """A server on the background loop, as the synchronous facade sees it."""
    running = SocketServer()
    portal.run(running.listen)
    yield running
    portal.run(running.stop)


class TestSync:
    def test_all_of_a_run(self, portal_server: SocketServer, tmp_path: Path) -> None:
        portal_server.add("t")
        inner, transport = make_run(portal_server, task_id="id-t", token="t")
        transport.files[PNG["url"]] = [b"hello"]
        run = Run(inner)
        assert (run.task_id, run.token, run.model, run.status) == ("id-t", "t", "", None)
        assert run.refresh()["status"] == run.status == "task_queue"

        async def play() -> None:
            # Not before the gap is closed: a Detail that knows of the end may be quicker than frames on their way, and
            # then it alone makes the last event.
            await started(portal_server, inner, details=2)
            await portal_server.emit("t", "task_start")
            await portal_server.finish("t", outputs=[PNG])

        playing = threading.Thread(target=lambda: portal.run(play))
        playing.start()
        assert [event.type_ for event in run.events(timeout=10)] == ["task_start", "task_postprocess_end"]
        playing.join()
        result = run.wait(timeout=10)
        assert result.save(tmp_path)[0].path.read_bytes() == b"hello"
        run.stop()

    def test_stopping(self, portal_server: SocketServer) -> None:
        portal_server.add("t")
        inner, transport = make_run(portal_server, task_id="id-t", token="t")
        Run(inner).cancel()
        Run(inner).kill()
        assert [name for name, _ in transport.calls] == ["tasks_cancel", "tasks_kill"]
        with pytest.raises(RunCancelledError):
            Run(inner).wait(timeout=10)

    @pytest.mark.parametrize("stop", [False, True])
    def test_ctrl_c(self, portal_server: SocketServer, stop: bool) -> None:
        portal_server.add("t")
        inner, transport = make_run(portal_server, task_id="id-t", token="t")

        async def interrupt() -> None:
            await portal_server.until_subscribed("t")
            os.kill(os.getpid(), signal.SIGINT)

        interrupting = threading.Thread(target=lambda: portal.run(interrupt))
        interrupting.start()
        with pytest.raises(KeyboardInterrupt):
            Run(inner).wait(timeout=20, stop_on_interrupt=stop)
        interrupting.join()
        assert bool(transport.made("tasks_cancel")) is stop
