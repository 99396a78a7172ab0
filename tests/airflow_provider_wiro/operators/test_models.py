from __future__ import annotations

import threading
import time
from datetime import UTC, datetime, timedelta
from types import SimpleNamespace
from typing import Any

import pytest
from airflow.providers.common.compat.sdk import (
    DAG,
    AirflowException,
    AirflowFailException,
    AirflowNotFoundException,
    TaskDeferred,
)

from airflow_provider_wiro.events import failure_event, success_event
from airflow_provider_wiro.hooks.wiro import WiroHook
from airflow_provider_wiro.operators.models import WiroRunModelOperator
from airflow_provider_wiro.submissions import fingerprint_of
from airflow_provider_wiro.task_states import TaskInstanceId
from airflow_provider_wiro.triggers.models import WiroTaskTrigger
from wiro.errors import (
    AmbiguousRequestError,
    ConcurrencyLimitError,
    DownloadError,
    InsufficientBalanceError,
    InvalidParametersError,
    InvalidResponseError,
    ModelNotFoundError,
    NotFoundError,
    RunCancelledError,
    RunFailedError,
    TransportError,
    WaitTimeoutError,
    WiroError,
)

_PARAMETERS = {"prompt": "a fox"}
_KEY = "wiro_submission"
_FAILED_ROW = {"id": "old", "status": "task_postprocess_end", "pexit": "1"}


def api_error(kind, message="no"):
    return kind(operation="runs_create", status_code=200, code=0, message=message, errors=(), body={}, retry_after=None)


class FakeRun:
    """A run whose waits end as told."""

    def __init__(self, task_id, remote):
        self.task_id = task_id
        self.remote = remote

    def wait(self, timeout):
        self.remote.calls.append(("wait", self.task_id, timeout))
        end = self.remote.ends.pop(0) if self.remote.ends else result_of(self.task_id)
        if callable(end):
            end = end()
        if isinstance(end, BaseException):
            raise end
        return end

    def refresh(self):
        self.remote.calls.append(("refresh", self.task_id))
        row = self.remote.rows[self.task_id]
        if isinstance(row, BaseException):
            raise row
        return row

    def stop(self):
        self.remote.calls.append(("stop", self.task_id))
        if self.remote.stop_error:
            raise self.remote.stop_error


class FakeWiro:
    """Wiro as the operator sees it, with everything it was asked to do in order."""

    def __init__(self):
        self.calls: list[tuple[Any, ...]] = []
        self.ends: list[Any] = []
        self.rows: dict[str, Any] = {}
        self.submit_error: BaseException | None = None
        self.model_error: BaseException | None = None
        self.stop_error: BaseException | None = None
        self.store: dict[str, Any] = {}
        self.during_submission = lambda: None
        self.closed = 0
        self.models = SimpleNamespace(get=self._model)

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.closed += 1

    def _model(self, name):
        self.calls.append(("model", name))
        if self.model_error:
            raise self.model_error
        return SimpleNamespace(parameters=())

    def run(self, model, parameters, *, validate):
        assert validate is False
        self.calls.append(("run", model, dict(parameters), self.state))
        self.during_submission()
        if self.submit_error:
            raise self.submit_error
        return FakeRun("new", self)

    def attach(self, task_id):
        self.calls.append(("attach", task_id))
        return FakeRun(task_id, self)

    @property
    def state(self):
        return self.store.get(_KEY, {}).get("state")

    @property
    def submissions(self):
        return sum(call[0] == "run" for call in self.calls)

    @property
    def stops(self):
        return [call[1] for call in self.calls if call[0] == "stop"]


def result_of(task_id, **changes):
    values = {
        "task_id": task_id,
        "model": "a/b",
        "status": "task_postprocess_end",
        "outputs": (),
        "text": "an answer",
        "thinking": "",
        "cost_usd": 0.01,
        "elapsed_seconds": 2.0,
        "save": lambda folder: (),
    }
    return SimpleNamespace(**{**values, **changes})


@pytest.fixture(autouse=True)
def remote(monkeypatch):
    fake = FakeWiro()
    monkeypatch.setattr(WiroHook, "get_conn", lambda self: fake)
    monkeypatch.setattr("wiro.catalog.check_parameters", lambda model, parameters: None)
    return fake


