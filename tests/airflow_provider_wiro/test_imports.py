"""What a DAG file costs at parse: the HTTP client, the socket library and the generated models wait."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

import airflow_provider_wiro.example_dags

_EXAMPLES = [
    f"airflow_provider_wiro.example_dags.{file.stem}"
    for file in Path(airflow_provider_wiro.example_dags.__path__[0]).glob("example_*.py")
]
_HEAVY = (
    "httpx",
    "websockets",
    "wiro_client.models",
    "wiro_client.api",
    "wiro.transport",
    "wiro.hub",
    "wiro.client",
    "anyio",
)
# What any DAG with one operator loads.
_BASELINE = """
import airflow, airflow.triggers.base
from airflow.providers.common.compat.sdk import BaseHook, BaseOperator, BaseOperatorLink, XCom, mask_secret
from airflow.providers.common.compat.sdk import AirflowException, AirflowFailException, TaskDeferred
from airflow.providers.common.compat.sdk import DAG, Param, task
"""


def modules_after(code: str) -> set[str]:
    report = "\nimport json, sys; print('MODULES=' + json.dumps(sorted(sys.modules)))"
    done = subprocess.run(
        [sys.executable, "-c", code + report],
        capture_output=True,
        text=True,
        timeout=60,
        check=True,
        env=os.environ.copy(),
    )
    return set(json.loads(done.stdout.rpartition("MODULES=")[2]))


@pytest.fixture(scope="module")
def baseline() -> set[str]:
    return modules_after(_BASELINE)


@pytest.mark.parametrize("modules", [["airflow_provider_wiro.operators.models"], _EXAMPLES], ids=["models", "examples"])
def test_parse_loads_nothing_heavy(baseline, modules):
    added = modules_after("\n".join([_BASELINE, *(f"import {module}" for module in modules)])) - baseline
    assert set(modules) <= added
    heavy = {name for name in added if any(name == root or name.startswith(f"{root}.") for root in _HEAVY)}
    assert heavy == set()


def test_checking_the_static_arguments_of_agents_loads_nothing_heavy(baseline):
    code = """
from airflow_provider_wiro.operators.agents import WiroConfigureAgentOperator
from airflow_provider_wiro.operators.deploy import WiroDeployAgentOperator
from airflow_provider_wiro.operators.messages import WiroAgentMessageOperator

credentials = {"gmail": {"account": "a", "apps": [{"id": "1"}]}}
WiroConfigureAgentOperator(task_id="a", agent="Bot", credentials=credentials, schedules={"digest": "0 9 * * *"})
WiroDeployAgentOperator(task_id="b", title="Bot", skills=["int-gmail-check"], credentials=credentials, max_cost_usd=9)
WiroAgentMessageOperator(task_id="c", agent="Bot", message="Hello")
"""
    added = modules_after(f"{_BASELINE}\n{code}") - baseline
    assert "airflow_provider_wiro.agent_setup" in added
    assert {name for name in added if any(name == root or name.startswith(f"{root}.") for root in _HEAVY)} == set()
