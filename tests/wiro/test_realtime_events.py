from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wiro._realtime_events import Audio, Cost, Transcript, TurnEnded, read_usd, realtime_event
from wiro.protocol import AudioFrame


@pytest.mark.parametrize(
    ("frame", "event"),
    [
        (AudioFrame(token="t", audio=b"\x00|"), Audio(b"\x00|")),
        ({"type": "task_output", "message": "TRANSCRIPT_USER:hello: you"}, Transcript("user", "hello: you")),
        ({"type": "task_output", "message": "TRANSCRIPT_AI:"}, Transcript("ai", "")),
        ({"type": "task_stream_end"}, TurnEnded()),
        (
            {"type": "task_cost", "turnCost": 0.002, "cumulativeCost": "0.004", "usage": {"input_tokens": 1}},
            Cost(Decimal("0.002"), Decimal("0.004"), {"input_tokens": 1}),
        ),
        ({"type": "task_cost", "turnCost": None, "usage": "x"}, Cost(None, None, {})),
    ],
)
def test_events(frame: Any, event: Any) -> None:
    assert realtime_event(frame) == event


@pytest.mark.parametrize(
    "frame", [{"type": "task_output", "message": "plain"}, {"type": "task_end"}, {"type": "x"}, {}]
)
def test_other_frames_keep_their_models(frame: dict[str, Any]) -> None:
    event = realtime_event(frame)
    assert not isinstance(event, Audio | Transcript | TurnEnded | Cost)
    assert event.to_dict() == frame  # type: ignore[union-attr]


@given(st.text() | st.floats() | st.integers() | st.none() | st.booleans() | st.lists(st.text()))
def test_amounts_never_raise(value: Any) -> None:
    amount = read_usd(value)
    assert amount is None or amount.is_finite()
