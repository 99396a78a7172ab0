"""What a DAG file costs at parse: the HTTP client, the socket library and the generated models wait."""

from __future__ import annotations

import json
import os
import subprocess
import sys

import pytest

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


@pytest.mark.parametrize(
    "module",
    ["airflow_provider_wiro.operators.models", "airflow_provider_wiro.example_dags.example_wiro_run_model"],
)
def test_parse_loads_nothing_heavy(baseline, module):
    added = modules_after(f"{_BASELINE}\nimport {module}") - baseline
    assert module in added
    heavy = {name for name in added if any(name == root or name.startswith(f"{root}.") for root in _HEAVY)}
    assert heavy == set()
