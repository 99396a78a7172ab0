from __future__ import annotations

from types import SimpleNamespace

import pytest

from airflow_provider_wiro import claims


def context_of(map_index, values=()):
    pushed = []

    def pull(*, task_ids, key, map_indexes=None):
        assert (task_ids if isinstance(task_ids, str) else task_ids[0], key) == ("paint", "wiro_remote_id")
        return values[map_indexes] if map_indexes is not None else list(values)

    instance = SimpleNamespace(
        dag_id="dag",
        run_id="run",
        task_id="paint",
        map_index=map_index,
        xcom_push=lambda key, value: pushed.append((key, value)),
        xcom_pull=pull,
    )
    return {"ti": instance, "pushed": pushed}


@pytest.fixture(autouse=True)
def _all_values(monkeypatch):
    """What Airflow 3 answers about all instances of a mapped task; Airflow 2 is asked through the task instance."""
    try:
        from airflow.sdk.execution_time.xcom import XCom
    except ImportError:
        return
    monkeypatch.setattr(XCom, "get_all", lambda **query: query.get("values"))
    monkeypatch.setattr(
        claims, "_values", lambda instance: instance.xcom_pull(task_ids=[instance.task_id], key=claims.CLAIM_KEY)
    )


def test_claim_is_an_xcom():
    context = context_of(-1)
    claims.claim(context, "7")
    assert context["pushed"] == [("wiro_remote_id", "7")]


def test_only_mapped_tasks_have_siblings():
    assert claims.claimed_by_siblings(context_of(-1)) == frozenset()


def test_own_claim_and_siblings_without_one_do_not_count():
    assert claims.claimed_by_siblings(context_of(1, ["5", "6", None])) == {"5"}
