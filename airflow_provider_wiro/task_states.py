"""What Airflow thinks of a task instance at this moment, and what that means for the job that the task pays for.

Airflow calls `on_kill` not only when a task ends. It does so when a person clears a running or deferred task, whose new
try attaches to the same job; when a worker is shut down and the task is to be retried; when a trigger moves to another
triggerer. Only the state of the task instance tells these from a task that was marked failed or success.
"""

from __future__ import annotations

from typing import Any, Final

from attrs import frozen

__all__ = ["ENDED_STATES", "TaskInstanceId", "state_text"]

# What Airflow calls a task that its DAG has no more: nobody will attach to the job of one that was deleted either.
_REMOVED: Final = "removed"
#: A person, a failed DAG run or its timeout ended the task. In every other state it goes on somewhere.
ENDED_STATES: Final = frozenset({"failed", "success", "skipped", _REMOVED, "upstream_failed"})


@frozen
class TaskInstanceId:
    """Which task instance.

    Attributes:
        dag_id: Id of the DAG.
        run_id: Id of the DAG run.
        task_id: Id of the task.
        map_index: Index of a mapped task, else -1.
    """

    dag_id: str
    run_id: str
    task_id: str
    map_index: int

    @classmethod
    def of(cls, instance: Any) -> TaskInstanceId:
        """Return the id of whatever Airflow calls a task instance in a worker or a triggerer."""
        return cls(instance.dag_id, instance.run_id, instance.task_id, instance.map_index)

    def state(self) -> str | None:
        """Ask Airflow for the present state: None if the task instance has none, "removed" if it was deleted.

        It asks the supervisor and waits for its answer, or reads the database before Airflow 3.
        """
        try:
            from airflow.sdk.execution_time.task_runner import RuntimeTaskInstance
        except ImportError:
            return self._state_in_database()
        states = RuntimeTaskInstance.get_task_states(
            dag_id=self.dag_id, task_ids=[self.task_id], run_ids=[self.run_id], map_index=self.map_index
        )
        if self.run_id not in states:
            return _REMOVED
        # The inner key is the task id, with the map index appended for a mapped task: one row was asked for.
        return state_text(next(iter(states[self.run_id].values()), None))

    def _state_in_database(self) -> str | None:
        from airflow.models.taskinstance import TaskInstance
        from airflow.utils.session import create_session

        with create_session() as session:
            row = (
                session.query(TaskInstance.state)
                .filter_by(dag_id=self.dag_id, run_id=self.run_id, task_id=self.task_id, map_index=self.map_index)
                .one_or_none()
            )
        return state_text(row[0]) if row else _REMOVED


def state_text(state: Any) -> str | None:
    """Return a state as text, None for none; Airflow has it as text or as a member of an enumeration."""
    return None if state is None else str(getattr(state, "value", state))
