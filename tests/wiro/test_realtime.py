"""What a session sends and how it is left; conversations are in tests/integration/test_realtime.py."""

from __future__ import annotations

import asyncio
from decimal import Decimal
from typing import TYPE_CHECKING, Any

import pytest
from attrs import evolve

from tests.support.runs import SETTINGS, FakeTransport, make_run
from tests.support.socket_server import SocketServer, until
from wiro import realtime
from wiro.errors import InvalidArgumentError, InvalidResponseError, TransportError
from wiro.realtime import Audio, Cost

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from wiro.config import WaitSettings
    from wiro.realtime import AsyncRealtimeSession

QUICK = evolve(SETTINGS, session_end_seconds=0.1, session_leave_seconds=0.5, stop_seconds=0.3)


@pytest.fixture
async def server() -> AsyncIterator[SocketServer]:
    async with SocketServer() as running:
        running.add("t", status="task_start")
        yield running


def make_session(server: SocketServer, settings: WaitSettings = QUICK) -> tuple[AsyncRealtimeSession, FakeTransport]:
    run, transport = make_run(server, settings=settings, task_id="id-t", token="t")
    return run.realtime(ready_timeout=10), transport


async def ready(server: SocketServer) -> None:
    """Let the model be ready once somebody listens."""
    await server.until_subscribed("t")
    await server.emit("t", "task_stream_ready", {})


def sent(server: SocketServer) -> list[str]:
    return [frame["type"] for frame in server.frames_in]


def test_public_names() -> None:
    assert set(realtime.__all__) >= {"AsyncRealtimeSession", "RealtimeSession", "Audio", "Cost", "Transcript"}


@pytest.mark.parametrize("how", ["end", "error", "cancellation", "generator"])
async def test_the_end_is_said_however_the_block_is_left(server: SocketServer, how: str) -> None:
    session, _ = make_session(server)
    inside = asyncio.Event()

    async def talk() -> None:
        async with session:
            inside.set()
            if how == "error":
                raise KeyError
            if how == "cancellation":
                await asyncio.Event().wait()
            if how == "generator":
                async for _ in session.events(10):
                    break

    talking = asyncio.create_task(talk())
    await ready(server)
    await asyncio.wait_for(inside.wait(), 10)
    if how == "cancellation":
        talking.cancel()
    await asyncio.gather(talking, return_exceptions=True)
    assert sent(server) == ["task_info", "task_session_end"]
    assert server.frames_in[-1]["tasktoken"] == "t"
    assert session.is_over


async def test_a_model_that_was_never_ready_is_told_too(server: SocketServer) -> None:
    run, transport = make_run(server, settings=QUICK, task_id="id-t", token="t")
    with pytest.raises(TimeoutError):
        async with run.realtime(ready_timeout=0.1):
            pytest.fail("it was not ready")
    assert sent(server) == ["task_info", "task_session_end"]
    assert transport.made("tasks_kill")


async def test_unreadable_answers_while_joining_are_tolerated_a_few_times(server: SocketServer) -> None:
    quick = evolve(QUICK, socket_down_poll_seconds=(0.02,), unreadable_answers=3)
    server.detail_errors = [InvalidResponseError("garbage")] * 2
    session, _ = make_session(server, quick)

    async def ready_then() -> None:
        await until(lambda: not server.detail_errors)
        await ready(server)

    async with asyncio.TaskGroup() as group:
        group.create_task(ready_then())
        async with session:
            pass
    server.add("t", status="task_start")
    server.detail_errors = [InvalidResponseError("garbage")] * 3
    session, transport = make_session(server, quick)
    with pytest.raises(InvalidResponseError):
        async with session:
            pytest.fail("it was not ready")
    assert transport.made("tasks_kill")


async def test_a_service_that_does_not_end_the_session_has_its_run_stopped(server: SocketServer) -> None:
    session, transport = make_session(server)
    begin = asyncio.get_running_loop().time()
    async with asyncio.TaskGroup() as group:
        group.create_task(ready(server))
        async with session:
            pass
    assert 0.1 <= asyncio.get_running_loop().time() - begin < 5
    assert [name for name, _ in transport.calls][-1] == "tasks_kill"
    assert server.rows["t"]["status"] == "task_cancel"


async def test_a_service_that_ends_it_is_left_alone(server: SocketServer) -> None:
    session, transport = make_session(server, evolve(QUICK, session_end_seconds=10.0))

    async def end() -> None:
        await until(lambda: "task_session_end" in sent(server))
        await server.finish("t")

    async with asyncio.TaskGroup() as group:
        group.create_task(ready(server))
        group.create_task(end())
        async with session:
            pass
    assert not transport.made("tasks_kill")
    assert not transport.made("tasks_cancel")


async def test_leaving_has_a_limit_and_says_what_may_go_on(server: SocketServer) -> None:
    session, _ = make_session(server)
    asking = asyncio.create_task(ready(server))
    begin = asyncio.get_running_loop().time()

    async def fail() -> None:
        async with session:
            server.answers_detail = False
            raise KeyError

    with pytest.raises(KeyError) as caught:
        await fail()
    assert asyncio.get_running_loop().time() - begin < 5
    assert caught.value.__notes__ == ["Run id-t could not be stopped; it may go on and be billed."]
    await asking


