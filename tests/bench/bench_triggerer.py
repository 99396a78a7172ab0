"""A thousand deferred runs in one real triggerer: memory, processor time and how soon the end of a run is known.

Beside Wiro's own trigger, triggers that poll at the intervals of the dbt Cloud and the Databricks provider wait for as
many runs, one kind after the other in a fresh triggerer each. Nothing but a triggerer and a database runs, besides
the sandbox: no worker and no scheduler takes time away.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Any, Final

import httpx
import psutil

from demo.processes import ManagedProcess, free_ports, stop_all
from tests.support.airflow_home import airflow_environment

#: Limits for Wiro's trigger: milliseconds at the median and at the 99th percentile, sockets, KB of one trigger, cores.
LIMITS: Final = {"p50_ms": 50.0, "p99_ms": 500.0, "sockets": 1, "kilobytes_each": 100.0, "idle_cores": 0.2}

_FOLDER: Final = Path(__file__).parent
_KEY: Final = "sandbox-key"
_READS: Final = ("tasks_detail", "tasks_list")
_IDLE_SECONDS: Final = 30.0
_ENDING_A_SECOND: Final = 50
#: Seconds between two questions about one run, and whether each opens a connection of its own (see docs/benchmarks.md).
_POLLERS: Final = {"databricks": (30.0, False), "dbt_cloud": (60.0, True)}


class Bench:
    """A database, a sandbox, and one triggerer at a time."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._port, log_port = free_ports(2)
        self.url = f"http://127.0.0.1:{self._port}"
        home = folder / "airflow"
        shutil.copytree(_FOLDER / "dags", home / "dags", ignore=shutil.ignore_patterns("__pycache__"))
        self._environment = os.environ | airflow_environment(home)
        self._environment |= {
            # The triggerer and `trigger_rows` write at the same time.
            "AIRFLOW__DATABASE__SQL_ALCHEMY_CONN": f"sqlite:///{home / 'airflow.db'}?timeout=60",
            "AIRFLOW__LOGGING__TRIGGER_LOG_SERVER_PORT": str(log_port),
            "PYTHONPATH": os.pathsep.join([str(_FOLDER / "plugins"), *filter(None, [os.environ.get("PYTHONPATH")])]),
        }
        self.processes: list[ManagedProcess] = []

    def prepare(self) -> None:
        """Start the sandbox; make the tables, the connection, the DAG and its task instances."""
        command = [sys.executable, "-m", "wiro.sandbox", "--port", str(self._port), "--balance", "100000"]
        self.processes.append(ManagedProcess("sandbox", command, self._environment, self._folder))
        self._airflow("db", "migrate")
        connection = {"conn_type": "wiro", "password": _KEY, "host": f"{self.url}/v1"}
        self._airflow("connections", "add", "wiro_default", "--conn-json", json.dumps(connection))
        self._airflow("dags", "reserialize")
        self._airflow("dags", "trigger", "bench_triggers")

    def books(self) -> dict[str, Any]:
        """Return the sandbox's books."""
        answer: dict[str, Any] = httpx.get(f"{self.url}/_sandbox/books", timeout=60, trust_env=False).json()
        return answer

    def start_triggerer(self) -> psutil.Process:
        """Start a triggerer and return the process in which triggers run, once it is idle."""
        command = [sys.executable, "-m", "airflow", "triggerer"]
        self.processes.append(ManagedProcess("triggerer", command, self._environment, self._folder))
        supervisor = psutil.Process(self.processes[-1].pid)
        deadline = time.monotonic() + 60
        # The other child serves logs; the runner is the one that the supervisor talks to over pipes of its own.
        while not (runners := [child for child in supervisor.children() if _is_runner(child)]):
            if time.monotonic() > deadline:
                raise TimeoutError("The triggerer started no process for triggers.")
            time.sleep(0.5)
        time.sleep(5)
        return runners[0]

    def stop_triggerer(self) -> None:
        """Stop it, and wait until it is gone."""
        stop_all([self.processes.pop()])

    def add(self, triggers: list[tuple[str, dict[str, Any]]]) -> None:
        """Defer one task instance on each trigger."""
        self._rows("add", "\n".join(json.dumps(trigger) for trigger in triggers))

    def events(self) -> list[dict[str, Any]]:
        """Return the events that have come since the last call."""
        lines = self._rows("events").splitlines()
        return [json.loads(line.removeprefix("EVENT=")) for line in lines if line.startswith("EVENT=")]

    def _rows(self, command: str, text: str = "") -> str:
        done = subprocess.run(
            [sys.executable, "-m", "tests.bench.trigger_rows", command],
            input=text, capture_output=True, text=True, env=self._environment, cwd=_FOLDER.parents[1], check=False,
        )  # fmt: skip
        if done.returncode:
            raise RuntimeError(done.stderr[-4000:])
        return done.stdout

    def _airflow(self, *arguments: str) -> None:
        subprocess.run(
            [sys.executable, "-m", "airflow", *arguments], env=self._environment, check=True, capture_output=True
        )


def _is_runner(process: psutil.Process) -> bool:
    """Tell the process of the triggers from the one that serves logs, and from tools that run at the start."""
    try:
        command = " ".join(process.cmdline())
    except psutil.NoSuchProcess:
        return False
    return "airflow" in command and "serve-logs" not in command and "gunicorn" not in process.name()


