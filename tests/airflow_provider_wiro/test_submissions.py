from __future__ import annotations

from types import SimpleNamespace

import pytest
from airflow import __version__ as airflow_version

from airflow_provider_wiro.submissions import NextStep, Submission, SubmissionRecord, fingerprint_of, next_step
from tests.support.airflow_home import migrate_database

_AIRFLOW_2 = airflow_version.startswith("2.")


class MemoryStore:
    """What the task state store of Airflow 3.3 does, for one task instance."""

    def __init__(self):
        self.values = {}
        self.writes = []

    def get(self, key, default=None):
        return self.values.get(key, default)

    def set(self, key, value):
        self.writes.append(value["state"])
        self.values[key] = value

    def delete(self, key):
        self.values.pop(key, None)


def context_of(store, *, try_number=1, max_tries=2, retries=2, **identity):
    names = {"dag_id": "dag", "run_id": "run", "task_id": "paint", "map_index": -1, **identity}
    task = SimpleNamespace(retries=retries)
    return {
        "ti": SimpleNamespace(**names, try_number=try_number, max_tries=max_tries, task=task),
        "task_state_store": store,
    }


def record(state="submitted", *, fingerprint="f", remote_id="7", try_number=1):
    return SubmissionRecord(
        state=state, subject="a/b", fingerprint=fingerprint, try_number=try_number, recorded_at=1.0, remote_id=remote_id
    )


@pytest.mark.parametrize(
    ("found", "cleared_after_try", "step"),
    [
        (None, 0, NextStep.SUBMIT),
        (None, 3, NextStep.SUBMIT),
        (record("intent", remote_id=None), 0, NextStep.AMBIGUOUS),
        (record("intent", remote_id=None), 1, NextStep.AMBIGUOUS),
        (record("intent", remote_id=None, fingerprint="other"), 0, NextStep.AMBIGUOUS),
        (record("submitted"), 0, NextStep.ATTACH),
        # A failed or running task that a person cleared: its run may be paid for.
        (record("submitted"), 1, NextStep.ATTACH),
        (record("submitted", fingerprint="other"), 0, NextStep.REPLACE),
        # Delivered, but Airflow itself retries: the worker died before success was recorded.
        (record("delivered"), 0, NextStep.ATTACH),
        (record("delivered", try_number=3), 2, NextStep.ATTACH),
        # Delivered, then cleared by a person: work of its own.
        (record("delivered"), 1, NextStep.SUBMIT),
        (record("delivered", try_number=2), 3, NextStep.SUBMIT),
        (record("delivered", fingerprint="other"), 1, NextStep.SUBMIT),
    ],
)
def test_next_step(found, cleared_after_try, step):
    assert next_step(found, "f", cleared_after_try) is step


def test_fingerprint_ignores_the_order_of_keys_and_nothing_else():
    one = fingerprint_of("a/b", {"x": 1, "y": {"p": 1, "q": 2}})
    assert one == fingerprint_of("a/b", {"y": {"q": 2, "p": 1}, "x": 1})
    others = [("a/c", {"x": 1, "y": {"p": 1, "q": 2}}), ("a/b", {"x": "1", "y": {"p": 1, "q": 2}}), ("a/b", {})]
    assert one not in {fingerprint_of(*other) for other in others}


def test_intent_is_stored_before_the_id_and_the_id_before_delivered():
    store = MemoryStore()
    submission = Submission.of(context_of(store))
    submission.intend("a/b", "f")
    assert submission.next_step("f")[0] is NextStep.AMBIGUOUS
    submission.confirm("7")
    step, found = submission.next_step("f")
    assert (step, found.remote_id, found.subject) == (NextStep.ATTACH, "7", "a/b")
    submission.deliver()
    assert store.writes == ["intent", "submitted", "delivered"]
    assert list(store.values) == ["wiro_submission"]


def test_discarded_intent_leaves_nothing():
    store = MemoryStore()
    submission = Submission.of(context_of(store))
    submission.intend("a/b", "f")
    submission.discard()
    assert store.values == {}
    assert submission.next_step("f") == (NextStep.SUBMIT, None)


def test_confirmation_without_intent_is_an_error():
    with pytest.raises(RuntimeError, match="never recorded as intended"):
        Submission.of(context_of(MemoryStore())).confirm("7")


def test_intent_of_an_earlier_try_is_confirmed_by_the_try_that_found_its_job():
    store = MemoryStore()
    Submission.of(context_of(store)).intend("a/b", "f")
    later = Submission.of(context_of(store, try_number=2))
    later.confirm("7")
    found = later.record()
    assert (found.state, found.remote_id, found.try_number) == ("submitted", "7", 2)
    with pytest.raises(RuntimeError, match="never recorded as intended"):
        Submission.of(context_of(store, try_number=3)).confirm("8")


