"""An Airflow that says what a test wants about the state of a task instance."""

from __future__ import annotations

from typing import TYPE_CHECKING

from airflow_provider_wiro.task_states import TaskInstanceId

if TYPE_CHECKING:
    import pytest

__all__ = ["let_airflow_say"]


def let_airflow_say(monkeypatch: pytest.MonkeyPatch, state: str | Exception | None) -> list[TaskInstanceId]:
    """Let Airflow tell this state of every task instance, or fail; return the ids that are asked for from now on."""
    asked: list[TaskInstanceId] = []

    def say(instance: TaskInstanceId) -> str | None:
        asked.append(instance)
        if isinstance(state, Exception):
            raise state
        return state

    monkeypatch.setattr(TaskInstanceId, "state", say)
    return asked
