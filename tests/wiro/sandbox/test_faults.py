import re
from typing import Any

import pytest

from tests.support.contract import asyncapi_document
from wiro.sandbox.faults import Faults


@pytest.mark.parametrize(
    ("settings", "phase"),
    [
        ({"kind": "delay"}, "before"),
        ({"kind": "drop_before_accept"}, "before"),
        ({"kind": "drop_after_accept"}, "after"),
        ({"kind": "status"}, "before"),
        ({"kind": "status", "accepted": True}, "after"),
        ({"kind": "garbage"}, "before"),
        ({"kind": "garbage", "accepted": True}, "after"),
        ({"kind": "cut_body"}, "after"),
        ({"kind": "lose_frame"}, "frame"),
        ({"kind": "cut_socket"}, "frame"),
    ],
)
def test_phase_of_each_kind(settings: dict[str, Any], phase: str) -> None:
    assert Faults().add(**settings).phase == phase


@pytest.mark.parametrize(
    "settings",
    [
        {},
        {"kind": "earthquake"},
        {"kind": "status", "status": 99},
        {"kind": "status", "status": "high"},
        {"kind": "delay", "seconds": -1},
        {"kind": "delay", "times": 0},
        {"kind": "delay", "times": "often"},
        {"kind": "delay", "probability": 2},
        {"kind": "cut_body", "after_bytes": -1},
        {"kind": "cut_body", "after_bytes": "half"},
        {"kind": "delay", "operation": None},
        {"kind": "delay", "operation": []},
        {"kind": "lose_frame", "frame": None},
        {"kind": "lose_frame", "frame": {}},
        {"kind": "delay", "surprise": 1},
        {"kind": "oversized_frame", "size": "big"},
    ],
)
def test_wrong_settings_are_named(settings: dict[str, Any]) -> None:
    faults = Faults()
    with pytest.raises(ValueError):
        faults.add(**settings)
    assert faults.rules == ()


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("seconds", float("inf")),
        ("seconds", float("nan")),
        pytest.param("seconds", 10**400, id="seconds-huge"),
        ("seconds", True),
        ("status", 503.5),
        ("status", 600),
        ("times", True),
        ("times", 1.5),
        ("probability", True),
        ("probability", float("nan")),
        ("size", True),
        ("after_bytes", True),
    ],
)
def test_number_of_the_wrong_kind_is_named_with_what_is_accepted(name: str, value: Any) -> None:
    faults = Faults()
    with pytest.raises(ValueError, match=rf"^{name} is {value!r}; accepted: .*number"):
        faults.add(kind="status", **{name: value})
    assert faults.rules == ()


def test_rule_acts_on_its_operation_as_often_as_told() -> None:
    faults = Faults()
    faults.add(kind="status", operation="runs_create", times=2)
    hits = [len(faults.take("before", operation)) for operation in ("tasks_detail", *["runs_create"] * 3)]
    assert hits == [0, 1, 1, 0]
    assert faults.rules == ()


def test_rule_without_a_number_acts_always_and_on_any_operation() -> None:
    faults = Faults()
    faults.add(kind="status", times=None)
    assert all(faults.take("before", operation) for operation in ("a", "b", "a"))
    faults.clear()
    assert faults.take("before", "a") == []


def test_delay_acts_together_with_the_rule_after_it() -> None:
    faults = Faults()
    for kind in ("delay", "status", "drop_before_accept"):
        faults.add(kind=kind)
    assert [fault.kind for fault in faults.take("before", "a")] == ["delay", "status"]
    assert [fault.kind for fault in faults.take("before", "a")] == ["drop_before_accept"]


def test_probability_is_repeatable_and_between_never_and_always() -> None:
    def hits(seed: int) -> list[bool]:
        faults = Faults(seed)
        faults.add(kind="status", times=None, probability=0.5)
        return [bool(faults.take("before", "a")) for _ in range(100)]

    assert hits(1) == hits(1)
    assert hits(1) != hits(2)
    assert 20 < sum(hits(1)) < 80


def test_frame_rules_choose_by_type_and_task() -> None:
    faults = Faults()
    faults.add(kind="lose_frame", task_id="1")
    assert faults.take_frame("1", "t1", "task_output") is None
    assert faults.take_frame("2", "t2", "task_postprocess_end") is None
    assert faults.take("before", "a") == []
    lost = faults.take_frame("1", "t1", "task_cancel")
    assert lost is not None
    assert lost.kind == "lose_frame"
    faults.add(kind="lose_frame", frame="*", times=None)
    assert faults.take_frame("9", "t9", "task_output") is not None


def test_task_of_a_frame_rule_may_be_told_by_its_token() -> None:
    faults = Faults()
    faults.add(kind="lose_frame", task_id="t1", frame="*")
    assert faults.take_frame("2", "t2", "task_output") is None
    assert faults.take_frame("1", "t1", "task_output") is not None


def test_task_may_be_told_by_a_number() -> None:
    faults = Faults()
    faults.add(kind="lose_frame", task_id=1)
    faults.add(kind="status", task_id=1)
    assert faults.take_frame("1", "t1", "task_cancel") is not None
    assert faults.take("before", "tasks_detail", {"1", "t1"}) != []


@pytest.mark.parametrize("operation", ["runs_create", "files_download", "user_agent_oauth_x_callback", "*"])
def test_operations_that_exist_can_be_named(operation: str) -> None:
    assert Faults().add(kind="delay", operation=operation).operation == operation


@pytest.mark.parametrize(
    ("settings", "problem"),
    [
        (
            {"operation": "run_create"},
            r"no operation 'run_create'\. Did you mean runs_create.*\? Known are .*\* for any",
        ),
        (
            {"operation": "Run"},
            r"no operation 'Run'\. Known are the operation ids of the specification, files_download",
        ),
        ({"frame": "task_postproces_end"}, "no frame 'task_postproces_end' .* task_postprocess_end, .*terminal"),
    ],
)
def test_names_that_nothing_has_are_refused(settings: dict[str, Any], problem: str) -> None:
    with pytest.raises(ValueError, match=problem):
        Faults().add(kind="delay", **settings)


def test_frames_that_can_be_named_are_those_of_tasks_and_messages_in_the_bundle() -> None:
    document = asyncapi_document()
    received = {
        message["$ref"].rpartition("/")[2]
        for name in ("receiveTaskEvents", "receiveRealtimeEvents", "receiveAgentEvents")
        for message in document["operations"][name]["messages"]
    }
    # The snapshot answers a subscription of one connection; faults act on what all listeners are sent.
    for message in received - {"agentSubscribed"}:
        frame = re.sub("([A-Z])", r"_\1", message).lower()
        assert Faults().add(kind="lose_frame", frame=frame).frame == frame
    for frame in ("agent_subscribed", "connected", "error", "task_info", "task_session_end", "agent_queue"):
        with pytest.raises(ValueError, match="no frame"):
            Faults().add(kind="lose_frame", frame=frame)


def test_default_status_and_header() -> None:
    faults = Faults()
    assert faults.add(kind="status").status == 503
    assert faults.add(kind="garbage").status == 200
    assert faults.add(kind="status", status=429, retry_after=1.5).to_dict()["retry_after"] == "1.5"
