"""DAGs run by `dag.test()`, which runs triggers inline and needs neither scheduler nor triggerer."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

__all__ = ["Ran", "dag_of", "written_during"]


class Ran:
    """A DAG run that has ended: states, results, links and exceptions by task id, `task_id[index]` of mapped tasks.

    Args:
        dag: The DAG; it is run now.
        conf: Its params.
    """

    def __init__(self, dag: Any, conf: dict[str, Any] | None = None) -> None:
        self.exceptions: dict[str, str] = {}
        for task in dag.tasks:
            known = task.on_failure_callback or []
            task.on_failure_callback = [*(known if isinstance(known, (list, tuple)) else [known]), self._remember]
        run = dag.test(run_conf=conf)
        self.state = str(run.get_state())
        self.states: dict[str, str] = {}
        self.tries: dict[str, int] = {}
        self.results: dict[str, Any] = {}
        self.links: dict[str, Any] = {}
        for instance in run.get_task_instances():
            name = instance.task_id if instance.map_index < 0 else f"{instance.task_id}[{instance.map_index}]"
            where = {"task_ids": instance.task_id, "map_indexes": instance.map_index}
            self.states[name] = str(instance.state)
            self.tries[name] = instance.try_number
            self.results[name] = instance.xcom_pull(key="return_value", **where)
            self.links[name] = instance.xcom_pull(key="_link_WiroModelLink", **where)

    def _remember(self, context: Any) -> None:
        self.exceptions[context["ti"].task_id] = f"{type(context['exception']).__name__}: {context['exception']}"


def dag_of(airflow_home: Path, name: str, dag_id: str | None = None) -> Any:
    """Return a DAG of the file `name`, which must have been imported without errors; `dag_id` if it is not the same."""
    from airflow.models.dagbag import DagBag

    bag = DagBag(str(airflow_home / "dags" / f"{name}.py"))
    assert bag.import_errors == {}
    return bag.dags[dag_id or name]


def written_during(config: Any, call: Callable[[], Any]) -> tuple[Any, str]:
    """Return what a call returns, and everything that the process writes meanwhile to stdout and stderr.

    Args:
        config: That of pytest, which captures both already: a second redirection would find nothing.
        call: What is done meanwhile.
    """
    capture = config.pluginmanager.getplugin("capturemanager")
    before = capture.read_global_capture()
    result = call()
    written = capture.read_global_capture()
    for stream, text in ((sys.stdout, before.out + written.out), (sys.stderr, before.err + written.err)):
        stream.write(text)
    return result, written.out + written.err