def context_of(remote, *, try_number=1, retries=2, max_tries=2):
    store = SimpleNamespace(
        get=remote.store.get, set=remote.store.__setitem__, delete=lambda key: remote.store.pop(key, None)
    )
    pushed = {}
    instance = SimpleNamespace(
        dag_id="dag",
        run_id="run",
        task_id="paint",
        map_index=-1,
        try_number=try_number,
        max_tries=max_tries,
        task=SimpleNamespace(retries=retries),
        xcom_push=lambda key, value: pushed.__setitem__(key, value),
    )
    return {"ti": instance, "task_state_store": store, "pushed": pushed}


def operator_of(**changes):
    return WiroRunModelOperator(**{"task_id": "paint", "model": "a/b", "parameters": _PARAMETERS, **changes})


def run(operator, context):
    """Call `execute` as Airflow's runner does: without its guard against being called from a DAG file."""
    return type(operator).execute.__wrapped__(operator, context)


def recorded(remote, state="submitted", *, task_id="old", parameters=_PARAMETERS, try_number=1):
    remote.store[_KEY] = {
        "version": 1,
        "state": state,
        "subject": "a/b",
        "fingerprint": fingerprint_of("a/b", parameters),
        "try_number": try_number,
        "recorded_at": 1.0,
        "remote_id": task_id,
    }
    remote.rows[task_id] = {"id": task_id, "status": "task_start"}


class TestArguments:
    @pytest.mark.parametrize(
        ("arguments", "named"),
        [
            ({"model": ""}, "model"),
            ({"model": "nano"}, "model"),
            ({"parameters": "{not json"}, "parameters"),
            ({"parameters": ["prompt"]}, "parameters"),
            ({"parameters": {"when": datetime(2026, 1, 1, tzinfo=UTC)}}, r"parameters\['when'\]"),
            ({"timeout": 0}, "timeout"),
            ({"timeout": -1}, "timeout"),
            ({"timeout": "soon"}, "timeout"),
            ({"timeout": None}, "timeout"),
            ({"inline_wait": -1}, "inline_wait"),
            ({"inline_wait": "{{ x }}"}, "inline_wait"),
            ({"output_path": ""}, "output_path"),
            ({"output_path": "s3://bucket"}, "output_path"),
            ({"on_ambiguous": "retry"}, "on_ambiguous"),
            ({"resubmit_on_failure": "no"}, "resubmit_on_failure"),
            ({"deferrable": "no"}, "deferrable"),
            ({"validate": None}, "validate"),
        ],
    )
    def test_wrong_static_argument_fails_at_parse_by_name(self, arguments, named):
        with pytest.raises(ValueError, match=rf"^{named} is .*accepted:"):
            operator_of(**arguments)

    def test_templates_wait_until_they_are_rendered(self):
        operator_of(
            model="{{ x }}",
            parameters="{{ x }}",
            timeout="{{ x }}",
            output_path="{{ x }}",
            wiro_conn_id="{{ x }}",
        )

    @pytest.mark.parametrize(
        ("rendered", "named"),
        [
            ({"model": ""}, "model"),
            ({"parameters": "not json"}, "parameters"),
            ({"timeout": "0"}, "timeout"),
            ({"output_path": ""}, "output_path"),
        ],
    )
    def test_wrong_rendered_argument_fails_before_anything_is_sent(self, remote, rendered, named):
        operator = operator_of()
        for name, value in rendered.items():
            setattr(operator, name, value)
        with pytest.raises(AirflowFailException, match=f"^Nothing was submitted: {named} is"):
            run(operator, context_of(remote))
        assert remote.calls == []

    def test_nested_parameters_are_rendered(self):
        with DAG("rendering", start_date=datetime(2026, 1, 1, tzinfo=UTC), schedule=None):
            operator = operator_of(
                model="{{ owner }}/b",
                parameters={"prompt": "{{ word }}", "list": [{"deep": "{{ word }}"}]},
                timeout="{{ 60 * 2 }}",
                output_path="out/{{ word }}",
                wiro_conn_id="conn_{{ word }}",
            )
        operator.render_template_fields({"owner": "a", "word": "fox"})
        assert (operator.model, operator.timeout, operator.output_path) == ("a/b", "120", "out/fox")
        assert operator.parameters == {"prompt": "fox", "list": [{"deep": "fox"}]}
        assert operator.wiro_conn_id == "conn_fox"

    def test_parameters_may_be_left_out_and_durations_may_be_timedeltas(self, remote):
        operator = operator_of(parameters=None, timeout=timedelta(minutes=1), inline_wait=timedelta(seconds=2))
        run(operator, context_of(remote))
        assert ("run", "a/b", {}, "intent") in remote.calls
        assert ("wait", "new", 2.0) in remote.calls


