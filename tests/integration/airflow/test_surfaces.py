"""Sensors, the decorator, the notifier and file operators in one DAG, and no secret of it on any surface.

Looked through are everything that the process writes, every byte of Airflow's database (XCom, rendered templates,
serialized DAGs, links, task states), its log files, the arguments of all triggers, exceptions, and how objects show
themselves. The canaries are key, secret, tokens of tasks and messages, and credentials sent to an agent.
"""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest
from airflow.providers.common.compat.sdk import TaskDeferred

from airflow_provider_wiro.hooks.wiro import WiroHook
from tests.support.dag_runs import Ran, dag_of, written_during
from wiro.sandbox import Sandbox

_KEY = "canary-key-4d1f2b60"
_SECRET = "canary-secret-9a1f2b60"
_WRONG = "canary-wrong-7c1f2b60"
_PASSWORD = "canary-password-5e1f2b60"
_ACCOUNT = "canary-account-3b1f2b60"


@pytest.fixture(scope="module")
def canary_sandbox():
    with Sandbox(port=0, time_scale=10, api_key=_KEY, api_secret=_SECRET, require_signature=True) as running:
        yield running


@pytest.fixture(scope="module")
def variables(canary_sandbox, tmp_path_factory):
    folder = tmp_path_factory.mktemp("surfaces")
    (folder / "note.txt").write_text("a note")
    address = {"conn_type": "wiro", "host": canary_sandbox.base_url}
    secret = {"api_secret": _SECRET}
    added = {
        "AIRFLOW_CONN_CANARY": json.dumps({**address, "password": _KEY, "extra": secret}),
        "AIRFLOW_CONN_CANARY_WRONG": json.dumps({**address, "password": _WRONG, "extra": {"api_secret": _WRONG}}),
        "AIRFLOW_CONN_CANARY_MISTYPED": json.dumps({**address, "password": _KEY, "extra": {"api_secert": _SECRET}}),
        "AIRFLOW_VAR_SURFACES_PASSWORD": _PASSWORD,
        "AIRFLOW_VAR_SURFACES_ACCOUNT": _ACCOUNT,
        "SURFACES_FOLDER": str(folder),
    }
    os.environ.update(added)
    yield folder
    for name in added:
        del os.environ[name]


@pytest.fixture(scope="module")
def triggers():
    """Arguments of every trigger that a task defers to: what lies in the table of triggers."""
    seen = []
    original = TaskDeferred.__init__

    def remember(self, *, trigger, **options):
        seen.append((trigger.serialize(), repr(trigger)))
        original(self, trigger=trigger, **options)

    TaskDeferred.__init__ = remember
    yield seen
    TaskDeferred.__init__ = original


@pytest.fixture(scope="module")
def ran(airflow_home, variables, triggers, request):
    dag = dag_of(airflow_home, "surfaces")
    ran, ran_output = written_during(request.config, lambda: Ran(dag))
    ran.dag, ran.output = dag, ran_output.encode()
    return ran


def test_every_task_ends_as_it_should(ran):
    failed = {"failing", "refused", "wrong"}
    expected = {name: "failed" if name in failed else "success" for name in ran.states} | {"skipped": "skipped"}
    assert ran.states == expected, ran.exceptions
    assert len(ran.states) == 16


def test_decorated_functions_ran_their_models(ran, canary_sandbox):
    prompts = [entry.parameters["prompt"] for entry in canary_sandbox.books.submissions]
    assert f"a picture of {ran.results['upload']}" in prompts
    assert {ran.results[f"describe[{index}]"]["text"] != "" for index in (0, 1)} == {True}
    assert len([prompt for prompt in prompts if prompt.startswith(("a fox in ", "an owl in "))]) == 2
    assert ran.links["paint"] == "https://wiro.ai/models/sandbox/image"
    assert ran.links["describe[1]"] == "https://wiro.ai/models/sandbox/language"


def test_sensors_saw_what_the_operators_made(ran):
    for sensor in ("watched", "poked"):
        assert ran.results[sensor]["task_id"] == ran.results["paint"]["task_id"]
    assert ran.results["answered"]["text"] == ran.results["ask"]["text"]
    assert ran.results["running"]["status"] == "running"


def test_files_were_saved_and_deleted(ran):
    (output,) = ran.results["paint"]["outputs"]
    assert Path(output["path"]).stat().st_size == output["size"]
    assert ran.results["deleted"] == {"task_id": ran.results["paint"]["task_id"], "outputs": 1}


def test_agent_was_told_once_of_the_failure(ran, canary_sandbox):
    (agent,) = [one for one in canary_sandbox._world.agents.instances if one.title == "Canary bot"]
    told = [
        one.content for one in canary_sandbox._world.agents.messages.of_agent(agent.guid) if one.session == "failures"
    ]
    assert told == ["failing of surfaces failed"]


def test_mistyped_field_of_the_connection_is_named(ran):
    assert "unknown field 'api_secert'; did you mean 'api_secret'" in ran.exceptions["wrong"]
    assert ran.exceptions["refused"].startswith("AirflowFailException: Nothing was submitted")


def test_no_surface_shows_a_secret(ran, canary_sandbox, airflow_home, triggers):
    world = canary_sandbox._world
    tokens = [task.token for task in world.tasks]
    tokens += [
        message.token for agent in world.agents.instances for message in world.agents.messages.of_agent(agent.guid)
    ]
    assert len(tokens) >= 6
    secrets = [_KEY, _SECRET, _WRONG, _PASSWORD, _ACCOUNT, *tokens]
    surfaces = {"output": ran.output, "triggers": repr(triggers).encode(), "exceptions": repr(ran.exceptions).encode()}
    surfaces["results"] = repr([ran.results, ran.links]).encode()
    surfaces["objects"] = repr([(task, vars(task)) for task in ran.dag.tasks]).encode()
    surfaces["hook"] = repr([WiroHook("canary"), vars(WiroHook("canary"))]).encode()
    with WiroHook("canary").get_conn() as client:
        surfaces["client"] = repr([client, client.config, client.attach("7")]).encode()
    for path in [*airflow_home.glob("airflow.db*"), *airflow_home.glob("logs/**/*.log")]:
        surfaces[path.name] = path.read_bytes()
    assert len(triggers) >= 4
    assert b"Wiro task" in ran.output
    leaks = [
        (name, secret, content[max(0, content.index(secret.encode()) - 200) : content.index(secret.encode()) + 80])
        for name, content in surfaces.items()
        for secret in secrets
        if secret.encode() in content
    ]
    assert leaks == []
