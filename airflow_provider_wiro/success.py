"""Doing something once Airflow 2 has recorded that a task instance succeeded, which is after its last own line of code.

Airflow calls `on_success_callback` before it commits the success, and listeners after that.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable

    from airflow_provider_wiro.task_states import TaskInstanceId

__all__ = ["after_success"]


def after_success(instance: TaskInstanceId, action: Callable[[], object]) -> bool:
    """Call a function in this process after the success of a task instance was committed.

    A process that dies before never calls it, which is the point.

    Returns:
        Whether it will be called. Airflow 3 records success outside of the process of the task.
    """
    try:
        import airflow.sdk  # noqa: F401
    except ImportError:
        from airflow.listeners import hookimpl
        from airflow.listeners.listener import get_listener_manager
    else:
        return False

    manager: Any = get_listener_manager()

    class Listener:
        @hookimpl
        def on_task_instance_success(self, task_instance: Any) -> None:
            if instance == type(instance).of(task_instance):
                manager.pm.unregister(self)
                action()

    manager.add_listener(Listener())
    return True
