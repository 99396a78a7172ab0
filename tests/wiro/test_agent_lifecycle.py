from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.strategies import agent_frames, json_values, message_rows
from wiro.agent_lifecycle import (
    AGENT_TRANSITIONS,
    MESSAGE_CANCELLABLE_STATUSES,
    MESSAGE_STATUS_ORDER,
    MESSAGE_TERMINAL_STATUSES,
    MESSAGE_TRANSITIONS,
    RESTARTED_STATUSES,
    STARTABLE_STATUSES,
    STOPPABLE_STATUSES,
    AgentStatus,
    MessageLifecycle,
    is_terminal_agent_frame,
    parse_agent_status,
)

TOKEN = "aB3xK9mR2pLqWzVn7tYhCd5sFgJkNb"
PROGRESS = {"type": "progressGenerate", "raw": "<think>hm</think>Hello", "thinking": ["hm"], "answer": ["Hello"]}
ENDS: dict[str, dict[str, Any]] = {
    "agent_end": {"type": "agent_end", "agenttoken": TOKEN, "message": PROGRESS, "result": True},
    "agent_error": {"type": "agent_error", "agenttoken": TOKEN, "message": "Unavailable.", "result": False},
    "agent_cancel": {"type": "agent_cancel", "agenttoken": TOKEN, "message": "AbortError", "result": False},
}
KINDS = {"agent_end": "succeeded", "agent_error": "failed", "agent_cancel": "cancelled"}
EARLIER: list[dict[str, Any]] = [
    {"type": "agent_subscribed", "status": "agent_queue", "debugoutput": ""},
    {"type": "agent_start", "message": ""},
    {"type": "agent_output", "message": {"raw": "He", "answer": ["He"]}},
]


def fed(*frames: dict[str, Any]) -> MessageLifecycle:
    lifecycle = MessageLifecycle()
    for frame in frames:
        lifecycle.feed_frame(frame, 0.0)
    return lifecycle


def test_statuses_are_the_documented_ones() -> None:
    assert {"agent_end", "agent_error", "agent_cancel"} == MESSAGE_TERMINAL_STATUSES
    assert {"agent_queue", "agent_start", "agent_output"} == MESSAGE_CANCELLABLE_STATUSES
    assert {status.value for status in STARTABLE_STATUSES} == {0, 5}
    assert {status.value for status in STOPPABLE_STATUSES} == {2, 3, 4}
    assert {status.value for status in RESTARTED_STATUSES} == {3, 4}
    assert [status.value for status in AgentStatus] == list(range(7))


def test_transitions_lead_from_every_status_to_documented_ones() -> None:
    assert set(AGENT_TRANSITIONS) == set(AgentStatus)
    assert all(targets for targets in AGENT_TRANSITIONS.values())
    assert {status for status, targets in AGENT_TRANSITIONS.items() if AgentStatus.QUEUED in targets} == {
        *STARTABLE_STATUSES,
        AgentStatus.STOPPING,
    }
    statuses = {*MESSAGE_STATUS_ORDER, *MESSAGE_TERMINAL_STATUSES}
    assert set(MESSAGE_TRANSITIONS) == statuses
    assert {status for status, targets in MESSAGE_TRANSITIONS.items() if not targets} == MESSAGE_TERMINAL_STATUSES
    assert all("agent_cancel" in MESSAGE_TRANSITIONS[status] for status in MESSAGE_CANCELLABLE_STATUSES)


@pytest.mark.parametrize(
    ("value", "status"), [(4, 4), ("4", 4), (0, 0), (7, None), ("x", None), (True, None), (None, None)]
)
def test_agent_status_is_read_as_number_or_text(value: object, status: int | None) -> None:
    assert parse_agent_status(value) == status


def test_conversation_as_documented() -> None:
    lifecycle = fed(*EARLIER)
    assert (lifecycle.status, lifecycle.text, lifecycle.outcome) == ("agent_output", "He", None)
    lifecycle.feed_frame(ENDS["agent_end"], 1.0)
    outcome = lifecycle.outcome
    assert outcome is not None
    assert (outcome.kind, outcome.text, outcome.thinking, outcome.message) == ("succeeded", "Hello", ("hm",), "")
    assert outcome.from_frame
    assert outcome.detail["response"] == "Hello"
    assert lifecycle.needs_detail is False


def test_late_subscriber_gets_the_outcome_from_the_snapshot() -> None:
    snapshot: dict[str, Any] = {
        "type": "agent_subscribed",
        "status": "agent_end",
        "debugoutput": "<think>a</think>Done",
    }
    outcome = fed(snapshot).outcome
    assert outcome is not None
    assert (outcome.kind, outcome.text) == ("succeeded", "Done")
    assert is_terminal_agent_frame(snapshot)
    assert not is_terminal_agent_frame(EARLIER[0])


