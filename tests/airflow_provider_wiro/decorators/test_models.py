from __future__ import annotations

from datetime import UTC, datetime

import pytest
from airflow.providers.common.compat.sdk import (
    DAG,
    SET_DURING_EXECUTION,
    AirflowFailException,
    TaskDeferred,
    task,
)

from airflow_provider_wiro.decorators.models import wiro_task
from airflow_provider_wiro.operators.models import WiroRunModelOperator
from tests.support.airflow_tasks import executed, task_context

_START = datetime(2026, 1, 1, tzinfo=UTC)


def operator_of(function, *arguments, **options):
    """Decorate, call inside a DAG, and return the operator."""
    with DAG("decorated", start_date=_START, schedule=None) as dag:
        wiro_task(**{"model": "sandbox/language", **options})(function)(*arguments)
    return dag.get_task(function.__name__)


def describe(subject: str) -> dict[str, object]:
    return {"prompt": f"about {subject}", "seconds": 1}


def submissions(sandbox):
    return [entry.parameters["prompt"] for entry in sandbox.books.submissions]


def test_airflow_knows_it_as_task_wiro():
    with DAG("decorated", start_date=_START, schedule=None) as dag:
        task.wiro(model="sandbox/language")(describe)("a fox")
    operator = dag.get_task("describe")
    assert isinstance(operator, WiroRunModelOperator)
    assert operator.custom_operator_name == "@task.wiro"
    assert [link.name for link in operator.operator_extra_links] == ["Wiro model", "First output"]


def test_function_returns_the_parameters(connected_sandbox):
    result = executed(operator_of(describe, "a fox", inline_wait=30))
    assert submissions(connected_sandbox) == ["about a fox"]
    assert result["text"]
    assert result["model"] == "sandbox/language"


def test_context_reaches_the_function(connected_sandbox):
    def described(run_id=None):
        return {"prompt": f"run {run_id}", "seconds": 1}

    executed(operator_of(described, inline_wait=30), task_context(run_id="manual"))
    assert submissions(connected_sandbox) == ["run manual"]


def test_what_it_returns_is_no_template(connected_sandbox):
    def described():
        return {"prompt": "{{ conn.wiro_default.password }}", "seconds": 1}

    executed(operator_of(described, inline_wait=30))
    assert submissions(connected_sandbox) == ["{{ conn.wiro_default.password }}"]


async def test_function_is_not_called_again_after_a_deferral(connected_sandbox):
    calls = []

    def described():
        calls.append(1)
        return {"prompt": "a fox"}

    operator = operator_of(described, model="sandbox/image", inline_wait=0)
    context = task_context()
    with pytest.raises(TaskDeferred) as deferral:
        executed(operator, context)
    assert context["pushed"]["_link_WiroModelLink"].endswith("/sandbox/image")
    (event,) = [event async for event in deferral.value.trigger.run()]
    resumed = operator_of(described, model="sandbox/image", inline_wait=0)
    result = getattr(resumed, deferral.value.method_name)(context, event.payload)
    assert result["outputs"]
    assert calls == [1]
    assert resumed.parameters is SET_DURING_EXECUTION
    assert [dataset.name for dataset in resumed._lineage_inputs()] == ["models/sandbox/image"]


@pytest.mark.parametrize("returned", [None, ["prompt"], "{not json", {"when": _START}])
def test_other_returns_are_refused_before_anything_is_sent(connected_sandbox, returned):
    def described():
        return returned

    with pytest.raises(AirflowFailException, match=r"^Nothing was submitted: described has to return the parameters: "):
        executed(operator_of(described))
    assert submissions(connected_sandbox) == []


def test_error_of_the_function_stays_its_own_and_may_be_retried(connected_sandbox):
    def described():
        raise ValueError("the weather service answered with a web page")

    with pytest.raises(ValueError, match=r"^the weather service answered with a web page$"):
        executed(operator_of(described))
    assert submissions(connected_sandbox) == []


def test_annotation_of_the_parameters_does_not_spread_the_result():
    assert operator_of(describe, "a fox").multiple_outputs is False
    assert operator_of(describe, "a fox", multiple_outputs=True).multiple_outputs is True


def test_parameters_are_shown_once_they_are_known():
    operator = operator_of(describe, "a fox")
    assert operator.parameters is SET_DURING_EXECUTION
    assert operator.overwrite_rtif_after_execution
    assert {"op_args", "op_kwargs", "model", "parameters", "output_path"} <= set(operator.template_fields)


def test_mapping_and_overriding():
    with DAG("decorated", start_date=_START, schedule=None) as dag:
        decorated = wiro_task(model="sandbox/language")(describe)
        decorated.expand(subject=["a fox", "an owl"])
        decorated.override(task_id="painted", model="sandbox/image").partial(subject="x")
        decorated.override(task_id="other", model="sandbox/image")("x")
    assert type(dag.get_task("describe")).__name__ == "DecoratedMappedOperator"
    assert dag.get_task("other").model == "sandbox/image"


async def _coroutine():
    return {}


def _generator():
    yield {}


def _nothing():
    return {}


@pytest.mark.parametrize(
    ("function", "options", "words"),
    [
        (_coroutine, {}, "_coroutine is no plain function"),
        (_generator, {}, "_generator is no plain function"),
        (_nothing, {"parameters": {}}, "parameters is given to @task.wiro"),
        (_nothing, {"model": "nonsense"}, "model is 'nonsense'; accepted: 'owner/model'"),
    ],
)
def test_mistakes_fail_at_parse(function, options, words):
    with pytest.raises(ValueError, match=f"^{words}"):
        operator_of(function, **options)
