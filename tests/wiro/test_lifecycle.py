from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.strategies import detail_rows, task_frames
from wiro import lifecycle
from wiro.lifecycle import (
    CANCELLABLE_STATUSES,
    TASK_STATUS_ORDER,
    TERMINAL_STATUSES,
    TaskLifecycle,
    TaskOutcome,
    is_terminal_frame,
    parse_exit_code,
    stderr_of,
)

OUTPUTS = [{"name": "0.png", "contenttype": "image/png", "size": "202472", "url": "https://cdn1.wiro.ai/x/0.png"}]


def frame(kind: str, message: Any = None, **keys: Any) -> dict[str, Any]:
    return {"type": kind, "id": "534574", "tasktoken": "token", "message": message, "result": True} | keys


def row(status: Any, **keys: Any) -> dict[str, Any]:
    return {"id": "534574", "status": status} | keys


def after_frames(*frames: dict[str, Any]) -> TaskLifecycle:
    machine = TaskLifecycle()
    for one in frames:
        machine.feed_frame(one, 0.0)
    return machine


def after_detail(*rows: dict[str, Any]) -> TaskLifecycle:
    machine = TaskLifecycle()
    for one in rows:
        machine.feed_detail(one, 0.0)
    return machine


def outcome(machine: TaskLifecycle) -> TaskOutcome:
    assert machine.outcome is not None
    return machine.outcome


class TestConstants:
    def test_public_names(self) -> None:
        assert sorted(lifecycle.__all__) == [
            "CANCELLABLE_STATUSES",
            "TASK_STATUS_ORDER",
            "TERMINAL_STATUSES",
            "TaskLifecycle",
            "TaskOutcome",
            "is_terminal_frame",
            "parse_exit_code",
            "stderr_of",
        ]

    def test_only_two_statuses_are_terminal(self) -> None:
        assert {"task_postprocess_end", "task_cancel"} == TERMINAL_STATUSES

    def test_only_a_queued_task_is_cancellable(self) -> None:
        assert {"task_queue"} == CANCELLABLE_STATUSES

    def test_order_begins_in_the_queue_and_ends_after_post_processing(self) -> None:
        assert TASK_STATUS_ORDER[0] == "task_queue"
        assert TASK_STATUS_ORDER[-1] == "task_postprocess_end"
        assert TASK_STATUS_ORDER.index("task_end") < TASK_STATUS_ORDER.index("task_postprocess_start")


class TestExitCode:
    @pytest.mark.parametrize(("value", "code"), [("0", 0), ("1", 1), (0, 0), (137, 137), (" 0 ", 0), ("-9", -9)])
    def test_read(self, value: object, code: int) -> None:
        assert parse_exit_code(value) == code

    @pytest.mark.parametrize("value", [None, "", "not-an-integer", "0.0", 0.0, True, False, [], "\u0660", "1" * 40])
    def test_not_a_number_is_none(self, value: object) -> None:
        assert parse_exit_code(value) is None