def test_record_from_before_a_clear_is_told_from_one_that_came_after():
    submission = Submission.of(context_of(MemoryStore(), try_number=3, max_tries=1 + 2, retries=2))
    assert submission.was_cleared(record(try_number=1))
    assert not submission.was_cleared(record(try_number=2))


def test_delivery_without_record_does_nothing():
    store = MemoryStore()
    Submission.of(context_of(store)).deliver()
    assert store.values == {}


def test_retry_after_delivery_attaches_and_a_cleared_success_runs_anew():
    store = MemoryStore()
    first = Submission.of(context_of(store, try_number=1, max_tries=2, retries=2))
    first.intend("a/b", "f")
    first.confirm("7")
    first.deliver()
    retried = Submission.of(context_of(store, try_number=2, max_tries=2, retries=2))
    assert retried.next_step("f")[0] is NextStep.ATTACH
    # Airflow: max_tries = try_number + retries when a finished task is cleared.
    cleared = Submission.of(context_of(store, try_number=2, max_tries=1 + 2, retries=2))
    assert cleared.next_step("f")[0] is NextStep.SUBMIT


def test_later_delivery_belongs_to_the_try_that_made_it():
    store = MemoryStore()
    first = Submission.of(context_of(store, try_number=1))
    first.intend("a/b", "f")
    first.confirm("7")
    Submission.of(context_of(store, try_number=2)).deliver()
    assert first.record().try_number == 2


def test_record_of_an_unknown_version_stops_everything():
    store = MemoryStore()
    store.values["wiro_submission"] = {"version": 2, "state": "submitted"}
    with pytest.raises(ValueError, match="another version"):
        Submission.of(context_of(store)).next_step("f")
    for garbage in ("garbage", {}, {"version": 1}, {"version": 1, "colour": "red"}):
        store.values["wiro_submission"] = garbage
        with pytest.raises(ValueError, match="another version"):
            Submission.of(context_of(store)).next_step("f")


def test_record_holds_ids_and_no_parameters():
    store = MemoryStore()
    submission = Submission.of(context_of(store))
    submission.intend("a/b", fingerprint_of("a/b", {"prompt": "canary"}))
    submission.confirm("7")
    assert "canary" not in str(store.values)
    assert set(store.values["wiro_submission"]) == {
        "version",
        "state",
        "subject",
        "fingerprint",
        "try_number",
        "recorded_at",
        "remote_id",
        "quote",
    }


class TestVariables:
    """Where there is no task state store. Airflow's real Variables, in the temporary database."""

    @pytest.fixture(autouse=True)
    def _database(self, monkeypatch):
        migrate_database()
        from airflow.models.variable import Variable

        # Inside a task Airflow 3 asks the supervisor; outside of one the model is the same table.
        monkeypatch.setattr("airflow.providers.common.compat.sdk.Variable", Variable, raising=False)

    def test_record_is_found_by_the_next_try_and_by_nobody_else(self):
        submission = Submission.of(context_of(None))
        submission.intend("a/b", "f")
        submission.confirm("7")
        step, found = Submission.of(context_of(None, try_number=2)).next_step("f")
        assert (step, found.remote_id) == (NextStep.ATTACH, "7")
        for other in ({"dag_id": "x"}, {"run_id": "x"}, {"task_id": "x"}, {"map_index": 0}):
            assert Submission.of(context_of(None, **other)).record() is None
        submission.discard()

    def test_long_ids_fit_into_a_key(self):
        submission = Submission.of(context_of(None, dag_id="d" * 250, run_id="r" * 250, task_id="t" * 250))
        submission.intend("a/b", "f")
        assert submission.record().state == "intent"
        submission.discard()

    def test_delivery_leaves_no_variable_behind_once_success_is_recorded(self):
        submission = Submission.of(context_of(None))
        submission.intend("a/b", "f")
        submission.confirm("7")
        submission.deliver()
        if _AIRFLOW_2:
            assert submission.record().state == "delivered", "a worker that dies now must find it again"
            self._succeed(map_index=0)
            assert submission.record().state == "delivered", "another task instance succeeded"
            self._succeed(map_index=-1)
        assert submission.record() is None

    def _succeed(self, map_index):
        from airflow.listeners.listener import get_listener_manager

        instance = SimpleNamespace(dag_id="dag", run_id="run", task_id="paint", map_index=map_index)
        get_listener_manager().hook.on_task_instance_success(
            previous_state="running", task_instance=instance, session=None
        )