class TestSubmission:
    def test_result_of_a_short_run(self, remote):
        context = context_of(remote)
        before = time.time()
        result = run(operator_of(), context)
        assert remote.calls == [("model", "a/b"), ("run", "a/b", _PARAMETERS, "intent"), ("wait", "new", 10.0)]
        assert (result["task_id"], result["text"], result["resumed_at"]) == ("new", "an answer", None)
        assert before <= result["finished_at"] <= time.time()
        assert context["pushed"] == {"_link_WiroModelLink": "https://wiro.ai/models/a/b"}
        assert remote.store[_KEY]["remote_id"] == "new"
        assert remote.store[_KEY]["fingerprint"] == fingerprint_of("a/b", _PARAMETERS)
        assert remote.closed == 1

    def test_parameters_may_be_json_text(self, remote):
        run(operator_of(parameters='{"prompt": "x", "n": 2}'), context_of(remote))
        assert ("run", "a/b", {"prompt": "x", "n": 2}, "intent") in remote.calls

    def test_id_is_recorded_before_anything_else_happens(self, remote):
        states = []
        remote.ends = [lambda: states.append(remote.state) or result_of("new")]
        run(operator_of(), context_of(remote))
        assert states == ["submitted"]

    def test_delivery_is_marked_after_execute_by_post_execute(self, remote):
        operator, context = operator_of(), context_of(remote)
        result = run(operator, context)
        assert remote.state == "submitted"
        operator.post_execute(context, result)
        assert remote.state == "delivered"

    @pytest.mark.parametrize(
        ("error", "retried"),
        [
            (api_error(ModelNotFoundError, "tool-not-accessible"), False),
            (InvalidParametersError("prompt is empty", ["prompt is empty"]), False),
            (TransportError("no network"), True),
            (InvalidResponseError("not JSON"), False),
        ],
    )
    def test_error_before_submission_records_nothing(self, remote, error, retried):
        remote.model_error = error
        with pytest.raises(AirflowException, match=r"^Nothing was submitted: ") as raised:
            run(operator_of(), context_of(remote))
        assert isinstance(raised.value, AirflowFailException) is not retried
        assert (remote.submissions, remote.store) == (0, {})

    @pytest.mark.parametrize(
        ("error", "retried"),
        [
            (api_error(InsufficientBalanceError), False),
            (api_error(ConcurrencyLimitError), True),
            (TransportError("refused"), True),
        ],
    )
    def test_refused_submission_may_be_sent_again(self, remote, error, retried):
        remote.submit_error = error
        with pytest.raises(AirflowException, match=r"^Nothing was submitted: ") as raised:
            run(operator_of(), context_of(remote))
        assert isinstance(raised.value, AirflowFailException) is not retried
        assert (remote.submissions, remote.store) == (1, {})

    @pytest.mark.parametrize("error", [AmbiguousRequestError("no answer"), InvalidResponseError("not JSON")])
    def test_ambiguous_submission_is_never_repeated_by_itself(self, remote, error):
        remote.submit_error = error
        with pytest.raises(AirflowFailException, match="will not submit again by itself"):
            run(operator_of(), context_of(remote))
        assert remote.state == "intent"
        remote.submit_error = None
        with pytest.raises(AirflowFailException, match=r"may exist and be billed.*on_ambiguous='resubmit'"):
            run(operator_of(), context_of(remote, try_number=2))
        assert remote.submissions == 1

    def test_ambiguous_submission_is_repeated_when_the_author_says_so(self, remote):
        recorded(remote, "intent", task_id=None)
        assert run(operator_of(on_ambiguous="resubmit"), context_of(remote, try_number=2))["task_id"] == "new"
        assert remote.store[_KEY]["remote_id"] == "new"

    def test_validation_may_be_left_to_the_service(self, remote):
        run(operator_of(validate=False), context_of(remote))
        assert [call[0] for call in remote.calls] == ["run", "wait"]

    def test_missing_connection_stops_before_anything(self, remote, monkeypatch):
        def missing(self):
            raise AirflowNotFoundException("The conn_id `nowhere` isn't defined")

        monkeypatch.setattr(WiroHook, "get_conn", missing)
        with pytest.raises(AirflowNotFoundException, match="nowhere"):
            run(operator_of(wiro_conn_id="nowhere"), context_of(remote))
        assert remote.store == {}