class TestFrames:
    def test_waits_through_the_whole_life_but_its_end(self) -> None:
        machine = after_frames(*(frame(kind) for kind in TASK_STATUS_ORDER[:-1]))
        assert machine.outcome is None
        assert machine.status == "task_postprocess_start"
        assert not machine.needs_detail

    def test_documented_last_frame_needs_a_detail(self) -> None:
        machine = after_frames(frame("task_postprocess_end", OUTPUTS))
        assert (machine.outcome, machine.needs_detail) == (None, True)
        machine.feed_detail(row("task_postprocess_end", pexit="0", outputs=OUTPUTS), 1.0)
        assert outcome(machine).kind == "succeeded"
        assert not machine.needs_detail
        assert not outcome(machine).from_frame

    @pytest.mark.parametrize(
        ("code", "success", "kind"), [(0, True, "succeeded"), (1, False, "failed"), (0, None, "succeeded")]
    )
    def test_newer_last_frame_decides_alone(self, code: int, success: bool | None, kind: str) -> None:
        last = frame("task_postprocess_end", OUTPUTS, success=success, terminal=True, exitCode=code)
        result = outcome(after_frames(last))
        assert result.kind == kind
        assert result.exit_code == code
        assert result.from_frame
        assert result.detail == {
            "status": "task_postprocess_end",
            "id": "534574",
            "pexit": str(code),
            "outputs": OUTPUTS,
        }

    @pytest.mark.parametrize(("code", "success"), [(0, False), (1, True), (None, True), ("x", None)])
    def test_unclear_last_frame_needs_a_detail(self, code: Any, success: bool | None) -> None:
        machine = after_frames(frame("task_postprocess_end", OUTPUTS, success=success, exitCode=code))
        assert machine.outcome is None
        assert machine.needs_detail

    def test_cancel_is_final_without_a_detail(self) -> None:
        result = outcome(after_frames(frame("task_start"), frame("task_cancel")))
        assert result.kind == "cancelled"
        assert result.exit_code is None
        assert "cancelled" in result.message

    def test_error_on_the_socket_is_a_log_line(self) -> None:
        machine = after_frames(frame("task_start"), frame("task_error", "UserWarning: ..."))
        assert machine.status == "task_start"
        assert machine.outcome is None
        assert machine.next_check_at is None

    def test_status_never_goes_back_on_late_frames(self) -> None:
        assert after_frames(frame("task_start"), frame("task_accept")).status == "task_start"

    def test_unknown_terminal_frame_is_left_to_detail(self) -> None:
        machine = after_frames(frame("task_future_state", terminal=True))
        assert machine.needs_detail
        assert machine.outcome is None

    def test_unknown_frame_changes_nothing(self) -> None:
        machine = after_frames(frame("task_future_state"), {}, {"type": 5})
        assert machine.status is None
        assert not machine.needs_detail

    def test_stderr_of_the_socket_explains_the_failure(self) -> None:
        machine = after_frames(
            frame("task_error_full", {"raw": "x" * 9000 + "CUDA out of memory"}),
            frame("task_postprocess_end", [], exitCode=1),
        )
        assert outcome(machine).stderr.endswith("CUDA out of memory")
        assert len(outcome(machine).stderr) == 4000

    def test_outcome_never_changes(self) -> None:
        machine = after_frames(frame("task_cancel"), frame("task_postprocess_end", [], exitCode=0))
        machine.feed_detail(row("task_postprocess_end", pexit="0"), 1.0)
        assert outcome(machine).kind == "cancelled"

    @pytest.mark.parametrize(
        ("one", "terminal"),
        [
            ({"type": "task_postprocess_end"}, True),
            ({"type": "task_cancel"}, True),
            ({"type": "task_end"}, False),
            ({"type": "task_error_full"}, False),
            ({"type": "task_stream_end"}, False),
            ({"type": "task_new", "terminal": True}, True),
            ({"type": "task_new", "terminal": "true"}, False),
            ({"type": ["task_cancel"]}, False),
            ({}, False),
        ],
    )
    def test_is_terminal(self, one: dict[str, Any], terminal: bool) -> None:
        assert is_terminal_frame(one) is terminal


class TestDetail:
    @pytest.mark.parametrize("pexit", ["0", 0])
    def test_zero_is_success(self, pexit: object) -> None:
        result = outcome(after_detail(row("task_postprocess_end", pexit=pexit)))
        assert (result.kind, result.exit_code, result.message) == ("succeeded", 0, "")

    @pytest.mark.parametrize(("pexit", "code"), [("1", 1), ("137", 137), (None, None), ("", None), ("nope", None)])
    def test_anything_else_is_failure(self, pexit: object, code: int | None) -> None:
        result = outcome(after_detail(row("task_postprocess_end", pexit=pexit, debugerror="boom")))
        assert (result.kind, result.exit_code, result.stderr) == ("failed", code, "boom")
        assert result.message

    def test_missing_exit_code_is_failure(self) -> None:
        result = outcome(after_detail(row("task_postprocess_end")))
        assert result.kind == "failed"
        assert "without a readable exit code" in result.message

    def test_cancelled(self) -> None:
        assert outcome(after_detail(row("task_cancel", pexit="0"))).kind == "cancelled"

    @pytest.mark.parametrize("status", ["task_queue", "task_start", "task_end", "task_future_state"])
    def test_others_wait(self, status: str) -> None:
        machine = after_detail(row(status, pexit="0"))
        assert machine.outcome is None
        assert machine.status == status
        assert machine.next_check_at is None

    def test_requeued_task_goes_back(self) -> None:
        machine = after_frames(frame("task_start"))
        machine.feed_detail(row("task_queue"), 0.0)
        assert machine.status == "task_queue"

    def test_detail_behind_the_last_frame_is_read_again_at_growing_distance(self) -> None:
        machine = after_frames(frame("task_postprocess_end", OUTPUTS))
        waits = []
        for _ in range(12):
            machine.feed_detail(row("task_postprocess_start"), 100.0)
            assert not machine.needs_detail
            assert machine.next_check_at is not None
            waits.append(machine.next_check_at - 100.0)
        assert waits[:4] == [0.25, 0.5, 1.0, 2.0]
        assert waits[-1] == 30.0
        machine.feed_detail(row("task_postprocess_end", pexit="0"), 101.0)
        assert outcome(machine).kind == "succeeded"
        assert machine.next_check_at is None

    def test_row_without_status_waits(self) -> None:
        assert after_detail({}, row(None)).outcome is None

    def test_secrets_stay_out_of_the_repr(self) -> None:
        result = outcome(after_detail(row("task_cancel", socketaccesstoken="canary-token", parameters={"prompt": "p"})))
        assert "canary" not in repr(result)


