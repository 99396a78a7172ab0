from __future__ import annotations

import threading
import time
from types import SimpleNamespace

import pytest

from airflow_provider_wiro.operators._kills import Kill, answer_within
from airflow_provider_wiro.task_states import TaskInstanceId
from tests.support.airflow_tasks import task_context


@pytest.fixture
def airflow_says(monkeypatch):
    def say(answer):
        def state(self):
            if isinstance(answer, Exception):
                raise answer
            return answer() if callable(answer) else answer

        monkeypatch.setattr(TaskInstanceId, "state", state)

    return say


def kill_of(try_number=1, max_tries=0, **others):
    instance = task_context()["ti"]
    return Kill(SimpleNamespace(**{**vars(instance), "try_number": try_number, "max_tries": max_tries, **others}))


@pytest.mark.parametrize("state", ["restarting", "queued", "scheduled", "up_for_retry", "deferred", None])
def test_cleared_task_keeps_its_job(airflow_says, state):
    airflow_says(state)
    assert kill_of().spares_the_job()


@pytest.mark.parametrize("state", ["failed", "success", "skipped", "removed", "upstream_failed"])
def test_ended_task_loses_its_job_though_it_may_be_retried(airflow_says, state):
    airflow_says(state)
    assert not kill_of(max_tries=5).spares_the_job()


@pytest.mark.parametrize(
    ("try_number", "max_tries", "spared"), [(1, 0, False), (1, 2, True), (2, 2, True), (3, 2, False), (1, None, False)]
)
def test_worker_that_is_shut_down_keeps_the_job_for_the_retry_if_there_is_one(
    airflow_says, try_number, max_tries, spared
):
    airflow_says("running")
    assert kill_of(try_number, max_tries).spares_the_job() is spared


@pytest.mark.parametrize(("max_tries", "spared"), [(5, True), (0, False)])
def test_worker_whose_airflow_leaves_it_as_scheduled_is_a_running_one(airflow_says, max_tries, spared):
    airflow_says("scheduled")
    assert kill_of(max_tries=max_tries, state="scheduled").spares_the_job() is spared


def test_task_that_was_running_and_is_scheduled_now_keeps_its_job(airflow_says):
    airflow_says("scheduled")
    assert kill_of(state="running").spares_the_job()


@pytest.mark.parametrize(("max_tries", "spared"), [(5, True), (0, False)])
def test_airflow_that_does_not_answer_is_down_and_the_retry_decides(airflow_says, monkeypatch, max_tries, spared):
    airflow_says(ConnectionError("no supervisor"))
    assert kill_of(max_tries=max_tries).spares_the_job() is spared
    released = threading.Event()
    airflow_says(released.wait)
    monkeypatch.setattr("airflow_provider_wiro.operators._kills._STATE_SECONDS", 0.05)
    started = time.monotonic()
    assert kill_of(max_tries=max_tries).spares_the_job() is spared
    assert time.monotonic() - started < 2
    released.set()


def test_answer_comes_from_a_thread_that_does_not_hold_the_callers_locks():
    lock = threading.Lock()
    with lock:
        assert answer_within(0.05, lambda: lock.acquire(timeout=5) and "free", "held") == "held"
    assert answer_within(5, lambda: threading.current_thread() is not threading.main_thread(), None) is True
