"""A local Wiro and a real Airflow 3.3 beside it, in a temporary folder on free ports."""

from __future__ import annotations

import json
import os
import secrets
import shutil
import signal
import sys
import tempfile
import threading
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any, ClassVar, Self

import httpx

from demo.airflow_api import AirflowApi
from demo.processes import ManagedProcess, ProcessFailedError, free_ports, stop_all

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    import psutil

__all__ = ["CONNECTION_ID", "Stack"]

CONNECTION_ID = "wiro_default"
_SANDBOX_KEY = "sandbox-key"
_SANDBOX_SECRET = "sandbox-secret"  # noqa: S105 - the documented secret of the local sandbox
_COMMAND_SECONDS = 90.0


class Stack:
    """Starts and stops the sandbox and Airflow's four components; use it as a context manager.

    Args:
        dag_files: Files copied into the DAG folder.
        say: Called with a line about what happens now.
        settings: More environment variables for Airflow.
        sandbox_arguments: More arguments for ``python -m wiro.sandbox``.

    Raises:
        ProcessFailedError: A component ended or was not ready in time; the message names it and its log.
    """

    #: What runs beside the triggerer, by name, and what must be healthy before it is of use.
    _components: ClassVar[Mapping[str, Sequence[str]]] = {
        "api-server": ("api-server",),
        "scheduler": ("scheduler",),
        "dag-processor": ("dag-processor",),
    }
    _health_names: ClassVar[Sequence[str]] = ("metadatabase", "scheduler", "triggerer", "dag_processor")
    _api_class: ClassVar[type[AirflowApi]] = AirflowApi

    def __init__(
        self,
        dag_files: Sequence[Path],
        *,
        say: Callable[[str], object] = str,
        settings: Mapping[str, str] | None = None,
        sandbox_arguments: Sequence[str] = (),
    ) -> None:
        self._dag_files = dag_files
        self._say = say
        self._settings = dict(settings or {})
        self._sandbox_arguments = list(sandbox_arguments)
        self.processes: dict[str, ManagedProcess] = {}
        self._orphans: list[psutil.Process] = []
        self.folder = Path(tempfile.mkdtemp(prefix="wiro-airflow-"))
        self.logs = self.folder / "component-logs"
        self.username = "admin"
        self.password = secrets.token_urlsafe(9)
        api_port, self.sandbox_port, self._worker_log_port = free_ports(3)
        self.airflow_url = f"http://127.0.0.1:{api_port}"
        self._api_port = api_port
        self.sandbox_url = f"http://127.0.0.1:{self.sandbox_port}"
        self.api = self._api_class(self.airflow_url, self.username, self.password)

    def __enter__(self) -> Self:
        try:
            self._start()
        except BaseException as error:
            # The logs are what a person needs now: stop everything, keep the folder.
            self.stop(keep_folder=not isinstance(error, KeyboardInterrupt))
            raise
        return self

    def __exit__(self, exception_type: type[BaseException] | None, *rest: object) -> None:
        failed = exception_type is not None and not issubclass(exception_type, KeyboardInterrupt)
        self.stop(keep_folder=failed)

    def stop(self, *, keep_folder: bool = False) -> None:
        """Stop every process; remove the folder unless its logs are still wanted. Safe to call twice."""
        if self.processes:
            self._say("stopping every process")
        # A second Ctrl-C must not leave half of them running.
        previous = signal.signal(signal.SIGINT, signal.SIG_IGN) if _in_main_thread() else None
        try:
            stop_all(list(self.processes.values()), self._orphans)
        finally:
            if previous is not None:
                signal.signal(signal.SIGINT, previous)
        self.processes.clear()
        self.api.close()
        if not keep_folder:
            shutil.rmtree(self.folder, ignore_errors=True)

    def books(self) -> dict[str, Any]:
        """What the sandbox counted: submissions, charges, cancels, frames."""
        answer: dict[str, Any] = httpx.get(f"{self.sandbox_url}/_sandbox/books", timeout=10, trust_env=False).json()
        return answer

    def start_triggerer(self, name: str) -> None:
        """Start one more triggerer; each serves its logs on a port of its own."""
        port = str(free_ports(1)[0])
        self._start_component(name, ["triggerer"], {"AIRFLOW__LOGGING__TRIGGER_LOG_SERVER_PORT": port})

    def start_component(self, name: str) -> None:
        """Start a component that `kill` has ended: `scheduler`, `api-server` or `dag-processor`."""
        self._start_component(name, self._components[name])

    def kill(self, name: str, *, descendants: bool = True) -> None:
        """Kill a component (-9); it is not expected to be alive any more.

        Args:
            name: A key of `processes`.
            descendants: Whether what it started dies with it. What is left behind is stopped with the stack.
        """
        self._orphans += self.processes.pop(name).kill(descendants=descendants)

    def check(self) -> None:
        """Raise ProcessFailedError if any component has ended."""
        for process in self.processes.values():
            process.check()

    def wait_until(self, what: str, ready: Callable[[], bool], timeout: float, interval: float = 0.25) -> None:
        """Wait until ``ready()`` is true while every component stays alive.

        Args:
            what: Named in the error when it takes longer than ``timeout`` seconds.
            ready: Asked every ``interval`` seconds.
            timeout: Seconds.
            interval: Seconds.
        """
        deadline = time.monotonic() + timeout
        while not ready():
            self.check()
            if time.monotonic() > deadline:
                message = f"{what} took longer than {timeout:.0f} s; the logs are in {self.logs}"
                raise ProcessFailedError(message)
            time.sleep(interval)

    @property
    def environment(self) -> dict[str, str]:
        """What Airflow runs with: our environment less this machine's Airflow and Wiro settings, plus the stack's."""
        inherited = {name: value for name, value in os.environ.items() if not name.startswith(("AIRFLOW", "WIRO_"))}
        return inherited | {
            "AIRFLOW_HOME": str(self.folder / "airflow"),
            "AIRFLOW__API_AUTH__JWT_SECRET": self._jwt_secret,
            "AIRFLOW__API__BASE_URL": self.airflow_url,
            "AIRFLOW__API__HOST": "127.0.0.1",
            "AIRFLOW__API__PORT": str(self._api_port),
            "AIRFLOW__API__WORKERS": "1",
            "AIRFLOW__CORE__DAGS_ARE_PAUSED_AT_CREATION": "False",
            "AIRFLOW__CORE__DAGS_FOLDER": str(self.folder / "dags"),
            "AIRFLOW__CORE__EXECUTION_API_SERVER_URL": f"{self.airflow_url}/execution/",
            "AIRFLOW__CORE__EXECUTOR": "LocalExecutor",
            "AIRFLOW__CORE__FERNET_KEY": self._fernet_key,
            "AIRFLOW__CORE__LOAD_EXAMPLES": "False",
            "AIRFLOW__CORE__PARALLELISM": "4",
            "AIRFLOW__CORE__SIMPLE_AUTH_MANAGER_PASSWORDS_FILE": str(self.folder / "passwords.json"),
            "AIRFLOW__CORE__SIMPLE_AUTH_MANAGER_USERS": f"{self.username}:admin",
            # Seconds to wait for another component's write; after SQLite's five, a busy machine fails healthy tasks.
            "AIRFLOW__DATABASE__SQL_ALCHEMY_CONN": f"sqlite:///{self.folder / 'airflow' / 'airflow.db'}?timeout=60",
            "AIRFLOW__LOGGING__WORKER_LOG_SERVER_PORT": str(self._worker_log_port),
            "AIRFLOW__SCHEDULER__ENABLE_HEALTH_CHECK": "False",
            # A finished worker lingers for one heartbeat; with the default of 5 s that race can fail a short deferral.
            "AIRFLOW__WORKERS__MIN_HEARTBEAT_INTERVAL": "1",
            "AIRFLOW__SCHEDULER__SCHEDULER_IDLE_SLEEP_TIME": "0.2",
            "NO_PROXY": "127.0.0.1,localhost",
            "no_proxy": "127.0.0.1,localhost",
            "PYTHONUNBUFFERED": "1",
            **self._settings,
        }

    def _start(self) -> None:
        self._jwt_secret = secrets.token_urlsafe(48)
        self._fernet_key = _new_fernet_key()
        for folder in (self.logs, self.folder / "airflow", self.folder / "dags"):
            folder.mkdir(parents=True, exist_ok=True)
        (self.folder / "passwords.json").write_text(json.dumps({self.username: self.password}))
        for file in self._dag_files:
            shutil.copy(file, self.folder / "dags" / file.name)
        self._say("starting the local Wiro and preparing Airflow's database")
        self.processes["sandbox"] = ManagedProcess(
            "sandbox",
            [sys.executable, "-m", "wiro.sandbox", "--port", str(self.sandbox_port), *self._sandbox_arguments],
            self.environment,
            self.logs,
        )
        self._prepare_database()
        self._say(f"starting Airflow: {', '.join(self._components)}, triggerer")
        for component in self._components:
            self.start_component(component)
        self.start_triggerer("triggerer")
        self.wait_until("Airflow's start", self._healthy, 120)
        self.wait_until("the sandbox's start", self._sandbox_ready, 20)
        self.api.log_in()
        self.api.create_connection(
            {
                "connection_id": CONNECTION_ID,
                "conn_type": "wiro",
                "host": f"{self.sandbox_url}/v1",
                "password": _SANDBOX_KEY,
                "extra": json.dumps(
                    {"api_secret": _SANDBOX_SECRET, "socket_url": f"ws://127.0.0.1:{self.sandbox_port}/v1"}
                ),
            }
        )
        for file in self._dag_files:
            self.wait_until(f"parsing {file.name}", lambda dag_id=file.stem: self._parsed(dag_id), 60)  # type: ignore[misc]

    def _prepare_database(self) -> None:
        self._run_command("db-migrate", ["db", "migrate"])

    def _run_command(self, name: str, arguments: Sequence[str]) -> None:
        """Run an Airflow command that ends by itself."""
        command = [sys.executable, "-m", "airflow", *arguments]
        process = ManagedProcess(name, command, self.environment, self.logs)
        try:
            process.wait(_COMMAND_SECONDS)
        finally:
            process.stop()

    def _start_component(self, name: str, arguments: Sequence[str], settings: Mapping[str, str] | None = None) -> None:
        environment = self.environment | dict(settings or {})
        command = [sys.executable, "-m", "airflow", *arguments]
        self.processes[name] = ManagedProcess(name, command, environment, self.logs)

    def _healthy(self) -> bool:
        health = self.api.health()
        return all(health.get(name) == "healthy" for name in self._health_names)

    def _sandbox_ready(self) -> bool:
        try:
            self.books()
        except httpx.TransportError:
            return False
        return True

    def _parsed(self, dag_id: str) -> bool:
        errors = self.api.import_errors()
        if errors:
            message = f"Airflow could not import a DAG file:\n{errors[0]}"
            raise ProcessFailedError(message)
        return self.api.dag_is_parsed(dag_id)


def _in_main_thread() -> bool:
    return threading.current_thread() is threading.main_thread()


def _new_fernet_key() -> str:
    # Airflow's own dependency; without a key trigger arguments would stand in the database in plain text.
    from cryptography.fernet import Fernet

    return Fernet.generate_key().decode()