class TestErrorState:
    def test_fails_after_the_grace_period(self) -> None:
        machine = TaskLifecycle(error_grace_seconds=120.0)
        machine.feed_detail(row("task_error", debugerror="no GPU"), 10.0)
        assert machine.outcome is None
        assert machine.next_check_at == 130.0
        machine.feed_detail(row("task_error"), 129.0)
        assert machine.outcome is None
        assert machine.next_check_at == 130.0
        machine.feed_detail(row("task_error", debugerror="no GPU"), 130.0)
        result = outcome(machine)
        assert (result.kind, result.status, result.stderr) == ("failed", "task_error", "no GPU")
        assert "120 s" in result.message

    def test_zero_grace_fails_at_once(self) -> None:
        machine = TaskLifecycle(error_grace_seconds=0)
        machine.feed_detail(row("task_error"), 10.0)
        assert outcome(machine).kind == "failed"

    def test_recovery_starts_the_grace_period_anew(self) -> None:
        machine = TaskLifecycle(error_grace_seconds=120.0)
        machine.feed_detail(row("task_error"), 0.0)
        machine.feed_detail(row("task_start"), 60.0)
        assert machine.next_check_at is None
        machine.feed_detail(row("task_error"), 121.0)
        assert machine.outcome is None
        assert machine.next_check_at == 241.0

    def test_end_during_the_grace_period_counts(self) -> None:
        machine = TaskLifecycle(error_grace_seconds=120.0)
        machine.feed_detail(row("task_error"), 0.0)
        machine.feed_detail(row("task_postprocess_end", pexit="0"), 60.0)
        assert outcome(machine).kind == "succeeded"


@pytest.mark.parametrize(("value", "text"), [("boom", "boom"), (None, ""), (["boom"], "")])
def test_stderr_of(value: object, text: str) -> None:
    assert stderr_of({"debugerror": value}) == text


@given(st.lists(st.tuples(st.booleans(), task_frames | detail_rows)), st.sampled_from([0.0, 120.0]))
def test_anything_in_any_order_gives_at_most_one_outcome(steps: list[tuple[bool, Any]], grace: float) -> None:
    machine = TaskLifecycle(grace)
    seen: TaskOutcome | None = None
    for now, (is_frame, document) in enumerate(steps):
        (machine.feed_frame if is_frame else machine.feed_detail)(document, float(now))
        if seen is not None:
            assert machine.outcome is seen
        seen = machine.outcome
        if seen is not None:
            assert not machine.needs_detail
            assert machine.next_check_at is None
            assert (seen.kind == "succeeded") == (seen.exit_code == 0 and seen.status == "task_postprocess_end")


@given(st.permutations(TASK_STATUS_ORDER), st.data())
def test_a_finished_task_is_known_whatever_got_lost(order: list[str], data: st.DataObject) -> None:
    machine = TaskLifecycle()
    for kind in data.draw(st.lists(st.sampled_from(order), max_size=20)):
        machine.feed_frame(frame(kind), 0.0)
    machine.feed_detail(row("task_postprocess_end", pexit="0"), 1.0)
    assert outcome(machine).kind == "succeeded"