async def test_leaving_without_an_error_says_in_the_log_what_may_go_on(
    server: SocketServer, caplog: pytest.LogCaptureFixture
) -> None:
    session, _ = make_session(server)
    asking = asyncio.create_task(ready(server))
    async with session:
        server.answers_detail = False
    await asking
    assert [(record.levelname, record.getMessage()) for record in caplog.records if record.name == "wiro.realtime"] == [
        ("WARNING", "Run id-t could not be stopped; it may go on and be billed.")
    ]


async def test_a_run_is_stopped_though_its_link_takes_nothing_more(server: SocketServer) -> None:
    session, transport = make_session(server, evolve(QUICK, session_end_seconds=10.0, socket_close_seconds=0.2))
    asking = asyncio.create_task(ready(server))
    async with session:
        await asking
        for connection in server.subscribed:
            connection.transport.pause_reading()
        with pytest.raises(TimeoutError):
            async with asyncio.timeout(0.3):
                await session.send_audio(bytes(40_000_000))
        begin = asyncio.get_running_loop().time()
    assert asyncio.get_running_loop().time() - begin < 5
    assert transport.made("tasks_kill")
    assert server.rows["t"]["status"] == "task_cancel"
    socket = session._socket
    assert socket is not None
    await until(lambda: socket.transport.is_closing())


@pytest.mark.parametrize("announced", [True, False])
async def test_a_session_ends_though_its_last_frame_is_lost(server: SocketServer, announced: bool) -> None:
    # The other of the two polls would come too late.
    quick = evolve(QUICK, socket_drain_seconds=0.05)
    quick = evolve(quick, socket_down_poll_seconds=(0.05,)) if announced else evolve(quick, safety_poll_seconds=0.05)
    session, transport = make_session(server, quick)
    asking = asyncio.create_task(ready(server))
    heard: list[Any] = []
    async with session:
        await asking
        await server.say(b"t|\x01\x02")
        if announced:
            await server.emit("t", "task_end")
        server.detail_errors = [TransportError("down")]
        server.rows["t"] |= {"status": "task_postprocess_end", "pexit": "0"}
        heard = [event async for event in session.events(5)]
        assert session.is_over
    assert heard[1] == Audio(b"\x01\x02")
    assert heard[-1].type_ == "task_postprocess_end"
    assert not transport.made("tasks_kill")


async def test_frames_on_their_way_come_before_the_end_that_a_poll_tells(server: SocketServer) -> None:
    session, _ = make_session(server, evolve(QUICK, safety_poll_seconds=0.05, socket_drain_seconds=5.0))
    asking = asyncio.create_task(ready(server))
    async with session:
        await asking
        asked = server.detail_calls["t"]
        server.rows["t"] |= {"status": "task_postprocess_end", "pexit": "0"}
        await server.until_detail("t", asked + 1)
        await server.say(b"t|\x01\x02")
        await server.finish("t")
        heard = [event async for event in session.events(5)]
    assert heard[-2] == Audio(b"\x01\x02")
    assert [getattr(event, "type_", "") for event in heard].count("task_postprocess_end") == 1


async def test_talking(server: SocketServer) -> None:
    session, _ = make_session(server)
    asking = asyncio.create_task(ready(server))
    async with session:
        for wrong in (b"x", "text", None):
            with pytest.raises(InvalidArgumentError, match="whole samples"):
                await session.send_audio(wrong)  # type: ignore[arg-type]
        # Less than a chunk waits for more.
        await session.send_audio(b"\x00\x01" * 10)
        await session.interrupt()
    await asking
    assert sent(server)[:2] == ["task_info", "task_session_interrupt"]
    with pytest.raises(TransportError, match="is over"):
        await session.interrupt()


async def test_the_cost_so_far(server: SocketServer) -> None:
    session, _ = make_session(server)
    asking = asyncio.create_task(ready(server))
    server.add("other", status="task_start")
    async with session:
        await asking
        assert session.cost_usd is None
        await server.emit("t", "task_cost", turnCost=0.002, cumulativeCost=0.002, usage={"turns": 1})
        await server.emit("t", "task_cost", turnCost=0.003, cumulativeCost="0.005", usage={})
        # Another run's, on a socket that only this one has.
        await server.say('{"type": "task_cost", "tasktoken": "other", "cumulativeCost": 99}')
        await server.say("no json")
        costs: list[Any] = []
        async for event in session.events(10):
            if isinstance(event, Cost):
                costs.append((event.turn_usd, event.total_usd))
                if len(costs) == 2:
                    break
        assert costs == [(Decimal("0.002"), Decimal("0.002")), (Decimal("0.003"), Decimal("0.005"))]
        await until(lambda: session.cost_usd == Decimal("0.005"))
    assert "0.005" in repr(session)
