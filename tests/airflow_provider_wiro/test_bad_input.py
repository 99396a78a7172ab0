"""Every argument of every operator and sensor, wrong: the DAG file fails, or the task before anything is submitted."""

from __future__ import annotations

import math
from datetime import timedelta
from typing import Any

import pytest
from airflow.providers.common.compat.sdk import AirflowFailException

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
from tests.support.agent_operators import connect, context_of, execute
from tests.support.operator_arguments import arguments_of, classes_of
from wiro.sandbox import Sandbox

_GUID = "8a1f0c9e-7d55-4f8e-9a51-0d4a3f0c2b11"
_AGENTS = (WiroStartAgentOperator, WiroStopAgentOperator, WiroConfigureAgentOperator, WiroAgentTeardownOperator)
_PAID = (WiroRunModelOperator, WiroAgentMessageOperator, WiroDeployAgentOperator)
_SENSORS = (WiroTaskSensor, WiroAgentMessageSensor, WiroAgentStatusSensor)
_SETTING_UP = (WiroDeployAgentOperator, WiroConfigureAgentOperator)
_WAITING = (*_AGENTS, *_PAID, *_SENSORS)

#: Arguments with which each of them can be made.
_VALID: dict[type, dict[str, Any]] = {
    WiroRunModelOperator: {"model": "sandbox/image", "parameters": {"prompt": "a fox"}},
    WiroAgentMessageOperator: {"agent": _GUID, "message": "Hello"},
    WiroDeployAgentOperator: {"title": "Inbox bot", "skills": ["website"]},
    WiroConfigureAgentOperator: {"agent": _GUID, "strategies": {"tone": "short"}},
    WiroStartAgentOperator: {"agent": _GUID},
    WiroStopAgentOperator: {"agent": _GUID},
    WiroAgentTeardownOperator: {"agent": _GUID},
    WiroUploadFileOperator: {"file": "/data/cat.png"},
    WiroDeleteTaskFilesOperator: {"wiro_task_id": "534574"},
    WiroTaskSensor: {"wiro_task_id": "534574"},
    WiroAgentMessageSensor: {"message_guid": _GUID, "agent_guid": _GUID},
    WiroAgentStatusSensor: {"agent": _GUID},
}

_TEXTS = ("", "  ", 7, None)
_FLAGS = ("yes", 1, None)
_SECONDS = (-1, "soon", math.inf, math.nan, True, None, timedelta(seconds=-1))
_IDS = ("", " ", None, {"id": 7})
_JSON = ("{", 7, [1])
_USD = (-1, "cheap", math.inf, math.nan, True, [1])

#: Wrong values of each argument, by the classes that have it.
_WRONG: list[tuple[tuple[type, ...], str, tuple[Any, ...]]] = [
    (tuple(_VALID), "wiro_conn_id", ("", " ", 7, None)),
    (_WAITING, "inline_wait", _SECONDS),
    ((*_AGENTS, *_PAID), "deferrable", _FLAGS),
    (_SENSORS, "deferrable", ("yes", 1)),
    ((*_AGENTS, *_PAID), "timeout", (*_SECONDS, 0)),
    (_PAID, "on_ambiguous", ("ask", "", None, True)),
    (_PAID, "resubmit_on_failure", _FLAGS),
    ((*_PAID, WiroConfigureAgentOperator), "max_cost_usd", _USD),
    (_PAID, "output_path", ("", " ", 7)),
    ((*_AGENTS, WiroAgentMessageOperator), "wait", _FLAGS),
    (
        (*_AGENTS, WiroAgentMessageOperator, WiroAgentStatusSensor),
        "agent",
        ("", " ", 7, None, {"title": "no guid"}, []),
    ),
    ((WiroRunModelOperator,), "model", ("nano", "a/b/c", "a b/c", "", 7, None)),
    ((WiroRunModelOperator,), "parameters", (*_JSON, {"x": ...}, {"x": math.nan}, {7: "x"}, {"": "x"})),
    ((WiroRunModelOperator,), "validate", _FLAGS),
    ((WiroRunModelOperator,), "allow_estimate", _FLAGS),
    ((WiroAgentMessageOperator,), "message", ("", " ", 7)),
    ((WiroAgentMessageOperator,), "session", ("", 7)),
    ((WiroAgentMessageOperator,), "files", ("cat.png", [7], {"a": "b"}, ["https://example.com/cat.png"])),
    ((WiroAgentMessageOperator,), "if_not_running", ("ask", "", None)),
    ((WiroDeployAgentOperator,), "title", _TEXTS),
    ((WiroDeployAgentOperator,), "template", ("social-manager",)),  # with skills
    ((WiroDeployAgentOperator,), "skills", ([], "", 7, [7], [""], {})),
    ((WiroDeployAgentOperator,), "tier", ("gold", "", None)),
    ((WiroDeployAgentOperator,), "description", ("", 7)),
    ((WiroDeployAgentOperator,), "if_exists", ("ask", "", None)),
    ((WiroDeployAgentOperator,), "start", _FLAGS),
    ((WiroDeployAgentOperator,), "wait_for_setup", _FLAGS),
    ((WiroDeployAgentOperator,), "redirect_url", ("", 7)),
    (
        (WiroDeployAgentOperator, WiroConfigureAgentOperator),
        "credentials",
        (*_JSON, {"gmail": "x"}, {"gmail": {"a": 7.5j}}),
    ),
    (_SETTING_UP, "strategies", (*_JSON, {"tone": 7}, {"": "x"})),
    (
        (WiroDeployAgentOperator, WiroConfigureAgentOperator),
        "schedules",
        (*_JSON, {"digest": 7}, {"digest": {"at": 9}}),
    ),
    ((WiroConfigureAgentOperator,), "skills", ("{", 7, [7], {"website": "on"})),
    ((WiroAgentTeardownOperator,), "cancel_subscription", _FLAGS),
    ((WiroAgentTeardownOperator,), "stop", _FLAGS),
    ((WiroUploadFileOperator,), "file", ("", " ", 7, None)),
    ((WiroUploadFileOperator,), "name", ("", " ", 7)),
    ((WiroUploadFileOperator,), "folder_id", ("", " ", {})),
    ((WiroDeleteTaskFilesOperator, WiroTaskSensor), "wiro_task_id", _IDS),
    ((WiroAgentMessageSensor,), "message_guid", _IDS),
    ((WiroAgentMessageSensor,), "agent_guid", _IDS),
    ((WiroAgentStatusSensor,), "wanted", ("happy", "", None)),
]
_CASES = [(kind, name, value) for kinds, name, values in _WRONG for kind in kinds for value in values]


