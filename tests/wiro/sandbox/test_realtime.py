import asyncio
from typing import Any

import pytest

from wiro.sandbox.clock import Clock
from wiro.sandbox.realtime import CHUNK_BYTES, RealtimeSession

VOICE = b"\x01" * CHUNK_BYTES
SILENCE = bytes(CHUNK_BYTES)


class Recorder:
    """A session whose frames and sounds are kept."""

    def __init__(self, scale: float = 200.0) -> None:
        self.frames: list[tuple[str, Any]] = []
        self.audio: list[bytes] = []
        self.session = RealtimeSession(
            clock=Clock(scale),
            emit=lambda kind, message, _fields: self.frames.append((kind, message)),
            send_audio=self.audio.append,
            bill_turn=lambda _usage: True,
        )


async def test_session_opens_when_somebody_listens() -> None:
    recorder = Recorder()
    opening = asyncio.create_task(recorder.session.open())
    await asyncio.sleep(0)
    assert recorder.frames == []
    recorder.session.join()
    assert await opening is True
    assert recorder.frames == [("task_stream_ready", None)]


async def test_nobody_is_waited_for_for_ever() -> None:
    recorder = Recorder(scale=10_000)
    assert await recorder.session.open() is False
    assert recorder.frames == []


@pytest.mark.parametrize(
    ("heard", "turns"),
    [
        ([VOICE, VOICE, SILENCE, SILENCE, VOICE, SILENCE], [2, 1]),
        ([SILENCE, VOICE], [1]),
        ([SILENCE, SILENCE], []),
        ([], []),
    ],
)
async def test_silence_ends_a_turn_and_the_end_finishes_the_last(heard: list[bytes], turns: list[int]) -> None:
    session = Recorder().session
    for chunk in heard:
        session.hear(chunk)
    session.end()
    said = []
    while (turn := await session.turn()) is not None:
        said.append(len(turn) // CHUNK_BYTES)
    assert said == turns
    assert await session.chunk() is None


async def test_pause_ends_a_turn() -> None:
    session = Recorder().session
    session.hear(VOICE)
    assert await asyncio.wait_for(session.turn(), 5) == VOICE


async def test_speech_is_chunked_and_ended() -> None:
    recorder = Recorder()
    pcm = bytes(range(256)) * 100
    assert await recorder.session.speak(pcm) == len(pcm)
    assert b"".join(recorder.audio) == pcm
    assert [len(chunk) for chunk in recorder.audio] == [CHUNK_BYTES, CHUNK_BYTES, 6_400]
    assert recorder.frames == [("task_stream_end", None)]


@pytest.mark.parametrize("stop", ["interrupt", "end"])
async def test_speech_can_be_stopped(stop: str) -> None:
    recorder = Recorder(scale=10)
    speaking = asyncio.create_task(recorder.session.speak(VOICE * 500))
    await asyncio.sleep(0.1)
    assert recorder.audio
    getattr(recorder.session, stop)()
    assert await asyncio.wait_for(speaking, 1) < len(VOICE) * 500
    assert recorder.frames == [("task_stream_end", None)]
    assert recorder.session.has_ended is (stop == "end")


async def test_client_that_only_talks_fills_no_memory() -> None:
    session = Recorder().session
    for _ in range(2_000):
        session.hear(b"\x01")
    session.end()
    chunks = 0
    while await session.chunk() is not None:
        chunks += 1
    assert chunks == 1_000