@pytest.mark.parametrize("frame", [
    {"type": "agent_subscribed", "status": "unknown"},
    {"type": "agent_subscribed", "status": "agent_end"},
    {"type": "agent_end", "message": None},
    {"type": "agent_end", "message": PROGRESS, "result": False},
    {"type": "agent_finished_in_another_way", "terminal": True},
])  # fmt: skip
def test_what_only_the_row_can_settle(frame: dict[str, Any]) -> None:
    lifecycle = fed(frame)
    assert (lifecycle.outcome, lifecycle.needs_detail) == (None, True)
    lifecycle.feed_detail({"status": "agent_output", "debugoutput": "so far"}, 10.0)
    assert lifecycle.needs_detail is False
    assert lifecycle.next_check_at == 10.25
    lifecycle.feed_detail({}, 11.0)
    assert lifecycle.next_check_at == 11.5
    lifecycle.feed_detail({"status": "agent_end", "response": "All of it"}, 12.0)
    assert lifecycle.outcome is not None
    assert lifecycle.outcome.text == "All of it"
    assert lifecycle.next_check_at is None


def test_cancelled_in_the_queue_is_seen_by_the_row_alone() -> None:
    lifecycle = fed(EARLIER[0])
    lifecycle.feed_detail({"status": "agent_cancel", "response": "", "debugoutput": ""}, 0.0)
    assert lifecycle.outcome is not None
    assert (lifecycle.outcome.kind, lifecycle.outcome.text) == ("cancelled", "")


def test_failure_says_why() -> None:
    outcome = fed({"type": "agent_error", "message": {"raw": "...", "answer": ["..."]}}).outcome
    assert outcome is not None
    assert (outcome.kind, outcome.message) == ("failed", "The agent failed: ...")


def test_row_with_figures_keeps_thoughts_apart() -> None:
    lifecycle = MessageLifecycle()
    lifecycle.feed_detail({"status": "agent_end", "response": "Hello", "metadata": PROGRESS}, 0.0)
    assert lifecycle.outcome is not None
    assert (lifecycle.outcome.text, lifecycle.outcome.thinking) == ("Hello", ("hm",))
    assert lifecycle.outcome.from_frame is False


def test_tokens_and_conversations_stay_out_of_the_representation() -> None:
    lifecycle = MessageLifecycle()
    lifecycle.feed_detail({"status": "agent_error", "agenttoken": TOKEN, "content": "secret"}, 0.0)
    assert TOKEN not in repr(lifecycle.outcome)


@given(st.sampled_from(sorted(ENDS)), st.data())
def test_order_and_repetition_of_frames_do_not_matter(end: str, data: st.DataObject) -> None:
    before = data.draw(st.lists(st.sampled_from(EARLIER), max_size=8))
    after = data.draw(st.lists(st.sampled_from([*EARLIER, *ENDS.values()]), max_size=8))
    lifecycle = MessageLifecycle()
    rank = -1
    for frame in before:
        lifecycle.feed_frame(frame, 0.0)
        assert lifecycle.status is not None
        assert MESSAGE_STATUS_ORDER.index(lifecycle.status) >= rank
        rank = MESSAGE_STATUS_ORDER.index(lifecycle.status)
    lifecycle.feed_frame(ENDS[end], 0.0)
    outcome = lifecycle.outcome
    assert outcome is not None
    assert (outcome.kind, lifecycle.status) == (KINDS[end], end)
    for frame in after:
        lifecycle.feed_frame(frame, 0.0)
        lifecycle.feed_detail({"status": "agent_output"}, 0.0)
    assert lifecycle.outcome is outcome
    assert (lifecycle.needs_detail, lifecycle.next_check_at) == (False, None)


@given(st.lists(st.tuples(st.booleans(), agent_frames, message_rows), max_size=12))
def test_nothing_that_a_server_sends_raises(events: list[tuple[bool, dict[str, Any], dict[str, Any]]]) -> None:
    lifecycle = MessageLifecycle()
    for now, (is_frame, frame, row) in enumerate(events):
        before = lifecycle.outcome
        if is_frame:
            lifecycle.feed_frame(frame, now)
        else:
            lifecycle.feed_detail(row, now)
            assert lifecycle.needs_detail is False
        if before is not None:
            assert lifecycle.outcome is before
        if lifecycle.outcome is not None:
            assert lifecycle.status in MESSAGE_TERMINAL_STATUSES
            assert KINDS[lifecycle.outcome.status] == lifecycle.outcome.kind
            assert lifecycle.next_check_at is None
        assert isinstance(lifecycle.text, str)


@given(json_values)
def test_any_status_value_is_read_without_raising(value: object) -> None:
    assert parse_agent_status(value) in {None, *AgentStatus}
