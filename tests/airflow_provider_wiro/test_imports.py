"""What a DAG file costs at parse: the HTTP client, the socket library and the generated models wait."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from airflow import __version__ as airflow_version

import airflow_provider_wiro.example_dags
from airflow_provider_wiro.get_provider_info import get_provider_info

_PACKAGE = "airflow_provider_wiro"

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
from airflow.providers.common.compat.sdk import BaseSensorOperator, DecoratedOperator
from airflow.providers.common.compat.notifier import BaseNotifier
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


def _public_modules() -> list[str]:
    """Return every module that a DAG file may import, by the provider info."""
    info = get_provider_info()
    kinds = ("operators", "sensors", "triggers")
    names = {name for kind in kinds for entry in info[kind] for name in entry["python-modules"]}
    classes = [
        *info["notifications"],
        *info["extra-links"],
        *(entry["class-name"] for entry in info["task-decorators"]),
    ]
    names |= {name.rpartition(".")[0] for name in classes} | {f"{_PACKAGE}.files", f"{_PACKAGE}.lineage"}
    # Airflow 2 has no asset watchers.
    return sorted(names - ({f"{_PACKAGE}.triggers.watchers"} if airflow_version.startswith("2.") else set()))


@pytest.mark.parametrize("modules", [_public_modules(), _EXAMPLES], ids=["public", "examples"])
def test_parse_loads_nothing_heavy(baseline, modules):
    added = modules_after("\n".join([_BASELINE, *(f"import {module}" for module in modules)])) - baseline
    assert set(modules) <= added
    heavy = {name for name in added if any(name == root or name.startswith(f"{root}.") for root in _HEAVY)}
    assert heavy == set()


def test_importing_everything_is_quick_and_asks_nobody():
    code = """
import socket, time

def refuse(*arguments, **options):
    raise RuntimeError("an import used the network")

socket.socket.connect = socket.create_connection = socket.getaddrinfo = refuse
started = time.process_time()
"""
    modules = "\n".join(f"import {module}" for module in _public_modules())
    done = subprocess.run(
        [sys.executable, "-c", f"{_BASELINE}{code}{modules}\nprint('SECONDS=', time.process_time() - started)"],
        capture_output=True,
        text=True,
        timeout=60,
        check=True,
        env=os.environ.copy(),
    )
    # A DAG file with one operator may cost 40 ms, which `tests.bench` measures; these are all modules at once, on
    # machines that may be slow, and what is looked for here is a library of some hundred milliseconds.
    seconds = float(done.stdout.rpartition("SECONDS=")[2])
    assert seconds < 0.5


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