class TestAttaching:
    @pytest.mark.parametrize("state", ["submitted", "delivered"])
    def test_retry_attaches_to_the_recorded_run(self, remote, state):
        recorded(remote, state)
        result = run(operator_of(), context_of(remote, try_number=2))
        assert (result["task_id"], remote.submissions, remote.stops) == ("old", 0, [])

    def test_run_that_was_stopped_is_submitted_again(self, remote):
        recorded(remote)
        remote.rows["old"] = {"id": "old", "status": "task_cancel"}
        assert run(operator_of(), context_of(remote, try_number=2))["task_id"] == "new"
        assert remote.store[_KEY]["remote_id"] == "new"

    def test_run_that_failed_is_not_submitted_again_by_a_retry(self, remote):
        recorded(remote)
        remote.rows["old"] = _FAILED_ROW
        with pytest.raises(AirflowFailException, match=r"task old of an earlier try failed.*resubmit_on_failure"):
            run(operator_of(), context_of(remote, try_number=2))
        assert remote.submissions == 0

    def test_run_that_failed_is_submitted_again_if_the_author_says_so(self, remote):
        recorded(remote)
        remote.rows["old"] = _FAILED_ROW
        result = run(operator_of(resubmit_on_failure=True), context_of(remote, try_number=2))
        assert result["task_id"] == "new"

    def test_run_that_failed_and_was_cleared_by_a_person_is_submitted_again(self, remote):
        recorded(remote)
        remote.rows["old"] = _FAILED_ROW
        assert run(operator_of(), context_of(remote, try_number=2, max_tries=3))["task_id"] == "new"

    def test_run_that_succeeded_meanwhile_is_read_again(self, remote):
        recorded(remote)
        remote.rows["old"] = {"id": "old", "status": "task_postprocess_end", "pexit": "0"}
        assert run(operator_of(), context_of(remote, try_number=2))["task_id"] == "old"
        assert remote.submissions == 0

    def test_success_that_a_person_cleared_runs_anew(self, remote):
        recorded(remote, "delivered")
        assert run(operator_of(), context_of(remote, try_number=2, max_tries=3))["task_id"] == "new"
        assert ("attach", "old") not in remote.calls

    def test_other_parameters_replace_the_recorded_run(self, remote):
        recorded(remote, parameters={"prompt": "something else"})
        assert run(operator_of(), context_of(remote, try_number=2))["task_id"] == "new"
        assert remote.stops == ["old"]

    def test_run_that_wiro_does_not_know_is_ambiguous(self, remote):
        recorded(remote)
        remote.rows["old"] = api_error(NotFoundError, "task-not-exist")
        with pytest.raises(AirflowFailException, match="does not know task old"):
            run(operator_of(), context_of(remote, try_number=2))
        assert remote.submissions == 0
        assert run(operator_of(on_ambiguous="resubmit"), context_of(remote, try_number=2))["task_id"] == "new"

    def test_unreachable_wiro_is_no_reason_to_submit(self, remote):
        recorded(remote)
        remote.rows["old"] = TransportError("no network")
        with pytest.raises(AirflowException) as raised:
            run(operator_of(), context_of(remote, try_number=2))
        assert not isinstance(raised.value, AirflowFailException)
        assert remote.submissions == 0

    def test_unreadable_record_is_no_reason_to_submit(self, remote):
        remote.store[_KEY] = {"version": 9}
        with pytest.raises(AirflowFailException, match="another version"):
            run(operator_of(), context_of(remote, try_number=2))
        assert remote.submissions == 0


