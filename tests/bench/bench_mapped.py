"""A hundred mapped, deferred runs on a real Airflow: one socket in the triggerer, and how many REST calls each costs.

The sandbox's books count every request about a task. Counted for all tasks together are the descriptions of the model,
which the workers read to check parameters before they submit, and the lists that answer for the safety polls of many.
"""

from __future__ import annotations

import argparse
import json
import os
import time
from collections import Counter
from pathlib import Path
from typing import Any, Final

import httpx
import psutil

from tests.support.split_stack import SplitStack

#: REST calls about one run beside its submission: token, gap, result. All wait for more than a minute: a safety poll
#: comes on top, for which one list answers; a few may be asked about alone.
CALLS_LIMIT: Final = 3
ALONE_LIMIT: Final = 0.1
#: Sockets that the triggerer opens.
SOCKETS_LIMIT: Final = 1

_DAG: Final = "bench_mapped"
# Longer than the submission of all of them takes; then the sandbox's clock is sped up.
_SECONDS: Final = 400
_SPED_UP: Final = 50
_ENDED: Final = frozenset({"success", "failed"})
_SETTINGS: Final = {"AIRFLOW__API__MAXIMUM_PAGE_LIMIT": "1000"}


def states(stack: SplitStack, run_id: str) -> Counter[str]:
    """Return how many of the mapped tasks are in each state."""
    rows = stack.api.task_instances(_DAG, run_id)
    return Counter(str(row["state"]) for name, row in rows.items() if name.startswith("paint["))


def connections_of(process: psutil.Process, port: int) -> int:
    """Return how many connections to a port the processes below one hold open."""
    family = [process, *process.children(recursive=True)]
    return sum(
        bool(connection.raddr) and connection.raddr.port == port and connection.status == psutil.CONN_ESTABLISHED
        for member in family
        for connection in member.net_connections("tcp")
    )


def run_all(stack: SplitStack, count: int) -> dict[str, Any]:
    """Run the mapped tasks to their end and return what was seen."""
    triggerer = psutil.Process(stack.processes["triggerer"].pid)
    started = time.monotonic()
    run_id = stack.api.trigger(_DAG, {"count": count, "seconds": _SECONDS})
    stack.wait_until("all deferrals", lambda: states(stack, run_id)["deferred"] == count, 600, 3.0)
    deferred_after = time.monotonic() - started
    # Both clocks of a trigger have passed by then: the pace of first looks, and the life of idle connections.
    time.sleep(10)
    waiting = {
        "sockets_open": stack.books()["sockets"]["open"],
        "connections_of_triggerer": connections_of(triggerer, stack.sandbox_port),
    }
    httpx.post(f"{stack.sandbox_url}/_sandbox/clock", json={"time_scale": _SPED_UP}, trust_env=False).raise_for_status()
    stack.wait_until("the mapped tasks", lambda: stack.api.dag_run(_DAG, run_id)["state"] in _ENDED, 900, 2.0)
    return {
        "states": dict(states(stack, run_id)),
        "all_deferred_after_seconds": round(deferred_after),
        "took_seconds": round(time.monotonic() - started),
        **waiting,
    }


def main() -> int:
    """Print what was measured as JSON; fail over a limit, on a failed task and on a second submission."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--tasks", type=int, default=100)
    count = parser.parse_args().tasks
    dag = Path(__file__).parent / "dags" / "bench_mapped.py"
    with SplitStack([dag], settings=_SETTINGS) as stack:
        load = os.getloadavg()[0]
        seen = run_all(stack, count)
        books = stack.books()
    prompts = Counter(row["parameters"]["prompt"] for row in books["submissions"])
    calls = [sum(row["requests"].values()) for row in books["submissions"]]
    most = max(calls, default=0)
    result = {
        **seen,
        "sockets_opened": books["sockets"]["opened"],
        "submissions": len(books["submissions"]),
        "requests": books["counts"],
        "calls_about_a_task": dict(sorted(Counter(calls).items())),
        "violations": len(books["violations"]),
        "load": round(load, 1),
    }
    print(json.dumps(result))
    good = (
        seen["states"] == {"success": count}
        and len(prompts) == count == len(books["submissions"])
        and most <= CALLS_LIMIT + 1
        and sum(calls) <= (CALLS_LIMIT + ALONE_LIMIT) * count
        and books["counts"].get("tasks_list", 0) <= count / 2
        and books["counts"].get("tools_detail", 0) <= count
        and books["sockets"]["opened"] <= SOCKETS_LIMIT
        and not books["violations"]
    )
    return 0 if good else 1


if __name__ == "__main__":
    raise SystemExit(main())