def case_name(value: Any) -> str:
    return value.__name__ if isinstance(value, type) else repr(value)[:30]


@pytest.mark.parametrize(("kind", "name", "value"), _CASES, ids=case_name)
def test_wrong_argument_fails_the_dag_file_and_is_named(kind, name, value):
    with pytest.raises(ValueError, match="accepted") as caught:
        kind(task_id="t", **{**_VALID[kind], name: value})
    assert name.removesuffix("s") in str(caught.value)


@pytest.mark.parametrize("kind", classes_of("operators", "sensors"), ids=lambda kind: kind.__name__)
def test_every_argument_is_in_the_table(kind):
    in_table = {name for kinds, name, _ in _WRONG if kind in kinds}
    assert set(arguments_of(kind)) == in_table


@pytest.mark.parametrize("kind", _VALID, ids=lambda kind: kind.__name__)
def test_required_arguments_are_asked_for(kind):
    for name, parameter in arguments_of(kind).items():
        if parameter.default is parameter.empty:
            without = {key: value for key, value in _VALID[kind].items() if key != name}
            with pytest.raises((TypeError, Exception), match=name):
                kind(task_id="t", **without)


@pytest.mark.parametrize(
    ("kind", "arguments", "words"),
    [
        (WiroDeployAgentOperator, {"title": "x"}, "template and skills"),
        (WiroDeployAgentOperator, {"title": "x", "template": "a", "skills": ["b"]}, "template and skills"),
        (WiroConfigureAgentOperator, {"agent": _GUID}, "credentials, skills, strategies, schedules"),
        (WiroAgentTeardownOperator, {"agent": _GUID, "stop": False, "cancel_subscription": False}, "stop"),
        (WiroTaskSensor, {"wiro_task_id": "7", "mode": "reschedule", "deferrable": True}, "deferrable .* mode"),
    ],
)
def test_contradictions_are_named(kind, arguments, words):
    with pytest.raises(ValueError, match=words) as caught:
        kind(task_id="t", **arguments)
    assert "accepted" in str(caught.value)


@pytest.fixture(scope="module")
def sandbox():
    with Sandbox(time_scale=50) as running:
        yield running


#: A teardown of an agent that was never deployed is fine; a deployment makes no files; a connection that does not exist
#: is an error of Airflow's own.
_FINE = {(WiroAgentTeardownOperator, "agent"), (WiroDeployAgentOperator, "output_path")}
_RENDERED = [
    (kind, name, value)
    for kind, name, value in _CASES
    if name in kind.template_fields and name != "wiro_conn_id" and (kind, name) not in _FINE
    # What a template renders to is text, or what another task returned.
    if isinstance(value, str | int | float | list | dict) and not isinstance(value, bool)
]
_RENDERED.append((WiroUploadFileOperator, "file", "ftp4://host/cat.png"))


@pytest.mark.parametrize(("kind", "name", "value"), _RENDERED, ids=case_name)
def test_wrong_rendered_argument_fails_the_task_before_anything_is_sent(kind, name, value, sandbox, monkeypatch):
    connect(monkeypatch, sandbox)
    arguments = {**_VALID[kind], name: "{{ params.value }}"}
    if (kind, name) == (WiroDeployAgentOperator, "template"):
        del arguments["skills"]
        value = " "
    operator = kind(task_id="t", **arguments)
    assert getattr(operator, name) is not None
    # What rendering does.
    rendered = operator._secret(value) if name == "credentials" else value
    setattr(operator, name, rendered)
    with pytest.raises(AirflowFailException, match="accepted") as caught:
        execute(operator, context_of())
    assert name.removesuffix("s") in str(caught.value)
    assert sandbox.books.submissions == []
    assert sandbox.books.payments == []
