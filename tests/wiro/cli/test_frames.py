from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from wiro._deltas import Delta
from wiro.cli.frames import DeltaWriter, News, contents_of, news_from, words_for


@pytest.mark.parametrize(
    ("message", "news"),
    [
        ({"task": "Generate", "percentage": "40"}, News("generate", 40.0)),
        ({"task": "Generate", "percentage": "400"}, News("generate", None)),
        ({"isThinking": True, "thinking": ["a", "b"], "answer": []}, News("thinking")),
        ("a line of a log", News()),
        (None, News()),
    ],
)
def test_output_frames(message: Any, news: News) -> None:
    assert news_from({"type": "task_output", "message": message}) == news


def test_status_frames() -> None:
    assert news_from({"type": "task_queue"}) == News("queued")
    assert news_from({"type": "task_new_thing"}) == News()
    assert news_from({}) == News()
    assert words_for("task_start") == "running"
    assert words_for(None) == ""


_VALUES = st.none() | st.booleans() | st.integers() | st.floats() | st.text()
_NAMES = st.sampled_from(["task", "percentage", "thinking", "answer", "segments", "isThinking"])


@settings(max_examples=50, deadline=None)
@given(st.dictionaries(_NAMES, _VALUES | st.lists(_VALUES | st.dictionaries(st.text(), st.text()))))
def test_nothing_in_a_frame_raises(message: dict[str, Any]) -> None:
    news = news_from({"type": "task_output", "message": message})
    assert news.percent is None or 0 <= news.percent <= 100


def test_texts_are_found_where_frames_have_them() -> None:
    assert contents_of({"type": "task_output", "message": {"answer": ["a"]}}) == [{"answer": ["a"]}]
    last = {"type": "task_postprocess_end", "message": [{"content": {"answer": ["a"]}}, {"url": "x"}, 5]}
    assert contents_of(last) == [{"answer": ["a"]}, None]
    assert contents_of({"type": "task_start"}) == []


def test_pieces_are_written_in_stretches() -> None:
    parts: list[str] = []
    writer = DeltaWriter(parts.append)
    assert not writer.begun
    for delta in (
        Delta("answer", "Once"),
        Delta("answer", " upon"),
        Delta("answer", "Then", part=1),
        Delta("answer", "Later", part=1, replaces=True),
    ):
        writer.feed(delta)
    assert writer.begun
    assert "".join(parts) == "Once upon\n\nThen\nLater"
