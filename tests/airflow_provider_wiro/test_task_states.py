from __future__ import annotations

from datetime import UTC, datetime
from types import SimpleNamespace

import pytest
from airflow import __version__ as airflow_version

from airflow_provider_wiro.task_states import ENDED_STATES, TaskInstanceId
from tests.support.airflow_home import migrate_database

_ID = TaskInstanceId("dag", "run", "paint", 3)


def test_id_is_read_from_whatever_airflow_has():
    instance = SimpleNamespace(dag_id="dag", run_id="run", task_id="paint", map_index=3, try_number=1)
    assert TaskInstanceId.of(instance) == _ID


def test_states_of_a_task_that_goes_on_are_no_end():
    going_on = {"deferred", "queued", "scheduled", "running", "restarting", "up_for_retry", "up_for_reschedule", None}
    assert going_on.isdisjoint(ENDED_STATES)


@pytest.mark.parametrize(
    ("answer", "state"),
    [({"run": {"paint_3": "failed"}}, "failed"), ({"run": {"paint_3": None}}, None), ({}, "removed")],
)
def test_supervisor_is_asked_for_one_row(monkeypatch, answer, state):
    runner = pytest.importorskip(
        "airflow.sdk.execution_time.task_runner", reason="NOT TESTED: Airflow 2 has no airflow.sdk"
    )
    asked = []
    monkeypatch.setattr(
        runner.RuntimeTaskInstance, "get_task_states", staticmethod(lambda **query: asked.append(query) or answer)
    )
    assert _ID.state() == state
    assert asked == [{"dag_id": "dag", "task_ids": ["paint"], "run_ids": ["run"], "map_index": 3}]


@pytest.mark.skipif(not airflow_version.startswith("2."), reason="this is how the other Airflow does it")
def test_database_is_asked_before_airflow_3():
    migrate_database()
    # The tables of task instances refer to users, whose model nothing else in here loads.
    import airflow.providers.fab.auth_manager.models  # noqa: F401
    from airflow.models.dag import DAG
    from airflow.operators.empty import EmptyOperator
    from airflow.utils.session import create_session
    from airflow.utils.state import DagRunState, TaskInstanceState
    from airflow.utils.types import DagRunType

    moment = datetime(2026, 1, 1, tzinfo=UTC)
    with DAG("states", start_date=moment, schedule=None) as dag:
        EmptyOperator(task_id="paint")
    dag.sync_to_db()
    run = dag.create_dagrun(
        run_id="run",
        run_type=DagRunType.MANUAL,
        state=DagRunState.RUNNING,
        execution_date=moment,
        data_interval=(moment, moment),
    )
    with create_session() as session:
        instance = session.merge(run.get_task_instance("paint"))
        instance.state = TaskInstanceState.RESTARTING
    assert TaskInstanceId("states", "run", "paint", -1).state() == "restarting"
    with create_session() as session:
        session.merge(instance).state = None
    assert TaskInstanceId("states", "run", "paint", -1).state() is None
    assert TaskInstanceId("states", "run", "paint", 5).state() == "removed", "it was deleted"
