"""Every operator and sensor can be mapped over, and every templated argument is rendered, however deep."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

import pytest
from airflow.providers.common.compat.sdk import DAG

from airflow_provider_wiro.files import WiroFile
from airflow_provider_wiro.operators.agents import (
    WiroAgentTeardownOperator,
    WiroConfigureAgentOperator,
    WiroStartAgentOperator,
    WiroStopAgentOperator,
)
from airflow_provider_wiro.operators.deploy import WiroDeployAgentOperator
from airflow_provider_wiro.operators.files import WiroDeleteTaskFilesOperator, WiroUploadFileOperator
from airflow_provider_wiro.operators.messages import WiroAgentMessageOperator
from airflow_provider_wiro.operators.models import WiroRunModelOperator
from airflow_provider_wiro.sensors.agents import WiroAgentStatusSensor
from airflow_provider_wiro.sensors.messages import WiroAgentMessageSensor
from airflow_provider_wiro.sensors.tasks import WiroTaskSensor
from tests.support.operator_arguments import classes_of

_GUID = "8a1f0c9e-7d55-4f8e-9a51-0d4a3f0c2b11"
_KINDS = classes_of("operators", "sensors")

#: What all instances have, and what they are mapped over.
_MAPPED: dict[type, tuple[dict[str, Any], dict[str, list[Any]]]] = {
    WiroRunModelOperator: ({"model": "a/b", "max_cost_usd": 1}, {"parameters": [{"prompt": "x"}, {"prompt": "y"}]}),
    WiroAgentMessageOperator: ({"agent": _GUID}, {"message": ["one", "two"]}),
    WiroDeployAgentOperator: ({"skills": ["website"]}, {"title": ["Acme", "Umbrella"]}),
    WiroConfigureAgentOperator: ({"strategies": {"tone": "short"}}, {"agent": [_GUID, "Acme"]}),
    WiroStartAgentOperator: ({"wait": False}, {"agent": [_GUID, "Acme"]}),
    WiroStopAgentOperator: ({"timeout": 60}, {"agent": [_GUID, "Acme"]}),
    WiroAgentTeardownOperator: ({"stop": False}, {"agent": [_GUID, "Acme"]}),
    WiroUploadFileOperator: ({"folder_id": "7"}, {"file": ["/data/a.png", "s3://bucket/b.png"]}),
    WiroDeleteTaskFilesOperator: ({}, {"wiro_task_id": ["1", "2"]}),
    WiroTaskSensor: ({"poke_interval": 5}, {"wiro_task_id": ["1", "2"]}),
    WiroAgentMessageSensor: ({"agent_guid": _GUID}, {"message_guid": [_GUID, _GUID]}),
    WiroAgentStatusSensor: ({"wanted": "set_up"}, {"agent": [_GUID, "Acme"]}),
}

_T = "{{ params.value }}"
#: A template in every templated argument, as deep as it goes, and what it becomes.
_TEMPLATES: dict[type, dict[str, Any]] = {
    WiroRunModelOperator: {"model": _T, "parameters": {"a": [{"b": _T}], "file": WiroFile(f"s3://bucket/{_T}.png")}},
    WiroAgentMessageOperator: {"agent": {"agent_guid": _T}, "message": _T, "session": _T, "files": [WiroFile(_T)]},
    WiroDeployAgentOperator: {
        "title": _T,
        "skills": [_T],
        "tier": _T,
        "description": _T,
        "credentials": {"gmail": {"account": _T, "accounts": [{"name": _T}]}},
        "strategies": {"tone": {"value": _T}},
        "schedules": {"digest": {"interval": _T, "value": _T}},
        "redirect_url": _T,
    },
    WiroConfigureAgentOperator: {
        "agent": _T,
        "credentials": {"gmail": {"account": _T, "accounts": [{"name": _T}]}},
        "skills": [_T],
        "strategies": {"tone": _T},
        "schedules": {"digest": {"interval": _T}},
        "max_cost_usd": _T,
    },
    WiroStartAgentOperator: {"agent": _T},
    WiroStopAgentOperator: {"agent": {"agent_guid": _T}},
    WiroAgentTeardownOperator: {"agent": _T},
    WiroUploadFileOperator: {"file": f"s3://bucket/{_T}", "name": _T, "folder_id": _T},
    WiroDeleteTaskFilesOperator: {"wiro_task_id": _T},
    WiroTaskSensor: {"wiro_task_id": _T},
    WiroAgentMessageSensor: {"message_guid": _T, "agent_guid": _T},
    WiroAgentStatusSensor: {"agent": _T},
}
#: Templated arguments that several have.
_SHARED = {"wiro_conn_id": _T, "timeout": _T, "output_path": f"/data/{_T}", "max_cost_usd": _T}


def new_dag() -> DAG:
    return DAG("d", schedule=None, start_date=datetime(2025, 1, 1, tzinfo=UTC))


def test_the_tables_have_every_operator_and_sensor():
    assert set(_MAPPED) == set(_TEMPLATES) == set(_KINDS)


@pytest.mark.parametrize("kind", _KINDS, ids=lambda kind: kind.__name__)
def test_every_operator_can_be_mapped_over(kind):
    common, mapped_over = _MAPPED[kind]
    with new_dag():
        mapped = kind.partial(task_id="t", retries=2, pool="p", **common).expand(**mapped_over)
    # Airflow 3.3 takes None for them if a class of the operator has no `__init__` of its own, and fails each instance.
    assert (mapped.inlets, mapped.outlets, mapped.retries, mapped.pool) == ([], [], 2, "p")
    for index in range(2):
        chosen = {name: values[index] for name, values in mapped_over.items()}
        instance = mapped.unmap({**chosen})
        assert type(instance) is kind
        for name, value in {**common, **chosen}.items():
            assert getattr(instance, name) == value


@pytest.mark.parametrize("kind", _KINDS, ids=lambda kind: kind.__name__)
def test_wrong_mapped_value_is_named(kind):
    common, mapped_over = _MAPPED[kind]
    (name,) = mapped_over
    with new_dag():
        mapped = kind.partial(task_id="t", **common).expand(**{name: [7.5j]})
    with pytest.raises(ValueError, match=rf"{name}.*accepted"):
        mapped.unmap({name: 7.5j})


def arguments_with_templates(kind: type) -> dict[str, Any]:
    shared = {name: template for name, template in _SHARED.items() if name in kind.template_fields}
    if kind is WiroDeployAgentOperator:
        # It makes no files, and refuses a folder for them.
        del shared["output_path"]
    return {**shared, **_TEMPLATES[kind]}


def leaves(value: Any) -> list[Any]:
    """What lies at the bottom of nested containers, files and secrets."""
    if isinstance(value, dict):
        return [leaf for key, inner in value.items() for leaf in (key, *leaves(inner))]
    if isinstance(value, list | tuple):
        return [leaf for inner in value for leaf in leaves(inner)]
    if isinstance(value, WiroFile):
        return [value.path]
    return leaves(value.reveal()) if hasattr(value, "reveal") else [value]


@pytest.mark.parametrize("kind", _KINDS, ids=lambda kind: kind.__name__)
def test_every_templated_argument_is_rendered_at_any_depth(kind):
    arguments = arguments_with_templates(kind)
    # A deployment is of a template or of skills, and makes no files.
    assert set(kind.template_fields) - set(arguments) <= {"template", "output_path"}
    operator = kind(task_id="t", dag=new_dag(), **arguments)
    before = {name: leaves(getattr(operator, name)) for name in arguments}
    operator.render_template_fields({"params": {"value": "rendered"}})
    for name, found in before.items():
        expected = [leaf.replace(_T, "rendered") if isinstance(leaf, str) else leaf for leaf in found]
        assert leaves(getattr(operator, name)) == expected
        assert "rendered" in str(expected)


@pytest.mark.parametrize("kind", [WiroDeployAgentOperator, WiroConfigureAgentOperator])
def test_credentials_are_rendered_but_shown_nowhere(kind):
    operator = kind(task_id="t", dag=new_dag(), **arguments_with_templates(kind))
    operator.render_template_fields({"params": {"value": "canary"}})
    assert operator.credentials.reveal()["gmail"]["account"] == "canary"
    assert "canary" not in str(operator.credentials)
    assert "canary" not in repr(operator.credentials)


def test_template_of_a_deployment_is_templated_too():
    operator = WiroDeployAgentOperator(task_id="t", dag=new_dag(), title="x", template=_T)
    operator.render_template_fields({"params": {"value": "social-manager"}})
    assert operator.template == "social-manager"
