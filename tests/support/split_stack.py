"""Airflow 3.3 with one api-server for people and one for tasks.

On SQLite one process for both comes to a standstill for a minute whenever a person's request, which writes in the event
loop, waits for the lock of a task's request, which the event loop must finish.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from demo.processes import free_ports
from demo.stack import Stack

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from pathlib import Path

__all__ = ["SplitStack"]


class SplitStack(Stack):
    """A stack with two api-servers.

    Args:
        dag_files: Files copied into the DAG folder.
        say: Called with a line about what happens now.
        settings: More environment variables for Airflow.
        sandbox_arguments: More arguments for ``python -m wiro.sandbox``.
    """

    _components: ClassVar[Mapping[str, Sequence[str]]] = {
        **Stack._components,
        "api-server": ("api-server", "--apps", "core"),
        "execution-api": ("api-server", "--apps", "execution"),
    }

    def __init__(
        self,
        dag_files: Sequence[Path],
        *,
        say: Callable[[str], object] = str,
        settings: Mapping[str, str] | None = None,
        sandbox_arguments: Sequence[str] = (),
    ) -> None:
        (port,) = free_ports(1)
        address = {"AIRFLOW__CORE__EXECUTION_API_SERVER_URL": f"http://127.0.0.1:{port}/execution/"}
        super().__init__(
            dag_files, say=say, settings={**(settings or {}), **address}, sandbox_arguments=sandbox_arguments
        )
        self._execution_port = port

    def _start_component(self, name: str, arguments: Sequence[str], settings: Mapping[str, str] | None = None) -> None:
        own = {"AIRFLOW__API__PORT": str(self._execution_port)} if name == "execution-api" else {}
        super()._start_component(name, arguments, {**(settings or {}), **own})
