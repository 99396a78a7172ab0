from __future__ import annotations

from datetime import UTC, datetime

import pytest
from airflow.providers.common.compat.sdk import DAG

from airflow_provider_wiro.decorators.models import wiro_task
from airflow_provider_wiro.files import WiroFile
from airflow_provider_wiro.operators.messages import WiroAgentMessageOperator
from airflow_provider_wiro.operators.models import WiroRunModelOperator

_TEMPLATE = "/data/{{ name }}.png"


def new_dag():
    return DAG("d", schedule=None, start_date=datetime(2025, 1, 1, tzinfo=UTC))


def run_with(file):
    return WiroRunModelOperator(task_id="t", dag=new_dag(), model="a/b", parameters={"inputImage": [file]})


def message_with(file):
    return WiroAgentMessageOperator(task_id="t", dag=new_dag(), agent="Bot", files=[file])


def function_with(file):
    return wiro_task(lambda file: {"inputImage": file}, model="a/b", task_id="t", dag=new_dag())(file=file).operator


def file_of(task):
    """Return the file that a task takes."""
    if isinstance(task, WiroAgentMessageOperator):
        return task.files[0]
    return task.op_kwargs["file"] if hasattr(task, "op_kwargs") else task.parameters["inputImage"][0]


@pytest.mark.parametrize("operator_with", [run_with, message_with, function_with])
def test_every_run_in_one_process_takes_its_own_file(operator_with):
    operator = operator_with(WiroFile(_TEMPLATE))
    for name in ("one", "two"):
        task = operator.prepare_for_execution()
        task.render_template_fields({"name": name})
        assert file_of(task) == WiroFile(f"/data/{name}.png")
    assert file_of(operator) == WiroFile(_TEMPLATE)


@pytest.mark.parametrize(
    ("kind", "common", "mapped_over"),
    [
        (
            WiroRunModelOperator,
            {"model": "a/b", "parameters": {"inputImage": [WiroFile(_TEMPLATE)]}},
            {"output_path": ["/a", "/b"]},
        ),
        (WiroAgentMessageOperator, {"agent": "Bot", "files": [WiroFile(_TEMPLATE)]}, {"message": ["x", "y"]}),
    ],
)
def test_every_mapped_instance_takes_its_own_file(kind, common, mapped_over):
    with new_dag():
        mapped = kind.partial(task_id="t", **common).expand(**mapped_over)
    found = []
    for index in range(2):
        task = mapped.unmap({name: values[index] for name, values in mapped_over.items()})
        task.render_template_fields({"name": index})
        found.append(file_of(task).path)
    assert found == ["/data/0.png", "/data/1.png"]


def test_file_that_came_out_of_xcom_is_not_rendered():
    operator, file = run_with(WiroFile("x")), WiroFile(_TEMPLATE)
    for value in (file, {"inputImage": [file]}):
        assert operator.render_template(value, {"name": "one"}, seen_oids={id(value)}) is value
    assert file.path == _TEMPLATE
