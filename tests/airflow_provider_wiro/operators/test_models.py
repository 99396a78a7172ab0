from __future__ import annotations

import threading
import time
from datetime import UTC, datetime, timedelta
from decimal import Decimal
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

from airflow_provider_wiro.events import failure_event, slot_event, success_event
from airflow_provider_wiro.files import WiroFile
from airflow_provider_wiro.hooks.wiro import WiroHook
from airflow_provider_wiro.operators.models import WiroRunModelOperator
from airflow_provider_wiro.submissions import fingerprint_of
from airflow_provider_wiro.task_states import TaskInstanceId
from airflow_provider_wiro.triggers.models import WiroTaskTrigger
from airflow_provider_wiro.triggers.slots import WiroSlotTrigger
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
from wiro.pricing import Quote

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

    def wait(self, timeout, on_frame):
        on_frame({"type": "task_start"})
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
        if callable(row):
            row = row()
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
        self.submit_errors: list[BaseException] = []
        self.model_error: BaseException | None = None
        self.stop_error: BaseException | None = None
        self.store: dict[str, Any] = {}
        self.during_look = self.during_submission = lambda: None
        self.closed = 0
        self.quote = Quote(usd=Decimal("0.03"), certainty="exact", method="cpr", basis="0.03 USD a run")
        self.options: dict[str, Any] = {}
        self.models = SimpleNamespace(get=self._model)
        self.tasks = SimpleNamespace(wait_for_slot=self._wait_for_slot)
        self.uploads: list[Any] = []
        self.slot_ends: list[Any] = []
        self.found: list[str] = []

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.closed += 1

    def _model(self, name):
        self.calls.append(("model", name))
        self.during_look()
        if self.model_error:
            raise self.model_error
        return SimpleNamespace(name=name, quote=lambda parameters: self.quote)

    def run(self, model, parameters, *, validate, max_cost_usd, allow_estimate):
        self.options = {"validate": validate, "max_cost_usd": max_cost_usd, "allow_estimate": allow_estimate}
        self.calls.append(("run", model, dict(parameters), self.state))
        self.during_submission()
        error = self.submit_errors.pop(0) if self.submit_errors else self.submit_error
        if error:
            raise error
        return FakeRun("new", self)

    def upload(self, file):
        self.uploads.append((file, self.state))
        return f"https://wiro.example/{len(self.uploads)}"

    def _wait_for_slot(self, seconds, *, limit):
        self.calls.append(("slot", limit))
        end = self.slot_ends.pop(0) if self.slot_ends else None
        if callable(end):
            end()
        if isinstance(end, BaseException):
            raise end

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
    monkeypatch.setattr("airflow_provider_wiro.operators._starting._LOOK_UP_PAUSES", (0.0, 0.0))

    def look_up(client, model, parameters, since):
        client.calls.append(("look up", model, parameters, since))
        if isinstance(client.found, BaseException):
            raise client.found
        return list(client.found)

    monkeypatch.setattr("airflow_provider_wiro.operators.models.runs_like", look_up)
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
            ({"output_path": 7}, "output_path"),
            ({"output_path": "s3://"}, "output_path"),
            ({"max_cost_usd": -1}, "max_cost_usd"),
            ({"max_cost_usd": "cheap"}, "max_cost_usd"),
            ({"max_cost_usd": True}, "max_cost_usd"),
            ({"allow_estimate": "yes"}, "allow_estimate"),
            ({"allow_estimate": True}, "allow_estimate"),
            ({"wiro_conn_id": ""}, "wiro_conn_id"),
            ({"wiro_conn_id": None}, "wiro_conn_id"),
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
            ({"max_cost_usd": "none"}, "max_cost_usd"),
            ({"wiro_conn_id": " "}, "wiro_conn_id"),
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
        assert context["pushed"] == {"_link_WiroModelLink": "https://wiro.ai/models/a/b", "wiro_remote_id": "new"}
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
    def test_run_of_an_ambiguous_submission_is_found_and_adopted(self, remote, error):
        remote.submit_error, remote.found = error, ["lost"]
        context = context_of(remote)
        assert run(operator_of(), context)["task_id"] == "lost"
        assert (remote.submissions, remote.state, remote.store[_KEY]["remote_id"]) == (1, "submitted", "lost")
        assert context["pushed"]["wiro_remote_id"] == "lost"
        looked = next(call for call in remote.calls if call[0] == "look up")
        assert looked == ("look up", "a/b", _PARAMETERS, remote.store[_KEY]["recorded_at"])

    def test_run_of_a_worker_that_died_while_submitting_is_found_and_adopted(self, remote):
        recorded(remote, "intent", task_id=None)
        remote.found = ["lost"]
        assert run(operator_of(), context_of(remote, try_number=2))["task_id"] == "lost"
        assert (remote.submissions, remote.store[_KEY]["try_number"]) == (0, 2)

    @pytest.mark.parametrize("found", [[], ["one", "two"], TransportError("no network")])
    def test_nothing_is_adopted_by_guessing(self, remote, found):
        recorded(remote, "intent", task_id=None)
        remote.found = found
        with pytest.raises(AirflowFailException, match="may exist and be billed"):
            run(operator_of(), context_of(remote, try_number=2))
        assert remote.state == "intent"

    def test_run_of_a_mapped_sibling_is_not_adopted(self, remote, monkeypatch):
        monkeypatch.setattr(
            "airflow_provider_wiro.operators._starting.claimed_by_siblings", lambda context: frozenset({"theirs"})
        )
        recorded(remote, "intent", task_id=None)
        remote.found = ["theirs", "lost"]
        assert run(operator_of(), context_of(remote, try_number=2))["task_id"] == "lost"

    def test_other_parameters_are_no_description_of_the_lost_run(self, remote):
        recorded(remote, "intent", task_id=None, parameters={"prompt": "something else"})
        remote.found = ["lost"]
        with pytest.raises(AirflowFailException, match="may exist and be billed"):
            run(operator_of(), context_of(remote, try_number=2))

    def test_ambiguous_submission_waits_for_the_next_try_if_it_may_be_repeated(self, remote):
        remote.submit_errors = [AmbiguousRequestError("no answer")]
        operator = operator_of(on_ambiguous="resubmit")
        with pytest.raises(AirflowException, match="next try looks for it") as raised:
            run(operator, context_of(remote))
        assert not isinstance(raised.value, AirflowFailException)
        assert run(operator, context_of(remote, try_number=2))["task_id"] == "new"
        assert remote.submissions == 2

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


