from __future__ import annotations

from types import SimpleNamespace

import pytest
from airflow import __version__ as airflow_version

from airflow_provider_wiro.success import after_success
from airflow_provider_wiro.task_states import TaskInstanceId

_ID = TaskInstanceId("dag", "run", "paint", -1)


@pytest.mark.skipif(airflow_version.startswith("2."), reason="this is how the other Airflow does it")
def test_airflow_3_does_not_tell_the_process_of_the_task():
    called = []
    assert after_success(_ID, lambda: called.append(1)) is False
    assert called == []


@pytest.mark.skipif(not airflow_version.startswith("2."), reason="this is how the other Airflow does it")
def test_airflow_2_tells_once_and_only_of_this_task_instance():
    from airflow.listeners.listener import get_listener_manager

    called = []
    assert after_success(_ID, lambda: called.append(1)) is True
    for run_id in ("other", "run", "run"):
        instance = SimpleNamespace(dag_id="dag", run_id=run_id, task_id="paint", map_index=-1)
        get_listener_manager().hook.on_task_instance_success(
            previous_state="running", task_instance=instance, session=None
        )
    assert called == [1]