async def submit(url: str, seconds: list[float]) -> list[str]:
    """Submit a run for each number of seconds that it takes from now on, and return their ids."""
    started = time.monotonic()
    turn = asyncio.Semaphore(16)
    async with httpx.AsyncClient(headers={"x-api-key": _KEY}, timeout=60, trust_env=False) as client:

        async def one(takes: float) -> str:
            async with turn:
                body = {"prompt": "wait", "width": 64, "height": 64, "seconds": takes - (time.monotonic() - started)}
                answer = await client.post(f"{url}/v1/Run/sandbox/image", json=body)
                return str(answer.json()["taskid"])

        return list(await asyncio.gather(*map(one, seconds)))


def measure(bench: Bench, kind: str, count: int, quiet: float) -> dict[str, Any]:
    """Let as many triggers of one kind wait until their runs end, and return what that took.

    Args:
        bench: Where.
        kind: `wiro`, or one of the pollers.
        count: Triggers.
        quiet: Seconds until the first run ends. All triggers must run well before.
    """
    runner = bench.start_triggerer()
    before, counts_before = bench.books(), runner.memory_info().rss
    task_ids = asyncio.run(submit(bench.url, [quiet + number / _ENDING_A_SECOND for number in range(count)]))
    started = time.monotonic()
    if kind == "wiro":
        common = {
            "version": 1,
            "wiro_conn_id": "wiro_default",
            "model": "sandbox/image",
            "deadline": time.time() + 3600,
        }
        classpath = "airflow_provider_wiro.triggers.models.WiroTaskTrigger"
        bench.add([(classpath, {**common, "wiro_task_id": task_id}) for task_id in task_ids])
    else:
        seconds, reconnects = _POLLERS[kind]
        common = {"url": f"{bench.url}/v1", "seconds": seconds, "reconnects": reconnects}
        bench.add([("polling_trigger.PollingTrigger", {**common, "wiro_task_id": task_id}) for task_id in task_ids])
    time.sleep(max(0.0, quiet - _IDLE_SECONDS - 5.0 - (time.monotonic() - started)))
    idle = _idle(bench, runner)
    used = _processor_seconds(runner)
    events: list[dict[str, Any]] = []
    deadline = time.monotonic() + 240
    while len(events) < count and time.monotonic() < deadline:
        time.sleep(10)
        events += bench.events()
    used = _processor_seconds(runner) - used
    after = bench.books()
    finished = {row["taskid"]: row["finished_at"] for row in after["submissions"]}
    late = sorted((event["result"]["finished_at"] - finished[event["remote_id"]]) * 1000 for event in events)
    bench.stop_triggerer()
    details, lists = (after["counts"].get(name, 0) - before["counts"].get(name, 0) for name in _READS)
    return {
        "events": len(late),
        "p50_ms": round(statistics.median(late), 1),
        "p99_ms": round(late[int(len(late) * 0.99)], 1),
        "sockets": after["sockets"]["opened"] - before["sockets"]["opened"],
        "details_each": round(details / count, 2),
        "lists": lists,
        "megabytes_before": round(counts_before / 1e6),
        "ending_cpu_ms_each": round(used * 1000 / count, 2),
        "kilobytes_each": round((idle.pop("rss") - counts_before) / 1e3 / count, 1),
        **idle,
    }


def _idle(bench: Bench, runner: psutil.Process) -> dict[str, Any]:
    """Watch the triggers wait for a while."""
    requests = bench.books()["counts"].get("tasks_detail", 0)
    used = _processor_seconds(runner)
    time.sleep(_IDLE_SECONDS)
    used = _processor_seconds(runner) - used
    asked = bench.books()["counts"].get("tasks_detail", 0) - requests
    port = int(bench.url.rpartition(":")[2])
    connections = [one for one in runner.net_connections("tcp") if one.raddr and one.raddr.port == port]
    return {
        "rss": runner.memory_info().rss,
        "idle_cores": round(used / _IDLE_SECONDS, 3),
        "idle_requests_a_second": round(asked / _IDLE_SECONDS, 1),
        "idle_connections": len(connections),
    }


def _processor_seconds(process: psutil.Process) -> float:
    times = process.cpu_times()
    return times.user + times.system


def main() -> int:
    """Print what was measured as JSON; fail over a limit of Wiro's trigger."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--triggers", type=int, default=1000)
    parser.add_argument("--quiet", type=float, default=130.0, help="seconds until the first run ends")
    parser.add_argument("--kinds", nargs="*", default=["wiro", *_POLLERS])
    arguments = parser.parse_args()
    folder = Path(tempfile.mkdtemp(prefix="wiro-bench-"))
    bench = Bench(folder)
    try:
        bench.prepare()
        load = os.getloadavg()[0]
        found = {kind: measure(bench, kind, arguments.triggers, arguments.quiet) for kind in arguments.kinds}
    finally:
        stop_all(bench.processes)
    shutil.rmtree(folder)
    print(json.dumps({**found, "limits": LIMITS, "load": round(load, 1)}))
    lost = [kind for kind, seen in found.items() if seen["events"] != arguments.triggers]
    over = [name for name, limit in LIMITS.items() if found.get("wiro", {}).get(name, 0) > limit]
    return 1 if lost or over else 0


if __name__ == "__main__":
    raise SystemExit(main())
