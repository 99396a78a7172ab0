from __future__ import annotations

import json

import pytest

from airflow_provider_wiro.events import checked_event, failure_event, success_event, verdict_on
from wiro.errors import (
    MessageCancelledError,
    MessageFailedError,
    RunCancelledError,
    RunFailedError,
    TransportError,
    WaitTimeoutError,
)


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
        {"status": "success", "remote_id": "7", "result": {}},
        {"version": 2, "status": "success", "remote_id": "7", "result": {}},
        {"version": 1, "status": "success", "result": {}},
        {"version": 1, "status": "success", "remote_id": "", "result": {}},
        {"version": 1, "status": "success", "remote_id": 7, "result": {}},
        {"version": 1, "status": "success", "remote_id": "7"},
        {"version": 1, "status": "success", "remote_id": "7", "result": None},
        {"version": 1, "status": "done", "remote_id": "7", "result": {}},
        {"version": 1, "status": None, "remote_id": "7"},
        {"version": 1, "status": ["success"], "remote_id": "7"},
        {"version": 1, "status": "failed", "remote_id": "7"},
    ],
)
def test_anything_else_is_never_a_success(event):
    with pytest.raises(ValueError, match="event"):
        checked_event(event)


def test_failed_run_ends_with_the_end_of_its_stderr():
    error = RunFailedError("Run 7 failed with exit code 1.", stderr="x" * 5000 + "CUDA out of memory")
    status, message = verdict_on(error)
    assert status == "failed"
    assert message.startswith("Run 7 failed with exit code 1.\nThe model wrote to stderr:\n")
    assert message.endswith("CUDA out of memory")
    assert len(message) < 4200


@pytest.mark.parametrize("stderr", ["", "  \n", "out of memory"])
def test_failed_run_says_nothing_twice(stderr):
    error = RunFailedError("Run 7 failed: out of memory", stderr=stderr)
    assert verdict_on(error) == ("failed", "Run 7 failed: out of memory")


@pytest.mark.parametrize(
    ("error", "verdict"),
    [
        (RunCancelledError("stopped"), ("cancelled", "stopped")),
        (MessageCancelledError("stopped", message_guid="g"), ("cancelled", "stopped")),
        (MessageFailedError("no", message_guid="g", reason="no"), ("failed", "no")),
        (WaitTimeoutError("late"), None),
        (TransportError("no network"), None),
    ],
)
def test_only_an_error_about_the_job_itself_is_a_verdict(error, verdict):
    assert verdict_on(error) == verdict


def test_half_a_character_in_a_reason_can_be_stored_and_logged():
    _, failed = verdict_on(RunFailedError("cut \ud83d", stderr="end \ude00"))
    _, cancelled = verdict_on(RunCancelledError("cut \ud83d"))
    assert failed == "cut \ufffd\nThe model wrote to stderr:\nend \ufffd"
    assert cancelled == failure_event("error", "7", "cut \ud83d")["message"] == "cut \ufffd"