class TestCost:
    def test_quoted_and_charged_are_told(self, remote):
        result = run(operator_of(), context_of(remote))
        assert (result["quoted_usd"], result["quote_certainty"], result["cost_usd"]) == (0.03, "exact", 0.01)
        assert remote.store[_KEY]["quote"] == {"usd": 0.03, "certainty": "exact"}

    def test_limit_is_held_by_the_library_too(self, remote):
        run(operator_of(max_cost_usd="0.05", allow_estimate=True), context_of(remote))
        assert remote.options == {"validate": True, "max_cost_usd": Decimal("0.05"), "allow_estimate": True}

    def test_dearer_run_is_refused_with_its_price(self, remote):
        with pytest.raises(AirflowFailException, match=r"^Nothing was submitted: a/b .*max_cost_usd is 0.02.*0.03 USD"):
            run(operator_of(max_cost_usd=0.02), context_of(remote))
        assert (remote.submissions, remote.store) == (0, {})

    def test_price_that_nobody_knows_is_refused_only_under_a_limit(self, remote):
        remote.quote = Quote(usd=None, certainty="unknown", method="cpt", basis="how many tokens is not known")
        result = run(operator_of(), context_of(remote))
        assert (result["quoted_usd"], result["quote_certainty"]) == (None, "unknown")
        remote.store.clear()
        with pytest.raises(AirflowFailException, match="how many tokens is not known"):
            run(operator_of(max_cost_usd=5), context_of(remote))

    def test_estimate_is_accepted_only_by_those_who_say_so(self, remote):
        remote.quote = Quote(usd=Decimal("0.03"), certainty="estimate", method="cps", basis="the average run")
        with pytest.raises(AirflowFailException, match="estimate"):
            run(operator_of(max_cost_usd=5), context_of(remote))
        accepted = operator_of(max_cost_usd=5, allow_estimate=True)
        assert run(accepted, context_of(remote))["quoted_usd"] == 0.03

    def test_limit_is_held_without_validation(self, remote):
        with pytest.raises(AirflowFailException, match="max_cost_usd"):
            run(operator_of(max_cost_usd=0.02, validate=False), context_of(remote))

    def test_attached_run_has_the_quote_that_was_recorded(self, remote):
        recorded(remote)
        remote.store[_KEY]["quote"] = {"usd": 0.07, "certainty": "maximum"}
        result = run(operator_of(), context_of(remote, try_number=2))
        assert (result["quoted_usd"], result["quote_certainty"]) == (0.07, "maximum")