class TestWaiting:
    def test_long_run_defers_with_an_absolute_deadline_and_no_framework_timeout(self, remote):
        remote.ends = [WaitTimeoutError("not yet")]
        before = time.time()
        with pytest.raises(TaskDeferred) as raised:
            run(operator_of(timeout=100, inline_wait=0.5, wiro_conn_id="other"), context_of(remote))
        deferred = raised.value
        assert (deferred.method_name, deferred.timeout) == ("execute_complete", None)
        assert isinstance(deferred.trigger, WiroTaskTrigger)
        kwargs = deferred.trigger.serialize()[1]
        assert (kwargs["wiro_task_id"], kwargs["wiro_conn_id"], kwargs["model"]) == ("new", "other", "a/b")
        assert before + 99 <= kwargs["deadline"] <= time.time() + 100
        assert (remote.stops, remote.closed) == ([], 1)

    def test_no_inline_wait_defers_at_once(self, remote):
        with pytest.raises(TaskDeferred):
            run(operator_of(inline_wait=0), context_of(remote))
        assert not any(call[0] == "wait" for call in remote.calls)

    def test_timeout_shorter_than_the_inline_wait_stops_the_run(self, remote):
        remote.ends = [lambda: time.sleep(0.06) or WaitTimeoutError("not yet")]
        with pytest.raises(AirflowException, match=r"Wiro task new of a/b did not end within 0.05 s; it was stopped"):
            run(operator_of(timeout=0.05), context_of(remote))
        assert ("wait", "new", 0.05) in remote.calls
        assert remote.stops == ["new"]

    def test_not_deferrable_waits_on_the_worker_and_stops_the_run_in_the_end(self, remote):
        remote.ends = [WaitTimeoutError("not yet")]
        with pytest.raises(AirflowException, match="did not end within 50 s"):
            run(operator_of(deferrable=False, timeout=50), context_of(remote))
        assert ("wait", "new", 50.0) in remote.calls
        assert remote.stops == ["new"]

    def test_failed_model_fails_for_good_with_its_stderr(self, remote):
        remote.ends = [RunFailedError("Run new failed.", task_id="new", exit_code=1, stderr="CUDA out of memory")]
        with pytest.raises(AirflowFailException, match="CUDA out of memory"):
            run(operator_of(), context_of(remote))

    def test_failed_model_may_be_retried_if_the_author_says_so(self, remote):
        remote.ends = [RunFailedError("Run new failed.", task_id="new", exit_code=1, stderr="CUDA out of memory")]
        with pytest.raises(AirflowException, match="CUDA out of memory") as raised:
            run(operator_of(resubmit_on_failure=True), context_of(remote))
        assert not isinstance(raised.value, AirflowFailException)

    def test_run_cancelled_by_somebody_fails_for_good(self, remote):
        remote.ends = [RunCancelledError("Run new was cancelled.")]
        with pytest.raises(AirflowFailException, match="was cancelled"):
            run(operator_of(), context_of(remote))

    @pytest.mark.parametrize("error", [TransportError("no network"), DownloadError("cut"), WiroError("other")])
    def test_other_trouble_may_be_retried_and_stops_nothing(self, remote, error):
        remote.ends = [error]
        with pytest.raises(AirflowException) as raised:
            run(operator_of(), context_of(remote))
        assert not isinstance(raised.value, AirflowFailException)
        assert (remote.stops, remote.state) == ([], "submitted")

    @pytest.mark.parametrize("interruption", [KeyboardInterrupt(), SystemExit(1)])
    def test_interruption_stops_the_run(self, remote, interruption):
        remote.ends = [interruption]
        with pytest.raises(type(interruption)):
            run(operator_of(), context_of(remote))
        assert remote.stops == ["new"]

    def test_outputs_are_saved_where_asked(self, remote, tmp_path):
        folders = []
        remote.ends = [result_of("new", save=lambda folder: folders.append(folder) or ())]
        run(operator_of(output_path=str(tmp_path)), context_of(remote))
        assert folders == [tmp_path / "new"]


