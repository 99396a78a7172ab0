"""Live sessions against the sandbox."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, Any

import pytest

from wiro import AsyncWiro, Wiro
from wiro.errors import RunFailedError, TransportError, WaitTimeoutError, WiroError
from wiro.realtime import CHUNK_BYTES, SAMPLE_RATE, Audio, Cost, Transcript, TurnEnded
from wiro.sandbox import Sandbox

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Iterator

SCALE = 20.0
LIMIT = 30.0


@pytest.fixture
def sandbox() -> Iterator[Sandbox]:
    with Sandbox(time_scale=SCALE) as running:
        yield running
    assert running.books.violations == []


def options(sandbox: Sandbox) -> dict[str, Any]:
    return {"api_key": sandbox.api_key, "base_url": sandbox.base_url, "socket_url": sandbox.socket_url}


@pytest.fixture
async def wiro(sandbox: Sandbox) -> AsyncIterator[AsyncWiro]:
    async with AsyncWiro(**options(sandbox)) as client:
        yield client


def sound(seconds: float) -> bytes:
    """Loud enough to be speech, with bytes that look like the separator."""
    return (b"\x7c\x7c" * int(SAMPLE_RATE * seconds))[: int(SAMPLE_RATE * seconds) * 2]


async def test_a_conversation(wiro: AsyncWiro) -> None:
    run = await wiro.run("sandbox/realtime-voice", {"voice": "marin"})
    heard: list[Any] = []
    async with run.realtime() as session:
        await session.send_audio(sound(1.0))
        await session.send_audio(bytes(CHUNK_BYTES))
        async for event in session.events(LIMIT):
            heard.append(event)
            if isinstance(event, Cost):
                break
        assert not session.is_over
        await session.finish()
        heard += [event async for event in session.events(LIMIT)]
    transcripts = [event for event in heard if isinstance(event, Transcript)]
    assert [one.speaker for one in transcripts] == ["user", "ai"]
    assert transcripts[0].text.startswith("1.0 seconds of sound")
    assert sum(len(event.pcm) for event in heard if isinstance(event, Audio)) > CHUNK_BYTES
    assert any(isinstance(event, TurnEnded) for event in heard)
    assert heard[-1].type_ == "task_postprocess_end"
    assert session.cost_usd is not None
    result = await run.wait(LIMIT)
    assert result.cost_usd == session.cost_usd


async def test_text_to_speech_ends_by_itself(wiro: AsyncWiro) -> None:
    run = await wiro.run("sandbox/realtime-tts", {"text": "one two three", "voice": "alloy"})
    async with run.realtime() as session:
        pcm = b"".join([event.pcm async for event in session.events(LIMIT) if isinstance(event, Audio)])
    assert len(pcm) >= SAMPLE_RATE
    assert len(pcm) % 2 == 0
    assert (await run.wait(LIMIT)).exit_code == 0


async def test_speech_to_text_hears_the_rest_of_a_chunk(wiro: AsyncWiro) -> None:
    run = await wiro.run("sandbox/realtime-stt", {"language": "de"})
    async with run.realtime() as session:
        # Two chunks and a bit, in pieces that fit no chunk.
        for _ in range(5):
            await session.send_audio(sound(0.09))
        await session.finish()
        words = [event async for event in session.events(LIMIT) if isinstance(event, Transcript)]
    assert [word.speaker for word in words] == ["user"] * 3
    assert all(word.text.startswith("de-") for word in words)
    with pytest.raises(TransportError, match="over"):
        await session.send_audio(sound(0.2))


async def test_leaving_ends_the_session(wiro: AsyncWiro) -> None:
    run = await wiro.run("sandbox/realtime-voice", {"voice": "marin"})
    with pytest.raises(KeyError):
        async with run.realtime():
            raise KeyError
    assert (await run.refresh())["status"] == "task_postprocess_end"


async def test_a_cancelled_session_is_ended(wiro: AsyncWiro) -> None:
    run = await wiro.run("sandbox/realtime-voice", {"voice": "marin"})
    inside = asyncio.Event()

    async def talk() -> None:
        async with run.realtime():
            inside.set()
            await asyncio.Event().wait()

    talking = asyncio.create_task(talk())
    await asyncio.wait_for(inside.wait(), LIMIT)
    talking.cancel()
    with pytest.raises(asyncio.CancelledError):
        await talking
    assert (await run.refresh())["status"] == "task_postprocess_end"


async def test_a_model_that_is_not_ready_in_time_is_stopped(wiro: AsyncWiro) -> None:
    run = await wiro.run("sandbox/queued", {"prompt": "x"})
    with pytest.raises(WaitTimeoutError, match="not ready within"):
        async with run.realtime(ready_timeout=0.3):
            pytest.fail("it cannot be ready")
    assert (await run.refresh())["status"] == "task_cancel"


async def test_a_run_that_ends_first(wiro: AsyncWiro) -> None:
    run = await wiro.run("sandbox/failing", {"prompt": "x"})
    with pytest.raises(RunFailedError):
        await run.wait(LIMIT)
    with pytest.raises(WiroError, match="ended before"):
        async with run.realtime():
            pytest.fail("it has ended")


async def test_a_lost_socket_is_told_and_the_run_is_not_left_behind(wiro: AsyncWiro, sandbox: Sandbox) -> None:
    run = await wiro.run("sandbox/realtime-voice", {"voice": "marin"})
    async with run.realtime() as session:
        sandbox.cut_sockets()
        with pytest.raises(TransportError, match="lost"):
            _ = [event async for event in session.events(LIMIT)]
    assert (await run.refresh())["status"] in ("task_postprocess_end", "task_cancel")


def test_synchronous(sandbox: Sandbox) -> None:
    with Wiro(**options(sandbox)) as wiro:
        run = wiro.run("sandbox/realtime-stt", {"language": "en"})
        with run.realtime() as session:
            session.send_audio(sound(0.2))
            session.finish()
            words = [event for event in session.events(LIMIT) if isinstance(event, Transcript)]
        assert len(words) == 1
        assert session.is_over
        assert session.dropped == 0
        assert run.wait(LIMIT).cost_usd == session.cost_usd


def test_ctrl_c_ends_the_session(sandbox: Sandbox) -> None:
    with Wiro(**options(sandbox)) as wiro:
        run = wiro.run("sandbox/realtime-voice", {"voice": "marin"})
        with pytest.raises(KeyboardInterrupt), run.realtime():
            raise KeyboardInterrupt
        assert run.refresh()["status"] == "task_postprocess_end"
