from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wiro._deltas import Delta, DeltaReader, message_deltas, task_deltas
from wiro.protocol import AudioFrame

if TYPE_CHECKING:
    from collections.abc import AsyncIterator


async def stream(*frames: Any) -> AsyncIterator[Any]:
    for frame in frames:
        yield frame


def output(thinking: list[Any] | None = None, answer: list[Any] | None = None) -> dict[str, Any]:
    return {"type": "task_output", "message": {"thinking": thinking or [], "answer": answer or []}}


async def of_task(*frames: Any) -> list[Delta]:
    return [delta async for delta in task_deltas(stream(*frames))]


async def of_message(*frames: Any) -> list[Delta]:
    return [delta async for delta in message_deltas(stream(*frames))]


async def test_cumulative_frames_become_pieces() -> None:
    deltas = await of_task(
        output(["hm"]), output(["hm, so"]), output(["hm, so"], ["It"]), output(["hm, so"], ["It is"])
    )
    assert deltas == [Delta("thinking", "hm"), Delta("thinking", ", so"), Delta("answer", "It"), Delta("answer", " is")]


async def test_stretches_are_told_apart() -> None:
    deltas = await of_task(output(["a"], ["b"]), output(["a", "c"], ["b", "d"]))
    assert deltas[2:] == [Delta("thinking", "c", 1), Delta("answer", "d", 1)]


async def test_late_and_repeated_frames_say_nothing() -> None:
    assert len(await of_task(output([], ["one two"]), output([], ["one"]), output([], ["one two"]))) == 1


async def test_a_revision_is_marked() -> None:
    deltas = await of_task(output([], ["one"]), output([], ["two"]), output([], ["two three"]))
    assert deltas[1:] == [Delta("answer", "two", replaces=True), Delta("answer", " three")]


async def test_the_last_frame_brings_what_was_lost() -> None:
    last = {"type": "task_postprocess_end", "message": [{"contenttype": "raw", "content": {"answer": ["one two"]}}, 5]}
    assert [delta.text for delta in await of_task(output([], ["one"]), last)] == ["one", " two"]


async def test_raw_text_is_the_answer_where_the_server_does_not_split_it() -> None:
    frames = [{"type": "task_output", "message": {"type": "progressGenerate", "raw": text}} for text in ("It", "It is")]
    last = {"type": "task_postprocess_end", "message": [{"contenttype": "raw", "content": {"raw": "It is."}}]}
    assert await of_task(*frames, last) == [Delta("answer", text) for text in ("It", " is", ".")]


async def test_raw_text_of_thinking_is_no_answer() -> None:
    contents: list[Any] = [
        {"raw": "<think>hm", "isThinking": True},
        {"raw": "hm", "thinking": ["hm"], "answer": []},
        {"raw": "hm", "segments": [{"type": "thinking", "text": "hm"}]},
    ]
    deltas = await of_task(*({"type": "task_output", "message": content} for content in contents))
    assert deltas == [Delta("thinking", "hm")]


async def test_segments_win_over_arrays() -> None:
    message = {
        "segments": [
            {"type": "thinking", "text": "hm"},
            {"type": "function_call", "text": "no text"},
            {"type": "answer", "text": "yes"},
            {"type": "answer", "text": None},
            "broken",
        ],
        "answer": ["ignored"],
    }
    deltas = await of_task({"type": "task_output", "message": message})
    assert deltas == [Delta("thinking", "hm"), Delta("answer", "yes")]


async def test_other_frames_say_nothing() -> None:
    audio = AudioFrame(token=None, audio=b"")
    assert await of_task(audio, {"type": "task_output", "message": "log"}, {"type": "task_start"}, {"type": 5}) == []
    assert (
        await of_message(audio, {"type": "agent_start", "message": ""}, {"type": "agent_error", "message": "x"}) == []
    )


@pytest.mark.parametrize(
    "message",
    ["hello", {"raw": "hello"}, {"answer": ["hello"]}, {"answer": "hello"}, {"raw": "x", "answer": ["hello"]}],
)
async def test_answers_of_agents_in_any_form(message: Any) -> None:
    assert await of_message({"type": "agent_end", "message": message}) == [Delta("answer", "hello")]


async def test_the_raw_text_of_a_thinking_agent_is_no_answer() -> None:
    assert await of_message({"type": "agent_output", "message": {"raw": "<think>hm", "isThinking": True}}) == []


@given(st.lists(st.text(min_size=1), min_size=1), st.data())
def test_pieces_add_up(parts: list[str], data: st.DataObject) -> None:
    text = "".join(parts)
    reader, told = DeltaReader(), ""
    cuts = sorted(data.draw(st.lists(st.integers(0, len(text)))))
    for cut in [*cuts, len(text)]:
        for delta in reader.feed({"answer": [text[:cut]]}):
            assert not delta.replaces
            told += delta.text
    assert told == text


@given(
    st.recursive(
        st.none() | st.text() | st.integers(),
        lambda inner: (
            st.lists(inner)
            | st.dictionaries(st.sampled_from(["segments", "thinking", "answer", "type", "text"]), inner)
        ),
    )
)
def test_nothing_raises(content: Any) -> None:
    list(DeltaReader().feed(content))
