"""Which remote jobs belong to which mapped task instance of the same task.

Mapped tasks may ask for exactly the same work. One of them that looks for a job whose id it never learned must not take
the job of a sibling for it, so each try says in XCom which job it has.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from airflow.providers.common.compat.sdk import Context

__all__ = ["CLAIM_KEY", "claim", "claimed_by_siblings"]

#: XCom key of the id of the remote job, there as soon as the job is submitted or attached to.
CLAIM_KEY: Final = "wiro_remote_id"


def claim(context: Context, remote_id: str) -> None:
    """Say which remote job this task instance has."""
    context["ti"].xcom_push(key=CLAIM_KEY, value=remote_id)


def claimed_by_siblings(context: Context) -> frozenset[str]:
    """Return the ids of the remote jobs that the other mapped task instances of this task have, in this DAG run."""
    instance: Any = context["ti"]
    if instance.map_index < 0:
        return frozenset()
    own = instance.xcom_pull(task_ids=instance.task_id, key=CLAIM_KEY, map_indexes=instance.map_index)
    return frozenset(str(value) for value in _values(instance) if value is not None and value != own)


def _values(instance: Any) -> list[Any]:
    identity = {"dag_id": instance.dag_id, "run_id": instance.run_id}
    try:
        from airflow.sdk.execution_time.xcom import XCom
    except ImportError:
        # Airflow 2, where task_ids of a mapped task stand for all of its instances.
        return list(instance.xcom_pull(task_ids=[instance.task_id], key=CLAIM_KEY))
    return list(XCom.get_all(key=CLAIM_KEY, task_id=instance.task_id, **identity) or ())