class TestFiles:
    def test_files_are_uploaded_before_anything_is_recorded(self, remote, tmp_path):
        image = tmp_path / "in.png"
        image.write_bytes(b"data")
        run(operator_of(parameters={"inputImage": WiroFile(str(image)), "more": [image]}), context_of(remote))
        assert remote.uploads == [(image, None), (image, None)]
        expected = {"inputImage": "https://wiro.example/1", "more": ["https://wiro.example/2"]}
        assert ("run", "a/b", expected, "intent") in remote.calls

    def test_file_that_is_not_there_stops_before_anything(self, remote):
        with pytest.raises(AirflowFailException, match=r"^Nothing was submitted: the file '/nowhere.png' is not there"):
            run(operator_of(parameters={"inputImage": WiroFile("/nowhere.png")}), context_of(remote))
        assert (remote.submissions, remote.store) == (0, {})

    def test_retry_attaches_though_the_file_is_gone(self, remote, tmp_path):
        image = tmp_path / "in.png"
        image.write_bytes(b"data")
        operator = operator_of(parameters={"inputImage": WiroFile(str(image))})
        remote.ends = [TransportError("no network")]
        with pytest.raises(AirflowException):
            run(operator, context_of(remote))
        image.unlink()
        remote.rows["new"] = {"id": "new", "status": "task_start"}
        run(operator, context_of(remote, try_number=2))
        assert remote.submissions == 1

    def test_path_of_a_file_is_a_template(self):
        with DAG("files", start_date=datetime(2026, 1, 1, tzinfo=UTC), schedule=None):
            operator = operator_of(parameters={"inputImage": [WiroFile("in/{{ word }}.png")]})
        operator.render_template_fields({"word": "fox"})
        assert operator.parameters == {"inputImage": [WiroFile("in/fox.png")]}

    @pytest.mark.parametrize("folder", ["nowhere://bucket/x", "{}/file/below"])
    def test_folder_that_takes_no_files_stops_before_anything(self, remote, folder, tmp_path):
        (tmp_path / "file").touch()
        with pytest.raises(
            AirflowFailException, match=r"^Nothing was submitted: output_path is no folder to save in: "
        ):
            run(operator_of(output_path=folder.format(tmp_path)), context_of(remote))
        assert (remote.calls, remote.store) == ([], {})

    def test_storage_that_fails_later_costs_nobody_the_run(self, remote):
        recorded(remote)
        with pytest.raises(ValueError, match="cannot be opened"):
            run(operator_of(output_path="nowhere://bucket/x"), context_of(remote, try_number=2))
        assert (remote.submissions, remote.stops, remote.state) == (0, [], "submitted")