class TestOnKill:
    @pytest.fixture
    def airflow_says(self, monkeypatch):
        def say(state):
            monkeypatch.setattr(TaskInstanceId, "state", lambda self: state)

        return say

    def test_cleared_task_leaves_the_run_to_its_next_try(self, remote, airflow_says):
        airflow_says("restarting")
        operator = operator_of()
        remote.ends = [lambda: operator.on_kill() or KeyboardInterrupt()]
        with pytest.raises(KeyboardInterrupt):
            run(operator, context_of(remote))
        assert (remote.stops, remote.state) == ([], "submitted")

    def test_clear_during_submission_leaves_the_run_too(self, remote, airflow_says):
        airflow_says("restarting")
        operator = operator_of()
        remote.during_submission = operator.on_kill
        run(operator, context_of(remote))
        assert remote.stops == []

    @pytest.mark.parametrize("state", ["failed", "success"])
    def test_marked_task_stops_the_run(self, remote, airflow_says, state):
        airflow_says(state)
        operator = operator_of()
        remote.ends = [lambda: operator.on_kill() or result_of("new")]
        run(operator, context_of(remote))
        assert remote.stops == ["new"]

    def test_run_is_stopped_and_a_retry_may_follow(self, remote, airflow_says):
        airflow_says("failed")
        operator = operator_of()
        remote.ends = [lambda: operator.on_kill() or RunCancelledError("Run new was killed.")]
        with pytest.raises(AirflowException) as raised:
            run(operator, context_of(remote))
        assert not isinstance(raised.value, AirflowFailException)
        assert remote.stops == ["new"]

    def test_kill_during_submission_stops_the_run_when_its_id_is_there(self, remote, airflow_says):
        airflow_says("failed")
        operator = operator_of()
        remote.during_submission = operator.on_kill
        remote.ends = [RunCancelledError("Run new was killed.")]
        with pytest.raises(AirflowException):
            run(operator, context_of(remote))
        assert remote.stops == ["new"]
        assert remote.store[_KEY]["remote_id"] == "new"

    def test_nothing_to_stop_is_fine(self, remote):
        operator = operator_of()
        operator.on_kill()
        run(operator_of(), context_of(remote))
        operator.on_kill()
        assert remote.stops == []

    def test_failed_stop_does_not_break_the_kill(self, remote, airflow_says):
        airflow_says("failed")
        operator = operator_of()
        remote.stop_error = TransportError("no network")
        remote.ends = [lambda: operator.on_kill() or result_of("new")]
        run(operator, context_of(remote))
        assert remote.stops == ["new"]

    def test_hanging_stop_does_not_hang_the_kill(self, remote, monkeypatch):
        monkeypatch.setattr("airflow_provider_wiro.operators._paid._STOP_SECONDS", 0.05)
        released = threading.Event()
        operator = operator_of()
        operator._job = SimpleNamespace(task_id="new", stop=released.wait)
        started = time.monotonic()
        operator.on_kill()
        assert time.monotonic() - started < 2
        released.set()


class TestExecuteComplete:
    def summary(self):
        return {"task_id": "7", "outputs": [], "text": "hello", "finished_at": time.time() - 1, "resumed_at": None}

    def test_result_of_the_event_is_the_result_of_the_task(self, remote):
        result = operator_of().execute_complete(context_of(remote), success_event("7", self.summary()))
        assert (result["task_id"], result["text"]) == ("7", "hello")
        assert 1 <= result["resumed_at"] - result["finished_at"] < 5
        assert remote.calls == [], "the event has everything"

    def test_outputs_are_read_again_to_be_saved(self, remote, tmp_path):
        folders = []
        remote.ends = [result_of("7", save=lambda folder: folders.append(folder) or ())]
        event = success_event("7", self.summary())
        result = operator_of(output_path=tmp_path).execute_complete(context_of(remote), event)
        assert [call[:2] for call in remote.calls] == [("attach", "7"), ("wait", "7")]
        assert folders == [tmp_path / "7"]
        assert result["finished_at"] == event["result"]["finished_at"]
        assert result["resumed_at"] is not None

    @pytest.mark.parametrize(
        ("status", "for_good"), [("failed", True), ("cancelled", True), ("timeout", False), ("error", False)]
    )
    def test_failures(self, remote, status, for_good):
        with pytest.raises(AirflowException, match="CUDA out of memory") as raised:
            operator_of().execute_complete(context_of(remote), failure_event(status, "7", "CUDA out of memory"))
        assert isinstance(raised.value, AirflowFailException) is for_good

    @pytest.mark.parametrize(
        "event", [None, {}, {"status": "success"}, {"version": 1, "status": "new", "remote_id": "7"}]
    )
    def test_missing_or_unknown_event_is_a_failure(self, remote, event):
        with pytest.raises(AirflowException, match="event"):
            operator_of().execute_complete(context_of(remote), event)

    def test_event_has_a_default(self, remote):
        with pytest.raises(AirflowException, match="without an event"):
            operator_of().execute_complete(context_of(remote))
