"""DAGs with agents, run by `dag.test()` against a sandbox; judged by the sandbox's books."""

from __future__ import annotations

import json
import os
import sqlite3
import threading
import time
from contextlib import closing

import pytest
from airflow.models.dagbag import DagBag

from tests.support.dag_runs import Ran, dag_of, written_during
from wiro.agent_lifecycle import AgentStatus

_CANARY = "canary-of-the-customer"


@pytest.fixture(scope="module", autouse=True)
def canary():
    os.environ["AIRFLOW_VAR_WIRO_CANARY"] = _CANARY
    yield _CANARY
    del os.environ["AIRFLOW_VAR_WIRO_CANARY"]


def agents_called(sandbox, beginning):
    return [agent for agent in sandbox._world.agents.instances if agent.title.startswith(beginning)]


@pytest.fixture(scope="module")
def life(airflow_home, sandbox, request):
    dag = dag_of(airflow_home, "agents", "agents_life")
    ran, ran_output = written_during(request.config, lambda: Ran(dag))
    ran.output = ran_output
    (ran.agent,) = agents_called(sandbox, "Bot of ")
    return ran


class TestLife:
    def test_all_tasks_succeed(self, life):
        assert set(life.states.values()) == {"success"}, (life.states, life.exceptions)

    def test_agent_was_deployed_and_paid_once(self, life, sandbox):
        assert life.results["deploy"]["agent_guid"] == life.agent.guid
        assert life.results["deploy"]["status"] == "running"
        assert len([one for one in sandbox.books.payments if one.useragentguid == life.agent.guid]) == 1

    def test_each_question_was_answered_once(self, life, sandbox):
        messages = sandbox._world.agents.messages.of_agent(life.agent.guid)
        assert sorted(message.content[:3] for message in messages) == ["one", "two"]
        results = [life.results["ask[0]"], life.results["ask[1]"]]
        assert {result["message_guid"] for result in results} == {message.guid for message in messages}
        for result, word in zip(results, ("one", "two"), strict=True):
            assert f"{word} of " in result["text"]
            assert "{{" not in result["text"]
            assert result["credits"] == 10.0

    def test_configuration_restarted_it(self, life):
        assert life.results["configure[0]"]["changed"] == ["strategies.tone", "credentials.gmail"]
        assert life.results["configure[0]"]["status"] == "running"

    def test_what_a_customer_typed_was_not_rendered(self, life):
        assert life.agent.credentials.get("gmail").value("account") == "{{ var.value.wiro_canary }}"
        written = [change for change in life.agent.credentials.history if change.name == "apppassword"]
        assert written[0].value == _CANARY

    def test_it_was_stopped_started_and_given_up(self, life):
        assert life.results["stop"]["status"] == "stopped"
        assert life.results["start"]["status"] == "running"
        assert life.results["give_up"]["status"] == "stopped"
        assert life.agent.status is AgentStatus.STOPPED
        assert life.agent.subscription.cancelled is True

    def test_secrets_are_in_no_log_xcom_or_rendered_template(self, life, airflow_home):
        # What customers typed comes from XCom, as this DAG wants it; it must not spread.
        results = {name: result for name, result in life.results.items() if name != "typed_by_customers"}
        assert life.agent.guid in life.output
        assert _CANARY not in life.output
        for secret in (_CANARY, "typed by a customer"):
            assert secret not in json.dumps(results)
        with closing(sqlite3.connect(airflow_home / "airflow.db")) as database:
            rows = database.execute("SELECT task_id, rendered_fields FROM rendered_task_instance_fields").fetchall()
        rendered = " ".join(str(fields) for task_id, fields in rows if task_id in ("deploy", "configure"))
        assert "apppassword" in rendered
        assert _CANARY not in rendered
        assert "typed by a customer" not in rendered
        # Neither the serialized DAG nor the rows of the triggers have it.
        assert _CANARY.encode() not in (airflow_home / "airflow.db").read_bytes()


def test_customer_connects_an_account(airflow_home, sandbox):
    def connect():
        deadline = time.monotonic() + 30
        while time.monotonic() < deadline:
            for agent in agents_called(sandbox, "Social of "):
                if agent.status is AgentStatus.SETUP_REQUIRED and sandbox.books.counts["user_agent_oauth_x_connect"]:
                    agents = sandbox._world.agents
                    loop = sandbox._server.loop
                    loop.call_soon_threadsafe(agents.connect, agent, "twitter", {"username": "acme"})
                    return
            time.sleep(0.1)

    person = threading.Thread(target=connect, daemon=True)
    person.start()
    ran = Ran(dag_of(airflow_home, "agents", "agents_customer"))
    person.join(30)
    assert set(ran.states.values()) == {"success"}, ran.exceptions
    (agent,) = agents_called(sandbox, "Social of ")
    assert ran.results["onboard"]["status"] == "running"
    assert ran.results["onboard"]["quoted_usd"] == 9
    assert set(ran.results["links"]) == {agent.guid}
    assert ran.results["links"][agent.guid]["twitter"].startswith("http")


def test_teardown_succeeds_though_there_is_no_agent(airflow_home):
    ran = Ran(dag_of(airflow_home, "agents", "agents_that_are_not_there"))
    assert ran.states == {"failing": "failed", "never": "upstream_failed", "gone": "success"}
    assert "there is no agent with the title or slug 'Nobody'" in ran.exceptions["failing"]
    assert ran.results["gone"]["status"] == "gone"


def test_serialized_dag_shows_names_of_credentials_only(airflow_home):
    from airflow.serialization.serialized_objects import SerializedDAG

    dag = DagBag(str(airflow_home / "dags" / "agents.py")).dags["agents_life"]
    to_dict = getattr(SerializedDAG, "to_dict", None)
    if to_dict is None:
        from airflow.serialization.serialized_objects import DagSerialization

        to_dict = DagSerialization.to_dict
    text = json.dumps(to_dict(dag))
    assert "apppassword" in text
    assert "wiro_canary" not in text