class TestSlots:
    _BUSY = api_error(ConcurrencyLimitError, "You have reached the limit")

    def test_slot_is_waited_for_on_the_worker(self, remote):
        remote.submit_errors = [self._BUSY, self._BUSY]
        assert run(operator_of(), context_of(remote))["task_id"] == "new"
        assert [call[0] for call in remote.calls if call[0] in ("run", "slot")] == ["run", "slot", "run", "slot", "run"]

    def test_files_are_uploaded_once_however_often_slots_are_busy(self, remote, tmp_path):
        (tmp_path / "a.png").write_bytes(b"a picture")
        remote.submit_errors = [self._BUSY, self._BUSY]
        run(operator_of(parameters={"inputImage": WiroFile(str(tmp_path / "a.png"))}), context_of(remote))
        assert (remote.submissions, len(remote.uploads)) == (3, 1)

    def test_then_the_task_defers_with_nothing_recorded(self, remote):
        remote.submit_errors, remote.slot_ends = [self._BUSY], [WaitTimeoutError("all busy")]
        before = time.time()
        with pytest.raises(TaskDeferred) as raised:
            run(operator_of(timeout=100), context_of(remote))
        trigger = raised.value.trigger
        assert isinstance(trigger, WiroSlotTrigger)
        assert (raised.value.method_name, raised.value.timeout) == ("execute_with_slot", None)
        assert before + 99 <= trigger.deadline <= time.time() + 100
        assert (remote.store, remote.submissions) == ({}, 1)

    def test_resumed_task_submits_with_the_deadline_of_its_try(self, remote):
        remote.ends = [WaitTimeoutError("not yet")]
        deadline = time.time() + 50
        with pytest.raises(TaskDeferred) as raised:
            operator_of().execute_with_slot(context_of(remote), slot_event(deadline))
        assert isinstance(raised.value.trigger, WiroTaskTrigger)
        assert raised.value.trigger.deadline == deadline
        assert remote.submissions == 1

    def test_wait_for_a_slot_counts_for_the_deadline(self, remote):
        operator = operator_of(deferrable=False, timeout=500)
        operator.execute_with_slot(context_of(remote), slot_event(time.time() + 50))
        (wait,) = [call for call in remote.calls if call[0] == "wait"]
        assert 49 < wait[2] <= 50

    def test_resumed_task_that_was_too_slow_leaves_the_worker_at_once(self, remote):
        remote.submit_errors = [self._BUSY]
        with pytest.raises(TaskDeferred) as raised:
            operator_of().execute_with_slot(context_of(remote), slot_event(time.time() + 50))
        assert isinstance(raised.value.trigger, WiroSlotTrigger)
        assert not any(call[0] == "slot" for call in remote.calls)

    def test_nobody_waits_longer_than_the_deadline(self, remote):
        remote.submit_errors, remote.slot_ends = [self._BUSY], [WaitTimeoutError("all busy")]
        with pytest.raises(AirflowException, match=r"^Nothing was submitted: no task slot") as raised:
            run(operator_of(deferrable=False), context_of(remote))
        assert not isinstance(raised.value, AirflowFailException)
        with pytest.raises(AirflowException, match=r"^Nothing was submitted: too late"):
            operator_of().execute_with_slot(context_of(remote), failure_event("timeout", "", "too late"))
        with pytest.raises(AirflowException, match="without an event"):
            operator_of().execute_with_slot(context_of(remote))


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

    def test_run_that_succeeded_meanwhile_is_not_deferred_for(self, remote):
        recorded(remote)
        remote.rows["old"] = {"id": "old", "status": "task_postprocess_end", "pexit": "0"}
        assert run(operator_of(inline_wait=0), context_of(remote, try_number=2))["task_id"] == "old"
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
        assert "Wiro task old of an earlier try could not be looked at" in str(raised.value)
        assert "may still run and be billed" in str(raised.value)
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
        (wait,) = [call for call in remote.calls if call[0] == "wait"]
        assert 0 < wait[2] <= 0.05
        assert remote.stops == ["new"]

    def test_not_deferrable_waits_on_the_worker_and_stops_the_run_in_the_end(self, remote):
        remote.ends = [WaitTimeoutError("not yet")]
        with pytest.raises(AirflowException, match="did not end within 50 s"):
            run(operator_of(deferrable=False, timeout=50), context_of(remote))
        (wait,) = [call for call in remote.calls if call[0] == "wait"]
        assert 49 < wait[2] <= 50
        assert remote.stops == ["new"]

    @pytest.mark.parametrize(
        ("error", "end"),
        [(None, "it was stopped"), (TransportError("no network"), "it could not be stopped, so it may")],
    )
    def test_deadline_tells_whether_the_run_was_stopped(self, remote, error, end):
        remote.ends, remote.stop_error = [WaitTimeoutError("too long")], error
        with pytest.raises(AirflowException, match=end):
            run(operator_of(deferrable=False, timeout=50), context_of(remote))

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

    @pytest.mark.parametrize("state", ["failed", "restarting"])
    def test_killed_task_submits_nothing(self, remote, airflow_says, state):
        airflow_says(state)
        operator = operator_of()
        remote.during_look = operator.on_kill
        with pytest.raises(AirflowException, match="Nothing was submitted: the task was told to end"):
            run(operator, context_of(remote))
        assert (remote.submissions, remote.state) == (0, None)

    def test_kill_while_a_slot_is_waited_for_submits_nothing(self, remote, airflow_says):
        airflow_says("failed")
        operator = operator_of()
        remote.submit_errors = [TestSlots._BUSY]
        remote.slot_ends = [operator.on_kill]
        with pytest.raises(AirflowException, match="the task was told to end"):
            run(operator, context_of(remote))
        assert (remote.submissions, remote.state) == (1, None)

    def test_kill_while_a_retry_attaches_stops_the_run(self, remote, airflow_says):
        airflow_says("failed")
        recorded(remote)
        operator = operator_of()
        remote.rows["old"] = lambda: operator.on_kill() or {"id": "old", "status": "task_start"}
        remote.ends = [RunCancelledError("Run old was killed.")]
        with pytest.raises(AirflowException):
            run(operator, context_of(remote, try_number=2))
        assert "old" in remote.stops
        assert remote.submissions == 0

    def test_interruption_while_a_retry_attaches_stops_the_run(self, remote):
        recorded(remote)
        remote.rows["old"] = KeyboardInterrupt()
        with pytest.raises(KeyboardInterrupt):
            run(operator_of(), context_of(remote, try_number=2))
        assert remote.stops == ["old"]

    def test_kill_while_a_lost_run_is_looked_for_stops_it(self, remote, airflow_says, monkeypatch):
        airflow_says("failed")
        recorded(remote, "intent", task_id=None)
        operator = operator_of()
        monkeypatch.setattr(
            "airflow_provider_wiro.operators.models.runs_like", lambda *_: operator.on_kill() or ["old"]
        )
        remote.ends = [RunCancelledError("Run old was killed.")]
        with pytest.raises(AirflowException):
            run(operator, context_of(remote, try_number=2))
        assert remote.stops == ["old"]

    @pytest.mark.parametrize(("state", "stops"), [("failed", ["lost"]), ("restarting", [])])
    def test_interrupted_submission_is_looked_for_and_stopped_unless_a_retry_does(
        self, remote, airflow_says, state, stops
    ):
        airflow_says(state)
        operator = operator_of()
        remote.during_submission = operator.on_kill
        remote.submit_error = KeyboardInterrupt()
        remote.found = ["lost"]
        with pytest.raises(KeyboardInterrupt):
            run(operator, context_of(remote))
        assert remote.stops == stops
        assert remote.state == ("submitted" if stops else "intent")

    def test_interrupted_submission_is_stopped_once(self, remote):
        remote.submit_error, remote.found = KeyboardInterrupt(), ["lost"]
        with pytest.raises(KeyboardInterrupt):
            run(operator_of(), context_of(remote))
        assert remote.stops == ["lost"]

    def test_interruption_is_not_hidden_by_a_look_for_the_run_that_fails(self, remote):
        remote.submit_error = KeyboardInterrupt()
        remote.found = RuntimeError("no way")
        with pytest.raises(KeyboardInterrupt):
            run(operator_of(), context_of(remote))
        assert (remote.stops, remote.state) == ([], "intent")

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
