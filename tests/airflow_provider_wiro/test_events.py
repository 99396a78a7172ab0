from __future__ import annotations

import json

import pytest

from airflow_provider_wiro.events import checked_event, failure_event, failure_message, success_event


def test_events_survive_json_and_the_check():
    success = success_event("7", {"task_id": "7", "outputs": []})
    failure = failure_event("timeout", "7", "too slow")
    for event in (success, failure):
        assert checked_event(json.loads(json.dumps(event))) == event


@pytest.mark.parametrize(
    "event",
    [
        None,
        "success",
        [],
        {},
        {"status": "success", "task_id": "7", "result": {}},
        {"version": 2, "status": "success", "task_id": "7", "result": {}},
        {"version": 1, "status": "success", "result": {}},
        {"version": 1, "status": "success", "task_id": "", "result": {}},
        {"version": 1, "status": "success", "task_id": 7, "result": {}},
        {"version": 1, "status": "success", "task_id": "7"},
        {"version": 1, "status": "success", "task_id": "7", "result": None},
        {"version": 1, "status": "done", "task_id": "7", "result": {}},
        {"version": 1, "status": None, "task_id": "7"},
        {"version": 1, "status": ["success"], "task_id": "7"},
        {"version": 1, "status": "failed", "task_id": "7"},
    ],
)
def test_anything_else_is_never_a_success(event):
    with pytest.raises(ValueError, match="event"):
        checked_event(event)


def test_failure_message_ends_with_the_end_of_stderr():
    error = Exception("Run 7 failed with exit code 1.")
    error.stderr = "x" * 5000 + "CUDA out of memory"
    message = failure_message(error)
    assert message.startswith("Run 7 failed with exit code 1.\nThe model wrote to stderr:\n")
    assert message.endswith("CUDA out of memory")
    assert len(message) < 4200


@pytest.mark.parametrize("stderr", ["", "  \n", "out of memory"])
def test_failure_message_says_nothing_twice(stderr):
    error = Exception("Run 7 failed: out of memory")
    error.stderr = stderr
    assert failure_message(error) == "Run 7 failed: out of memory"
